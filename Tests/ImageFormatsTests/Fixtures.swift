import Foundation
import ImageFormats
import Raster

/// The checked-in files: a drawing of 24×16 pixels (flat paper, a red, a green and a blue box), saved
/// by Pillow 13. `NAME.png` is Pillow's own decoding of `NAME`; `upright.png` is the drawing itself.
enum Fixtures {
  static func bytes(_ name: String) throws -> [UInt8] {
    let url = Bundle.module.url(forResource: "Fixtures", withExtension: nil)!
    return Array(try Data(contentsOf: url.appendingPathComponent(name)))
  }

  static func image(_ name: String) throws -> Image {
    try ImageFile.decode(bytes(name), file: name).pixels
  }
}

extension Image {
  /// The greatest difference in any channel of any pixel; nil where sizes differ.
  func greatestDifference(from other: Image) -> Int? {
    guard width == other.width, height == other.height else { return nil }
    return zip(elements, other.elements).map { a, b in
      max(
        max(abs(Int(a.r) - Int(b.r)), abs(Int(a.g) - Int(b.g))),
        max(abs(Int(a.b) - Int(b.b)), abs(Int(a.a) - Int(b.a))))
    }.max()
  }
}
