import Foundation
import ImageFormats
import Raster
import Regions
import TerminalUI

/// How long pictures take to become cells: `benchmarks cells [--threads N] [--pictures FOLDER]`.
///
/// The sample drawing and its reference are enlarged to each size. Contents of 1600 × 1600 have no pyramid,
/// as their budget demands; the pages have one. Each line is the median, and the 99th of 100 runs, and how
/// often the memory it reads could have been read in that time.
struct CellsBenchmark {
  var arguments: [String]

  func run() throws {
    let work = Work(threads: arguments.value(after: "--threads").flatMap(Int.init) ?? 2)
    print(
      "cells from                              size    pane  ms: median   99 %  budget  × memory")
    let square = try Scene(width: 1600, height: 1600, hasPyramids: false, work: work)
    let pane = (columns: 160, rows: 48)
    for glyphs in [GlyphSet.halves, .quadrants, .sextants, .ascii] {
      let look = PictureLook(glyphs: glyphs)
      try measure("picture, \(glyphs)", square, .picture(square.picture), pane, look, 8, work)
    }
    var look = PictureLook(colors: .palette256)
    try measure("picture, 256 colours", square, .picture(square.picture), pane, look, 8, work)
    look = PictureLook()
    try measure("mask and ink", square, square.mask(opacity: 0.6), pane, look, 8, work)
    look.glyphs = .braille
    try measure("line art, braille", square, .lineArt(square.lines), pane, look, 8, work)

    for (width, height) in [(2000, 3000), (4960, 7016)] {
      let start = ContinuousClock.now
      let page = try Scene(width: width, height: height, hasPyramids: true, work: work)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      print(String(format: "a page of %d×%d, made in %.2f s", width, height, seconds))
      for magnification in [1.0, 3, 20, 300] {
        let pane = (columns: 200, rows: 50)
        let near = "× \(Int(magnification))"
        try measure(
          "picture \(near)", page, .picture(page.picture), pane, PictureLook(), 16, work,
          magnification)
        try measure(
          "mask, outline \(near)", page, page.mask(opacity: 0.6), pane, PictureLook(), 16, work,
          magnification)
      }
    }
  }

  private func measure(
    _ name: String, _ scene: Scene, _ content: PictureView.Content,
    _ pane: (columns: Int, rows: Int), _ look: PictureLook, _ budget: Double, _ work: Work,
    _ magnification: Double = 1
  ) throws {
    var view = PictureView(content)
    let focus = SIMD2(Double(scene.width) * 0.5, Double(scene.height) * 0.2)
    view.viewport = view.viewport.zoomed(by: magnification).centered(at: focus)
    if name.contains("outline") {
      view.overlays = [.outline([2, 9], of: scene.labels, .outline)]
    }
    var surface = Surface(width: 0, height: 0)
    let times = (0..<100).map { _ in
      ContinuousClock().measure {
        surface = view.surface(columns: pane.columns, rows: pane.rows, look: look, work: work)
      } / .milliseconds(1)
    }.sorted()
    var memory = "–"
    if magnification == 1 && scene.width == 1600, case .picture = content {
      memory = String(format: "%.1f", times[50] / Self.readingTime(scene.picture.plane, work))
    }
    print(
      name.padding(toLength: 32, withPad: " ", startingAt: 0),
      String(
        format: "%11@ %7@ %11.2f %6.2f %7.0f %9@", "\(scene.width)×\(scene.height)" as NSString,
        "\(pane.columns)×\(pane.rows)" as NSString, times[50], times[98], budget,
        memory as NSString))
    if let folder = arguments.value(after: "--pictures") {
      let file = "\(scene.width) \(name)".replacing(" ", with: "-").replacing(",", with: "")
      try PNG.write(surface.picture(), to: "\(folder)/\(file).png")
    }
  }

  /// Milliseconds to read a picture's memory once, on as many threads: the median of 30.
  private static func readingTime(_ picture: Image, _ work: Work) -> Double {
    let times = (0..<30).map { _ in
      ContinuousClock().measure {
        let sums = work.mapBands(of: picture.height) { rows in
          picture.elements.withUnsafeBytes { bytes in
            let words = bytes.bindMemory(to: UInt64.self)
            var sum: UInt64 = 0
            let half = picture.width / 2
            for index in rows.lowerBound * half..<rows.upperBound * half { sum ^= words[index] }
            return sum
          }
        }
        // Used, so that it is not left out.
        precondition(sums.reduce(0, ^) != 1)
      } / .milliseconds(1)
    }.sorted()
    return times[15]
  }
}

/// The sample's pictures in one size.
private struct Scene {
  let width: Int
  let height: Int
  let labels: Plane<UInt16>
  let paints: [MaskPicture.Paint]
  let picture: Pyramid<RGBA>
  let lines: LineArtPicture

  init(width: Int, height: Int, hasPyramids: Bool, work: Work) throws {
    let folder = "samples/hana/akimbo"
    let drawing = try ImageFile.read(folder + "/line.png").pixels
      .resized(width: width, height: height, .lanczos, work: work)
    let colors = try ImageFile.read("samples/hana/reference.png").pixels
      .resized(width: width, height: height, .lanczos, work: work)
    let bytes = try Data(contentsOf: URL(filePath: folder + "/regions.png"))
    let regions = try PNG.decodeGrey(Array(bytes))
    var labels = Plane<UInt16>(width: width, height: height, repeating: 0)
    try work.forEachRow(of: &labels) { y, row in
      let line = y * regions.height / height
      for x in 0..<row.count { row[x] = regions[x * regions.width / width, line] }
    }
    let table = try String(contentsOfFile: folder + "/regions.txt", encoding: .utf8)
    var paints = [MaskPicture.Paint(RGBA(223, 227, 230))]
    for line in table.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t")
      let part = Part.standard.first { $0.id == fields[1] }
      paints.append(
        MaskPicture.Paint(
          part.flatMap { RGBA(hex: $0.hex) } ?? .white,
          letter: part?.letter.unicodeScalars.first ?? " "))
    }
    let ink = try LineArt(drawing, work: work).darkness
    self.width = width
    self.height = height
    self.labels = labels
    self.paints = paints
    picture = hasPyramids ? try Pyramid(colors, work: work) : Pyramid(colors)
    lines = LineArtPicture(hasPyramids ? try Pyramid(ink, work: work) : Pyramid(ink))
  }

  func mask(opacity: Double) -> PictureView.Content {
    .mask(MaskPicture(labels: labels, paints: paints, ink: lines.ink, opacity: opacity))
  }
}
