import Foundation

/// The studio's measured times, beside its budgets.
struct StudioReport: Codable {
  struct Figure: Codable {
    var name: String
    var unit: String
    var value: Double
    /// At most; nil for what is only told.
    var budget: Double?
  }

  private(set) var figures: [Figure] = []

  mutating func add(_ name: String, _ value: Double, _ unit: String, budget: Double? = nil) {
    figures.append(Figure(name: name, unit: unit, value: value, budget: budget))
  }

  /// Times and bytes of the answers to keys.
  mutating func add(_ name: String, _ answers: KeyAnswers) {
    add("\(name): key to first byte, median", answers.first.share(0.5), "ms")
    add("\(name): key to first byte, 99 %", answers.first.share(0.99), "ms", budget: 16)
    add("\(name): key to last byte, 99 %", answers.last.share(0.99), "ms")
    add("\(name): the interface's own work, 99 %", answers.work.share(0.99), "ms")
  }

  var table: String {
    (["                                                              measured   budget"]
      + figures.map { figure in
        let digits = figure.unit == "ms" ? "%.1f" : "%.0f"
        let budget = figure.budget.map { String(format: "%.0f", $0) } ?? "–"
        let isOver = figure.budget.map { figure.value > $0 } ?? false
        return figure.name.padding(toLength: 56, withPad: " ", startingAt: 0)
          + String(
            format: "%10@ %-5@ %7@%@", String(format: digits, figure.value) as NSString,
            figure.unit as NSString, budget as NSString, (isOver ? "  over" : "") as NSString)
      }).joined(separator: "\n")
  }
}

/// How the studio answered keys, one entry each.
struct KeyAnswers {
  /// Milliseconds.
  var first: [Double] = []
  var last: [Double] = []
  /// Milliseconds of processor time that the interface's thread took.
  var work: [Double] = []
  var bytes: [Double] = []

  static func += (one: inout KeyAnswers, other: KeyAnswers) {
    one.first += other.first
    one.last += other.last
    one.work += other.work
    one.bytes += other.bytes
  }
}

extension [Double] {
  /// The value that this share of them does not exceed; 0 where there are none.
  func share(_ share: Double) -> Double {
    isEmpty ? 0 : sorted()[Swift.min(count - 1, Int(Double(count) * share))]
  }
}
