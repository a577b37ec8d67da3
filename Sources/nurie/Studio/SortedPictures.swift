import ImageFormats
import Projects
import Raster
import Studio

/// Pictures told apart by their look: coloured ones are references, the others drawings.
struct SortedPictures {
  var drawings: [String] = []
  var references: [String] = []
  /// Why files were left out.
  var failures: [ImageError] = []

  init(drawings: [String], references: [String]) {
    self.drawings = drawings
    self.references = references
  }

  /// - Throws: an `ImageError` where not one can be read.
  init(_ files: [String], work: Work, tell: (Phrase) -> Void) throws {
    tell(
      Phrase(
        "looking at \(counted(files.count, "picture")) …", "画像 \(files.count) 枚を調べています…"))
    for file in files {
      do {
        if try PictureFiles.read(file, work: work).pixels.isColoured(work: work) {
          references.append(file)
        } else {
          drawings.append(file)
        }
      } catch let error as ImageError {
        failures.append(error)
      }
    }
    // Without any there is nothing to make a project of.
    if drawings.isEmpty, references.isEmpty, let first = failures.first { throw first }
  }
}
