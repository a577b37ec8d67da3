import Coloring
import Foundation
import ImageFormats
import Raster
import Regions

/// How many regions are read from one coloured drawing.
struct ReferenceScore: Codable {
  var reference: String
  /// True regions.
  var regions: Int
  /// Regions found in the picture as it is, …
  var found: Int
  /// … and once it went through a JPEG; nil without `cjpeg`.
  var foundInJPEG: Int?
  /// Palette entries that show in it, and entries found in the picture as it is.
  var entries: Int
  var foundEntries: Int
}

extension Reference {
  /// Each region in its paint; white borders.
  var flats: Image {
    let label = map.labels.elements
    let width = map.width
    return Image(
      width: width, height: map.height,
      elements: label.indices.map { index in
        let isBorder =
          index >= width && label[index - width] != label[index]
          || index % width > 0 && label[index - 1] != label[index]
        return isBorder ? .white : palette.entries[entries[label[index]]].base
      })
  }
}

/// `cjpeg` of Debian's libjpeg-turbo-progs: nurie writes no JPEG.
struct Cjpeg {
  static let path = "/usr/bin/cjpeg"

  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// A picture after a JPEG of `quality`; alpha is left out.
  static func through(_ image: Image, quality: Int, work: Work) throws -> Image {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appendingPathComponent("picture.ppm")
    let output = folder.appendingPathComponent("picture.jpg")
    var bytes = Data("P6 \(image.width) \(image.height) 255\n".utf8)
    bytes.append(contentsOf: image.elements.flatMap { [$0.r, $0.g, $0.b] })
    try bytes.write(to: input)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-quality", "\(quality)", "-outfile", output.path, input.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw SampleError(description: "\(path) ended with status \(process.terminationStatus)")
    }
    return try ImageFile.read(output.path, work: work).pixels
  }
}
