/// Mean intersection over union of classes (mIoU), over those that occur in the guess or the truth.
///
/// - Parameters:
///   - guesses: the class of each place.
///   - truth: likewise; as many.
///   - classes: how many there are, numbered from 0.
/// - Returns: 0…1; 1 where there is nothing to tell apart.
/// - Complexity: O(places).
public func meanOverlap(_ guesses: [Int32], _ truth: [Int32], classes: Int) -> Double {
  precondition(guesses.count == truth.count, "\(guesses.count) guesses for \(truth.count) places")
  var both = [Int](repeating: 0, count: classes)
  var either = both
  for (guess, label) in zip(guesses, truth) {
    either[Int(guess)] += 1
    if guess == label {
      both[Int(guess)] += 1
    } else {
      either[Int(label)] += 1
    }
  }
  let overlaps = zip(both, either).filter { $0.1 > 0 }.map { Double($0) / Double($1) }
  return overlaps.isEmpty ? 1 : overlaps.reduce(0, +) / Double(overlaps.count)
}
