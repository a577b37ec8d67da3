import Coloring
public import Projects
import Regions

// The queue of doubtful regions, the same on every screen: what the engine doubts (`Doubt`), without what the artist has
// settled since, those first that are worth most to be looked at.

/// Where `n` last led.
public struct DoubtPlace: Hashable, Sendable {
  var drawing: PictureID
  /// `Doubt.weight` of the region.
  var weight: Double
}

extension StudioState {
  /// The doubtful regions of the drawing that is seen, the first to look at first.
  ///
  /// - Complexity: O(doubtful + what was settled).
  public var doubtful: [UInt16] { analysis.map { doubtful(in: $0) } ?? [] }

  func doubtful(in analysis: Analysis) -> [UInt16] {
    let settled = settlements(in: analysis)
    return analysis.doubts.map(\.label).filter { settled[$0] == nil }
  }

  /// How many regions of a drawing are in doubt, as far as the engine has seen it; nil where it has not.
  public func doubtfulCount(of drawing: PictureID) -> Int? {
    if let analysis = analyses.last(where: { $0.order.drawing == drawing }) {
      return doubtful(in: analysis).count
    }
    return facts[drawing]?.counts.doubtful
  }

  /// Goes along the queue: from the selected region where that is in it, else on from where it was left, since what is
  /// settled goes out of it.
  ///
  /// - Parameter step: 1 or -1.
  /// - Returns: the region to go to; nil where nothing is in doubt.
  mutating func followDoubt(_ step: Int) -> Region? {
    guard let analysis else { return nil }
    let drawing = analysis.order.drawing
    let queue = doubtful
    if queue.isEmpty { return nil }
    let weights = Dictionary(
      uniqueKeysWithValues: analysis.doubts.map { ($0.label, $0.weight) })
    let index: Int
    if let now = queue.firstIndex(where: { $0 == region?.label }) {
      index = now + step
    } else if let place = doubtPlace, place.drawing == drawing {
      let next = queue.firstIndex { weights[$0, default: 0] <= place.weight }
      index = (next ?? queue.count) + (step > 0 ? 0 : -1)
    } else {
      index = step > 0 ? 0 : -1
    }
    let label = queue[(index + queue.count) % queue.count]
    doubtPlace = DoubtPlace(drawing: drawing, weight: weights[label, default: 0])
    return analysis.result.map[label]
  }
}
