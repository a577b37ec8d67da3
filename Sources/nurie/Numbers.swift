/// "1 drawing", "3 drawings".
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// A number with a fixed count of places.
func fixed(_ value: Double, _ places: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let units = Int((abs(value) * Double(scale)).rounded())
  let fraction = String(units % scale)
  let zeros = String(repeating: "0", count: places - fraction.count)
  return "\(value < 0 && units > 0 ? "-" : "")\(units / scale).\(zeros)\(fraction)"
}
