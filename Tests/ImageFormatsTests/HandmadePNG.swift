import Raster
import TestSupport

/// The naive twin of a PNG encoder: any colour type, depth and interlace, any chunks, no compression
/// and no filter. What it writes is legal unless a test asks for the opposite.
struct HandmadePNG {
  var width: Int
  var height: Int
  /// 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA.
  var colorType: Int
  var bitDepth: Int
  var isInterlaced = false
  /// `[H, W, channels]`, or palette indices.
  var samples: [Int]
  var palette: [RGBA] = []
  /// The tRNS chunk; for a palette it is made from the entries.
  var transparent: [Int] = []
  /// Chunks before the pixels.
  var chunks: [(name: String, content: [UInt8])] = []
  /// Chunks after the pixels.
  var lateChunks: [(name: String, content: [UInt8])] = []

  static let legal: [(colorType: Int, depths: [Int])] = [
    (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]),
  ]

  static func channels(_ colorType: Int) -> Int { [0: 1, 2: 3, 3: 1, 4: 2, 6: 4][colorType]! }

  private var channels: Int { Self.channels(colorType) }

  var bytes: [UInt8] {
    var result: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    result += Self.chunk(
      "IHDR",
      Self.integer(width) + Self.integer(height)
        + [UInt8(bitDepth), UInt8(colorType), 0, 0, isInterlaced ? 1 : 0])
    for (name, content) in chunks { result += Self.chunk(name, content) }
    if !palette.isEmpty {
      result += Self.chunk("PLTE", palette.flatMap { [$0.r, $0.g, $0.b] })
      result += Self.chunk("tRNS", palette.map(\.a))
    } else if !transparent.isEmpty {
      result += Self.chunk("tRNS", transparent.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
    }
    result += Self.chunk("IDAT", Self.stored(rows))
    for (name, content) in lateChunks { result += Self.chunk(name, content) }
    return result + Self.chunk("IEND", [])
  }

  /// What a reader must see, by the specification's words.
  var image: Image {
    let top = Double((1 << bitDepth) - 1)
    func level(_ sample: Int) -> UInt8 { UInt8((Double(sample) / top * 255).rounded()) }
    let pixels = (0..<width * height).map { index -> RGBA in
      let values = Array(samples[index * channels..<(index + 1) * channels])
      let alpha: UInt8 = values == transparent ? 0 : 255
      switch colorType {
      case 0: return RGBA(level(values[0]), level(values[0]), level(values[0]), alpha)
      case 2: return RGBA(level(values[0]), level(values[1]), level(values[2]), alpha)
      case 3: return palette[values[0]]
      case 4: return RGBA(level(values[0]), level(values[0]), level(values[0]), level(values[1]))
      default: return RGBA(level(values[0]), level(values[1]), level(values[2]), level(values[3]))
      }
    }
    return Image(width: width, height: height, elements: pixels)
  }

  /// Each pass's rows, filter 0 before each.
  private var rows: [UInt8] {
    let adam7 = [
      (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
      (0, 1, 1, 2),
    ]
    var result: [UInt8] = []
    for (startX, startY, stepX, stepY) in isInterlaced ? adam7 : [(0, 0, 1, 1)] {
      for y in stride(from: startY, to: height, by: stepY) where startX < width {
        var bits: [Bool] = []
        for x in stride(from: startX, to: width, by: stepX) {
          for channel in 0..<channels {
            let sample = samples[(y * width + x) * channels + channel]
            for bit in (0..<bitDepth).reversed() { bits.append(sample >> bit & 1 == 1) }
          }
        }
        while bits.count % 8 != 0 { bits.append(false) }
        result.append(0)
        for start in stride(from: 0, to: bits.count, by: 8) {
          result.append(bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) })
        }
      }
    }
    return result
  }

  /// A zlib stream of stored blocks.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let (low, high) = (UInt8(block.count & 255), UInt8(block.count >> 8))
      result += [rest.isEmpty ? 1 : 0, low, high, ~low, ~high] + block
    } while !rest.isEmpty
    var (a, b) = (1, 0)
    for byte in bytes {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return result + integer(b << 16 | a)
  }

  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    var crc: UInt32 = 0xffff_ffff
    for byte in body {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return integer(content.count) + body + integer(Int(~crc))
  }

  static func integer(_ value: Int) -> [UInt8] {
    [
      UInt8(value >> 24 & 255), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255),
      UInt8(value & 255),
    ]
  }
}

extension HandmadePNG {
  /// Random samples; a palette as large as the depth allows.
  init(
    width: Int, height: Int, colorType: Int, bitDepth: Int, isInterlaced: Bool = false,
    random: inout SeededNumbers
  ) {
    self.init(
      width: width, height: height, colorType: colorType, bitDepth: bitDepth,
      isInterlaced: isInterlaced,
      samples: (0..<width * height * Self.channels(colorType)).map { _ in
        Int(random.next() & ((1 << UInt64(bitDepth)) - 1))
      })
    if colorType == 3 { palette = (0..<1 << bitDepth).map { _ in random.pixel(opaque: false) } }
  }

  /// A row of grey levels from black to white: all 256, or 258 of those of 16 bits.
  static func ramp(bitDepth: Int, chunks: [(name: String, content: [UInt8])]) -> HandmadePNG {
    let levels = Array(stride(from: 0, to: 1 << bitDepth, by: bitDepth == 16 ? 255 : 1))
    return HandmadePNG(
      width: levels.count, height: 1, colorType: 0, bitDepth: bitDepth, samples: levels,
      chunks: chunks)
  }
}
