import Foundation
import ImageFormats
import Peers
import Raster
import TestSupport
import Testing

@Suite("PSD")
struct PSDTests {
  let work = Work(threads: 2)

  /// Reads numbers and text where it stands.
  struct Reader {
    let bytes: [UInt8]
    var at = 0

    mutating func number(_ size: Int) -> Int {
      at += size
      return bytes[at - size..<at].reduce(0) { $0 << 8 | Int($1) }
    }
    /// PackBits.
    mutating func unpacked(_ size: Int) -> [UInt8] {
      let end = at + size
      var result: [UInt8] = []
      while at < end {
        let count = number(1)
        if count < 128 {
          result += bytes[at...at + count]
          at += count + 1
        } else if count > 128 {
          result += Array(repeating: UInt8(number(1)), count: 257 - count)
        }
      }
      return result
    }
    mutating func text(_ size: Int) -> String {
      at += size
      return String(decoding: bytes[at - size..<at], as: UTF8.self)
    }
  }

  @Test("The header names size, channels and resolution")
  func header() throws {
    let bytes = try PSD.encode(
      LayeredSample.picture, metadata: PictureMetadata(resolution: Resolution(dotsPerInch: 600)),
      work: work)
    var reader = Reader(bytes: bytes)
    #expect(reader.text(4) == "8BPS")
    #expect(reader.number(2) == 1)
    reader.at += 6
    #expect([2, 4, 4, 2, 2, 4].map { reader.number($0) } == [4, 30, 40, 8, 3, 0])
    #expect(reader.number(4) == 28)
    #expect(reader.text(4) == "8BIM")
    #expect([2, 2, 4, 4, 2, 2].map { reader.number($0) } == [1005, 0, 16, 600 << 16, 1, 1])
    reader.at += 8
    let layers = reader.number(4)
    reader.at += layers
    #expect(reader.number(2) == 1)
    let lengths = (0..<4 * 30).map { _ in reader.number(2) }
    let rows = lengths.map { reader.unpacked($0) }
    #expect(reader.at == bytes.count)
    let composed = try LayeredSample.picture.composed(work: work)
    #expect(rows[90...].joined().elementsEqual(composed.elements.map(\.a)))
    #expect(rows.allSatisfy { $0.count == 40 })
    for (index, color) in composed.elements.enumerated() where color.a == 255 {
      #expect(rows[index / 40][index % 40] == color.r)
      #expect(rows[60 + index / 40][index % 40] == color.b)
    }
  }

  @Test("A resolution that a PNG can only come near is the whole number it stands for")
  func wholeDots() throws {
    for dots in [72, 144, 300, 350, 600] {
      // 300 dpi are 11 811 in a PNG, which is 299.9994.
      let stored = (Double(dots) / 0.0254).rounded()
      var reader = Reader(
        bytes: try PSD.encode(
          LayeredSample.picture,
          metadata: PictureMetadata(resolution: Resolution(x: stored, y: stored)), work: work))
      reader.at = 26 + 4 + 4 + 12
      #expect(reader.number(4) == dots << 16, "\(dots)")
    }
    // 299.5 is meant.
    let half = Resolution(dotsPerInch: 299.5)
    var reader = Reader(
      bytes: try PSD.encode(
        LayeredSample.picture, metadata: PictureMetadata(resolution: half), work: work))
    reader.at = 26 + 4 + 4 + 12
    #expect(reader.number(4) == 599 << 15)
  }

