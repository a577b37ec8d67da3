import Foundation
import ImageFormats
import Raster
import Regions

/// How long regions take: `benchmarks regions [FILE…] [--pictures FOLDER] [--gap PX] [--threads N]`.
///
/// Without files: a figure with gaps, drawn at 1 to 35 megapixels. Reading line art is timed apart;
/// median and best of five.
struct RegionsBenchmark {
  var arguments: [String]

  func run() throws {
    let threads = arguments.value(after: "--threads").flatMap(Int.init) ?? 2
    let work = Work(threads: threads)
    print(
      "picture                     size   line art ms       regions ms: median (best)  regions closings background"
    )
    var names = arguments
    for name in ["--pictures", "--gap", "--threads"] {
      if let index = names.firstIndex(of: name) { names.removeSubrange(index...index + 1) }
    }
    if names.isEmpty {
      for side in [1000, 1600, 2000, 4000, 5916] {
        try measure("figure", Self.figure(side: side), work: work)
      }
    }
    for name in names { try measure(name, try ImageFile.read(name, work: work).pixels, work: work) }
  }

  private func measure(_ name: String, _ image: Image, work: Work) throws {
    let clock = ContinuousClock()
    var reading: [Duration] = []
    var dividing: [Duration] = []
    var result: RegionMap?
    for _ in 0..<5 {
      var lineArt: LineArt?
      reading.append(try clock.measure { lineArt = try LineArt(image, work: work) })
      guard let lineArt else { return }
      dividing.append(
        try clock.measure {
          result = try RegionMap(
            lineArt, gap: arguments.value(after: "--gap").flatMap(Double.init), work: work)
        })
    }
    guard let map = result else { return }
    func text(_ times: [Duration]) -> String {
      func milliseconds(_ time: Duration) -> Double { time / .milliseconds(1) }
      let sorted = times.sorted()
      return String(
        format: "%7.1f (%7.1f)", milliseconds(sorted[sorted.count / 2]), milliseconds(sorted[0]))
    }
    let label = String(name.suffix(22)).padding(toLength: 22, withPad: " ", startingAt: 0)
    print(
      label, String(format: "%9@", "\(image.width)×\(image.height)" as NSString), text(reading),
      text(dividing),
      String(
        format: "%7d %9d %9d", map.regions.count, map.closings.count,
        map.regions.count { $0.isBackground }))
    if let folder = arguments.value(after: "--pictures") {
      let path = name.split(separator: "/").suffix(2).joined(separator: "-")
      try PNG.write(
        map.picture(over: image), to: "\(folder)/\(path)\(path.hasSuffix(".png") ? "" : ".png")")
    }
  }

  /// The figure with gaps, drawn at a size.
  private static func figure(side: Int) -> Image {
    var scene = GapScene.figure(radius: 1.2...1.8, seed: 13).cut(gap: 10, count: 30, seed: 3).scene
    let scale = Double(side) / 1240
    for index in scene.strokes.indices {
      let points = scene.strokes[index].points.map { $0 * scale }
      // Scaled points lie farther apart, so they are joined anew.
      scene.strokes[index] = DrawnStroke(
        through: points.enumerated().filter { $0.offset % 8 == 0 || $0.offset == points.count - 1 }
          .map(\.element), radius: scene.strokes[index].radius * scale)
    }
    return DrawnStyle.clean.draw(scene.strokes, width: side, height: side, seed: 1)
  }
}
