import Foundation

extension SampleBenchmark.Report {
  /// One table for the line drawings and one for the references, the targets in the last row of each.
  func table(quality: Int) -> String {
    var lines = [
      "                 labels/  recovered:        background IoU:    holes  unpainted  right entry       if pinned    acc10",
      "line drawing     region   regions    area   lines    coloured  found  figure",
    ]
    lines += drawings.map { Self.row($0.drawing, [$0]) }
    lines.append(Self.row("all", drawings))
    lines.append(
      aligned(
        ["target", "≤ 1.30", "", "", "", "≥ 0.980", "", "", "≥ 80.0 %", "", "", ""],
        Self.drawingColumns))
    let isSkipped = references.contains { $0.foundInJPEG == nil }
    let note = isSkipped ? " (skipped: cjpeg of libjpeg-turbo-progs is not installed)" : ""
    lines += [
      "",
      "reference   true  PNG              JPEG of quality \(quality)   palette: true  found\(note)",
    ]
    for score in references {
      func factor(_ found: Int?) -> String {
        found.map { String(format: "%.2f ×", Double($0) / Double(max(1, score.regions))) } ?? ""
      }
      let jpeg = score.foundInJPEG
      lines.append(
        aligned(
          [
            score.reference, "\(score.regions)", "\(score.found)", factor(score.found),
            jpeg.map { "\($0)" } ?? "-", factor(jpeg),
            "\(score.entries)", "\(score.foundEntries)",
          ], Self.referenceColumns))
    }
    lines.append(aligned(["target", "", "", "≤ 1.50 ×", "", "≤ 1.50 ×"], Self.referenceColumns))
    return lines.joined(separator: "\n")
  }

  /// Every region with another paint than its own, the largest first.
  var mistakes: String {
    drawings.flatMap { drawing in
      ["", "\(drawing.drawing): \(drawing.mistakes.count) with another paint"]
        + drawing.mistakes.sorted { $0.paper > $1.paper }.map { mistake in
          aligned(
            [
              "\(mistake.paper)", "px", "  \(mistake.x),\(mistake.y)", mistake.identity,
              mistake.entry, mistake.paint ?? "unpainted", mistake.isOfMatching ? "" : " *",
            ], [9, 3, -13, -26, -14, -9, -2])
        }
    }.joined(separator: "\n")
  }

  private static let drawingColumns = [-16, 7, 10, 9, 8, 11, 8, 8, 14, 9, 11, 9]
  private static let referenceColumns = [-10, 6, 6, 10, 7, 10, 16, 7]

  private static func row(_ name: String, _ scores: [PageScore]) -> String {
    let regions = scores.reduce(GapScore()) { $0 + $1.regions }
    let right = scores.reduce(0) { $0 + $1.rightlyPainted }
    let pinned = scores.reduce(0) { $0 + $1.rightWhenPinned }
    let painted = scores.reduce(0) { $0 + $1.painted }
    func mean(_ value: (PageScore) -> Double) -> Double {
      scores.reduce(0) { $0 + value($1) } / Double(max(1, scores.count))
    }
    func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
    return aligned(
      [
        name, String(format: "%.2f", regions.labelsPerRegion), percent(regions.share),
        percent(regions.areaShare), String(format: "%.3f", mean(\.backgroundOfLines)),
        String(format: "%.3f", mean(\.background)),
        "\(scores.reduce(0) { $0 + $1.holesFound })/\(scores.reduce(0) { $0 + $1.holes })",
        "\(scores.reduce(0) { $0 + $1.unpainted })",
        percent(Double(right) / Double(max(1, painted))), "\(right)/\(painted)",
        percent(Double(pinned) / Double(max(1, painted))),
        String(format: "%.4f", mean(\.acc10)),
      ], drawingColumns)
  }
}

/// The cells in one line, each filled up with blanks: on the left to a width above 0, on the right to one below.
private func aligned(_ cells: [String], _ widths: [Int]) -> String {
  zip(cells, widths).map { cell, width in
    let blanks = String(repeating: " ", count: max(0, abs(width) - cell.count))
    return width < 0 ? cell + blanks : blanks + cell
  }.joined()
}