  @Test(
    "ImageMagick reads the resolution as a whole number, and every layer's name as it is",
    .enabled(if: ImageMagick.exists, "needs ImageMagick"))
  func imageMagick() throws {
    let folder = TemporaryFolder()
    let file = folder / "a.psd"
    let stored = Resolution(x: 11_811, y: 11_811)
    try PSD.write(
      Self.named(["髪", "肌", "上着", "上着の影", "靴"]), to: file,
      metadata: PictureMetadata(resolution: stored), work: work)
    let lines = try ImageMagick.run("identify", "-format", "%x %y %U\n", file + "[0]")
    let words = lines[0].split(separator: " ").map(String.init)
    // It shows dots per centimetre.
    let across = try #require(Double(words[0]))
    #expect(abs(across * (words.last == "PixelsPerCentimeter" ? 2.54 : 1) - 300) < 0.005)
    let names = try ImageMagick.output(of: ["identify", "-format", "%l|", file])
    let found = Set(names.split(separator: UInt8(ascii: "|")).map { Array($0) })
    #expect(found.count >= 5)
  }

  @Test(
    "Pillow tells Japanese layers apart and loads each, whatever the length of its data",
    .enabled(if: Python.has("PIL"), "needs python3 with Pillow"))
  func pillow() throws {
    let folder = TemporaryFolder()
    let file = folder / "a.psd"
    let names = ["髪", "肌", "上着", "上着の影", "靴", "色見本 é", "hair"]
    try PSD.write(Self.named(names), to: file, work: work)
    let script = """
      import sys
      from PIL import Image
      psd = Image.open(sys.argv[1])
      for number in range(1, psd.n_frames + 1):
          psd.seek(number)
          name = psd.layers[number - 1][0].encode("latin-1")
          try:
              name = name.decode("utf-8")
          except UnicodeDecodeError:
              name = name.decode("cp932")
          psd.load()
          # It takes the channels in another order than the file's.
          print(name, psd.size[0], *sorted(psd.getpixel(psd.layers[number - 1][2][:2])))
      """
    let lines = try Python.run(script, file)
    #expect(
      lines == names.indices.map { "\(names[$0]) 64 \(min($0, 7)) \(max($0, 7)) \(200 - $0) 255" })
  }

  /// A picture with a layer of each name, all of other sizes: packed, most have channels of an odd length.
  private static func named(_ names: [String]) -> LayeredImage {
    let nodes = names.enumerated().map { number, name in
      let color = RGBA(UInt8(number), UInt8(200 - number), 7)
      let pixels = Image(
        width: 20, height: 5,
        elements: (0..<100).map { place in
          place % 20 < 3 + number ? color : RGBA(UInt8(place), UInt8(place * 2), UInt8(number))
        })
      return LayerNode.layer(Layer(name: name, pixels: pixels, origin: Point(number, 2 * number)))
    }
    return LayeredImage(width: 64, height: 48, nodes: nodes)
  }

  @Test("Rows of runs and of noise survive packing", arguments: [1, 2, 3, 127, 128, 129, 1000])
  func packing(width: Int) throws {
    var random = SeededNumbers(seed: 9)
    for longest in [1, 2, 3, 5, 400] as [UInt64] {
      var codes: [UInt8] = []
      while codes.count < width {
        let run = 1 + Int(random.next() % longest)
        codes += Array(repeating: UInt8(random.next() & 255), count: run)
      }
      let row = Image(
        width: width, height: 1, elements: codes.prefix(width).map { RGBA($0, 0, 0) })
      let picture = LayeredImage(width: width, height: 1, nodes: [])
      var reader = Reader(bytes: try PSD.encode(picture, merged: row, work: work))
      // Header, resources, no layers.
      reader.at = 26 + 4 + 4 + 28
      reader.at += reader.number(4) + 2
      let lengths = (0..<3).map { _ in reader.number(2) }
      #expect(reader.unpacked(lengths[0]) == Array(codes.prefix(width)))
    }
  }

  @Test("Bytes do not depend on the threads")
  func threads() throws {
    let one = try PSD.encode(LayeredSample.picture, work: Work(threads: 1))
    #expect(try PSD.encode(LayeredSample.picture, work: Work(threads: 5)) == one)
  }

  @Test("An opaque picture has three channels")
  func opaque() throws {
    let paper = Layer(name: "paper", pixels: Image(width: 3, height: 2, repeating: .white))
    let picture = LayeredImage(width: 3, height: 2, nodes: [.layer(paper)])
    #expect(try PSD.encode(picture, work: work)[13] == 3)
  }

  @Test("A side over 30,000 pixels is refused in a sentence")
  func tooLarge() throws {
    let picture = LayeredImage(width: 30_001, height: 1, nodes: [])
    let error = #expect(throws: ImageError.self) { try PSD.encode(picture, work: work) }
    #expect(
      error?.description
        == "the picture: the picture is too large for PSD (30,000 pixels a side); "
        + "scale it down or choose another format.")
  }

  @Test(
    "psd-tools reads every layer and composes the same picture",
    .enabled(if: PSDTools.exists, "needs python3 with psd-tools"))
  func psdTools() throws {
    let folder = TemporaryFolder()
    let file = folder / "picture.psd"
    try PSD.write(LayeredSample.picture, to: file, work: work)
    let composed = try LayeredSample.picture.composed(work: work)
    let ours = folder / "composed.png"
    try PNG.write(composed, to: ours)
    let lines = try PSDTools.run(file, comparedWith: ours)
    #expect(
      lines == [
        "40x30",
        #""<a href=\"x\">&'</a>" pass_through 255 visible base (0, 0, 30, 30)"#,
        #"  "<a href=\"x\">&'</a>" normal 255 visible base (0, 0, 30, 30)"#,
        #"  "tab\tbell\u0007end" multiply 153 visible clipped (1, 0, 40, 30)"#,
        #""flats & more" pass_through 255 visible base (6, 8, 36, 27)"#,
        #"  "塗り🎨ぬりえ" pass_through 255 visible base (6, 8, 21, 23)"#,
        #"    "塗り🎨ぬりえ" normal 255 visible base (6, 8, 21, 23)"#,
        #"    "light" screen 255 visible clipped (8, 0, 20, 30)"#,
        #"    "ribbon" normal 204 visible clipped (16, 10, 25, 14)"#,
        #"  "inner" pass_through 255 visible base (22, 18, 36, 27)"#,
        #"    "skin" normal 255 visible base (22, 18, 36, 27)"#,
        #""empty" normal 255 visible base (0, 0, 0, 0)"#,
        #""hidden" pass_through 255 hidden base (0, 0, 0, 0)"#,
        #"  "mask" normal 255 hidden base (0, 0, 40, 30)"#,
        #""線画" multiply 255 visible base (0, 0, 40, 30)"#,
        "merged differs by 0",
        "composed differs by 1",
      ])
  }
}

