import Foundation
import ImageFormats
import Raster
import Regions

/// G'MIC's `close_binary`, run on the same picture.
struct Gmic {
  /// The parameters that are swept: its own words, its own defaults first.
  struct Limits: Hashable {
    var spline: Int
    var segment: Int
    var smallest: Int

    /// The limits tried for gaps of one size.
    static func sweep(gap: Int) -> [Limits] {
      [
        Limits(spline: 80, segment: 20, smallest: 100),
        Limits(spline: gap + 4, segment: gap + 4, smallest: 100),
        Limits(spline: gap * 2 + 8, segment: gap + 4, smallest: 100),
        Limits(spline: gap * 2 + 8, segment: gap + 4, smallest: 20),
        Limits(spline: gap * 2 + 8, segment: gap * 3 / 2 + 8, smallest: 100),
        Limits(spline: 80, segment: gap * 3 / 2 + 8, smallest: 100),
      ]
    }
  }

  /// Where pictures and results are kept between runs.
  let folder: URL

  /// Whether the program is there.
  static var isInstalled: Bool {
    ["/usr/bin/gmic", "/usr/local/bin/gmic"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// The regions its closed lines leave.
  ///
  /// - Parameter name: names its files.
  func regions(of image: Image, name: String, limits: Limits, work: Work) throws -> RegionMap {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // One picture keeps one name between runs, and another picture never gets it.
    let content = image.elements.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1.r)) &* 0x100_0000_01B3
    }
    let name = "\(name)-\(String(content, radix: 36))"
    let input = folder.appendingPathComponent("\(name).png").path
    let output = folder.appendingPathComponent(
      "\(name)-\(limits.spline)-\(limits.segment)-\(limits.smallest).png"
    ).path
    if !FileManager.default.fileExists(atPath: output) {
      try PNG.write(image.map(\.r), to: input)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        "gmic", "-v", "-1", input, "-lt", "128", "-close_binary",
        "75,2,\(limits.spline),\(limits.segment),90,1,\(limits.smallest),1", "-mul", "255", "-o",
        output,
      ]
      try process.run()
      process.waitUntilExit()
    }
    let strokes = try ImageFile.read(output).pixels.map { $0.r > 127 ? Stroke.ink : .paper }
    let lineArt = LineArt(
      darkness: strokes.map { $0 == .ink ? 255 : 0 }, strokes: strokes, strokeWidth: 1)
    return try RegionMap(lineArt, gap: 0, work: work)
  }
}
