import Coloring
import Foundation
import Raster
import Regions

/// A region as it came out, beside its true colours.
struct PaintedRegion {
  let drawing: String
  let area: Int
  /// Its open paper inside the figure, and how much of that has the right colour, in pixels.
  let paper: Int
  let right: Int
  let origin: String
  let confidence: Double
  let isStop: Bool
  /// What spoke for its paint, as it is weighed; nil where that is no match of the matcher's.
  let inputs: [Double]?

  /// Whether most of it has the right colour.
  var isRight: Bool { 2 * right >= paper }

  /// The CIEDE2000 distance from which on a colour is another.
  private static let distance = 10.0
  /// Paper is at least so light in line art, 0…255.
  private static let paperLightness = 200

  /// The regions of a drawing that have paper inside the figure.
  ///
  /// - Parameters:
  ///   - truth: its true colours; opaque, `[H, W]` of the drawing.
  ///   - isFigure: whether the pixel of an index counts.
  static func all(
    of result: ColoringResult, drawing: String, line: Image, truth: Image,
    where isFigure: (Int) -> Bool
  ) -> [PaintedRegion] {
    let map = result.map
    var paper = RegionTable(repeating: 0, count: map.regions.count)
    var right = paper
    for index in map.labels.elements.indices where map.labels.elements[index] != 0 {
      let pixel = line.elements[index].onWhite
      let lightness = (299 * Int(pixel.r) + 587 * Int(pixel.g) + 114 * Int(pixel.b)) / 1000
      guard lightness >= paperLightness, isFigure(index) else { continue }
      let label = map.labels.elements[index]
      paper[label] += 1
      let difference = CIELab(truth.elements[index].onWhite)
        .difference(to: CIELab(result.image.elements[index].onWhite))
      if difference < distance { right[label] += 1 }
    }
    let stops = Set(result.flats.doubts.map(\.label))
    return map.regions.filter { paper[$0.label] > 0 }.map { region in
      let flat = result.flats[region.label]
      let match = result.matches[region.label]
      return PaintedRegion(
        drawing: drawing, area: region.area, paper: paper[region.label],
        right: right[region.label], origin: flat.origin.rawValue, confidence: flat.confidence,
        isStop: stops.contains(region.label),
        inputs: flat.origin == .match && match.origin == .automatic
          ? match.chosen?.evidence?.inputs : nil)
    }
  }
}

// As lines of a table.

extension PaintedRegion {
  static let columns =
    (["drawing", "area", "paper", "right", "origin", "confidence", "stop"] + MatchEvidence.names)
    .joined(separator: "\t")

  var line: String {
    let inputs = inputs?.map { String(format: "%.4f", $0) } ?? MatchEvidence.names.map { _ in "" }
    return
      ([
        drawing, "\(area)", "\(paper)", "\(right)", origin, String(format: "%.4f", confidence),
        isStop ? "1" : "0",
      ] + inputs).joined(separator: "\t")
  }

  /// Nil for what is no such line.
  init?(line: Substring) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 7 + MatchEvidence.names.count, let area = Int(cells[1]),
      let paper = Int(cells[2]), let right = Int(cells[3]), let confidence = Double(cells[5])
    else { return nil }
    let inputs = cells[7...].compactMap { Double($0) }
    self.init(
      drawing: String(cells[0]), area: area, paper: paper, right: right,
      origin: String(cells[4]), confidence: confidence, isStop: cells[6] == "1",
      inputs: inputs.count == MatchEvidence.names.count ? inputs : nil)
  }
}

extension RGBA {
  /// The colour over white paper.
  fileprivate var onWhite: RGBA {
    if a == 255 { return self }
    let share = Double(a) / 255
    func mixed(_ value: UInt8) -> UInt8 {
      UInt8(Double(value) * share + 255 * (1 - share) + 0.5)
    }
    return RGBA(mixed(r), mixed(g), mixed(b))
  }
}