/// The Python library psd-tools, where it is installed.
enum PSDTools {
  static let exists = Python.has("psd_tools", "numpy")

  /// The layers as psd-tools sees them, one a line, bottom first, then by how much the picture that it
  /// composes differs at most.
  static func run(_ file: String, comparedWith png: String) throws -> [String] {
    try Python.run(script, file, png)
  }

  private static let script = """
    import json, sys
    import numpy as np
    from PIL import Image
    from psd_tools import PSDImage
    psd = PSDImage.open(sys.argv[1])
    print("%dx%d" % psd.size)
    def show(layers, depth):
        for layer in layers:
            print("  " * depth + json.dumps(layer.name, ensure_ascii=False),
                  layer.blend_mode.name.lower(), layer.opacity,
                  "visible" if layer.visible else "hidden",
                  "clipped" if layer.clipping else "base", layer.bbox)
            if layer.is_group():
                show(layer, depth + 1)
    show(psd, 0)
    ours = np.asarray(Image.open(sys.argv[2]).convert("RGBA")).astype(int)
    def compare(name, image):
        theirs = np.asarray(image.convert("RGBA")).astype(int)
        weight = ours[..., 3:] / 255
        print(name, "differs by", int(np.ceil(max(
            abs((ours[..., :3] - theirs[..., :3]) * weight).max(),
            abs(ours[..., 3] - theirs[..., 3]).max()))))
    compare("merged", psd.topil())
    compare("composed", psd.composite(force=True))
    """
}
