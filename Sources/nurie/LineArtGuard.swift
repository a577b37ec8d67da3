import ImageFormats
import Projects
import Raster
import Studio

/// Keeps a project's pictures from being replaced by what is made of them, whatever the user allows: an artist's folder of
/// lines is easily given as the place for the colours.
struct LineArtGuard {
  /// The project's own copies.
  private let copies: [String]

  init(_ state: ProjectState, in folder: ProjectFolder) {
    copies = (state.drawings + state.references).map(folder.file(of:))
  }

  /// - Throws: `Failure` where one of the files is one of the pictures.
  func check(_ files: [String]) throws {
    let pictures = files.filter { file in copies.contains { Self.areSame(file, $0) } }
    if pictures.isEmpty { return }
    throw Failure(
      pictures.map {
        Phrase(
          "is a picture that the project was made of, and would be lost; choose another folder with --output.",
          "プロジェクトの元の画像なので、上書きすると失われます。--output で別のフォルダを指定してください。"
        ).of($0)
      })
  }

  /// Whether two files show the same, pixel by pixel: an imported picture is written anew.
  private static func areSame(_ one: String, _ other: String) -> Bool {
    guard let count = try? ImageFile.pixelCount(of: one), count > 0,
      count == (try? ImageFile.pixelCount(of: other)),
      let picture = try? ImageFile.read(one).pixels
    else { return false }
    return (try? ImageFile.read(other).pixels) == picture
  }
}
