import Raster

extension Plane where Element == UInt16 {
  /// Labels as letters: `a` is 1; anything else 0.
  init(letters: [String]) {
    self.init(
      width: letters[0].count, height: letters.count,
      elements: letters.joined().map { $0.isLetter ? UInt16($0.asciiValue! - 96) : 0 })
  }
}
