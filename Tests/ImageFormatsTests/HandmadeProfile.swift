import Raster

#if canImport(Glibc)
  import Glibc
#endif

/// A small ICC profile of three primaries (XYZ under D50) and a gamma, and what it means for a
/// colour, computed in the plainest way.
struct HandmadeProfile {
  var gamma = 1.8
  /// Rows: X, Y, Z; columns: red, green, blue. Each row sums to D50's white.
  var matrix = [
    [0.6097, 0.2053, 0.1492],
    [0.3111, 0.6257, 0.0632],
    [0.0195, 0.0609, 0.7446],
  ]
  var isGrey = false
  /// Whether the curve is sRGB's rather than the gamma.
  var hasSRGBCurve = false

  /// sRGB by another name: its primaries under D50 and its curve.
  static let sRGB = HandmadeProfile(
    matrix: [
      [0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410],
    ], hasSRGBCurve: true)

  /// Of the data: "RGB ", "GRAY" or "CMYK".
  var space: String { isGrey ? "GRAY" : "RGB " }

  var bytes: [UInt8] {
    var tags: [(String, [UInt8])] = [
      ("desc", description("Handmade")), ("wtpt", xyz(0.9642, 1, 0.8249)),
      ("cprt", Array("text\0\0\0\0CC0\0".utf8)),
    ]
    if isGrey {
      tags.append(("kTRC", curve))
    } else {
      for (column, name) in ["r", "g", "b"].enumerated() {
        tags.append((name + "XYZ", xyz(matrix[0][column], matrix[1][column], matrix[2][column])))
        tags.append((name + "TRC", curve))
      }
    }
    var table = HandmadePNG.integer(tags.count)
    var content: [UInt8] = []
    for (name, tag) in tags {
      table += Array(name.utf8)
      table += HandmadePNG.integer(132 + 12 * tags.count + content.count)
      table += HandmadePNG.integer(tag.count)
      content += tag
    }
    var head = HandmadePNG.integer(128 + table.count + content.count) + [0, 0, 0, 0, 2, 0x40, 0, 0]
    head += Array("mntr\(space)XYZ ".utf8) + [7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]
    head += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
    head += fixed(0.9642) + fixed(1) + fixed(0.8249)
    head += [UInt8](repeating: 0, count: 128 - head.count)
    return head + table + content
  }

  /// The sRGB of a colour of levels 0…1 each.
  func sRGB(_ r: Double, _ g: Double, _ b: Double) -> RGBA {
    let light = [pow(r, gamma), pow(g, gamma), pow(b, gamma)]
    let xyz = matrix.map { row in zip(row, light).map { $0 * $1 }.reduce(0, +) }
    // XYZ under D50 to linear sRGB (Bradford), as B. Lindbloom's tables give it.
    let linear = [
      3.1338561 * xyz[0] - 1.6168667 * xyz[1] - 0.4906146 * xyz[2],
      -0.9787684 * xyz[0] + 1.9161415 * xyz[1] + 0.0334540 * xyz[2],
      0.0719453 * xyz[0] - 0.2289914 * xyz[1] + 1.4052427 * xyz[2],
    ]
    let codes = linear.map { Self.code(light: $0) }
    return RGBA(codes[0], codes[1], codes[2])
  }

  /// sRGB's curve (IEC 61966-2-1).
  static func code(light: Double) -> UInt8 {
    let light = min(max(light, 0), 1)
    let value = light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    return UInt8((value * 255).rounded())
  }

  private var curve: [UInt8] {
    if hasSRGBCurve {
      // Type 3: the exponent, a and b within the power, the slope below the bend, the bend.
      return Array("para\0\0\0\0\0\u{3}\0\0".utf8) + fixed(2.4) + fixed(1 / 1.055)
        + fixed(0.055 / 1.055) + fixed(1 / 12.92) + fixed(0.04045)
    }
    return Array("curv\0\0\0\0".utf8) + HandmadePNG.integer(1) + [
      UInt8(gamma), UInt8(Int(gamma * 256) & 255),
    ]
      + [0, 0]
  }

  private func description(_ text: String) -> [UInt8] {
    let text = Array(text.utf8) + [0]
    let bytes =
      Array("desc\0\0\0\0".utf8) + HandmadePNG.integer(text.count) + text
      + [UInt8](repeating: 0, count: 78)
    return bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }

  private func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    Array("XYZ \0\0\0\0".utf8) + fixed(x) + fixed(y) + fixed(z)
  }

  private func fixed(_ value: Double) -> [UInt8] {
    HandmadePNG.integer(Int((value * 65536).rounded()))
  }
}
