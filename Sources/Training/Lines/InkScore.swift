internal import Raster

/// The agreement of ink with the true ink, over all pictures that are added.
///
/// A pixel of ink is right where the other drawing has one within two pixels; from half on a pixel is ink.
struct InkScore {
  static let tolerance: Float = 2

  private var guessed = 0
  private var right = 0
  private var known = 0
  private var found = 0
  private var pupil = 0
  private var inked = 0

  /// The harmonic mean of the share of guessed ink that is right and the share of true ink that is found, 0…1; 1 where
  /// neither has any.
  var f1: Double {
    guard guessed > 0 && known > 0 else { return guessed == known ? 1 : 0 }
    let (precision, recall) = (Double(right) / Double(guessed), Double(found) / Double(known))
    return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  /// The share of pixels inside pupils that are guessed to be ink, 0…1.
  var inPupils: Double { Double(inked) / Double(max(1, pupil)) }

  /// Adds a picture.
  ///
  /// - Parameters:
  ///   - guess: 0 paper … 255 ink.
  ///   - truth: likewise.
  ///   - isIris: of each pixel; those more than a pixel from true ink are inside pupils.
  /// - Complexity: O(pixels).
  mutating func add(
    _ guess: Plane<UInt8>, truth: Plane<UInt8>, isIris: (Int) -> Bool, work: Work
  ) throws(Cancelled) {
    let guess = try BitPlane(guess, work: work) { $0 >= 128 }
    let truth = try BitPlane(truth, work: work) { $0 >= 128 }
    let toTruth = try truth.distances(to: true, work: work).elements
    let toGuess = try guess.distances(to: true, work: work).elements
    for y in 0..<truth.height {
      for x in 0..<truth.width {
        let index = y * truth.width + x
        if guess[x, y] {
          guessed += 1
          if toTruth[index] <= Self.tolerance { right += 1 }
        }
        if truth[x, y] {
          known += 1
          if toGuess[index] <= Self.tolerance { found += 1 }
        }
        if isIris(index) && toTruth[index] >= 2 {
          pupil += 1
          if guess[x, y] { inked += 1 }
        }
      }
    }
  }
}
