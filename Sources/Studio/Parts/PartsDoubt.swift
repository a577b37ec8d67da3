import Coloring
public import Projects
import Raster
import Regions

// The queue of doubtful regions, the same on every screen: what is doubted (`Doubt`) as the artist's decisions are now,
// without what was accepted, those first that are worth most to be looked at. The ground is in it: a figure may run out into it.

/// The way that `n` has led through a drawing's doubtful regions. What is settled leaves the queue and what is corrected
/// changes its place in it, so the way is remembered, and goes on to what it has not come to yet.
struct DoubtTrail: Sendable {
  let drawing: PictureID
  /// Points inside the regions, in the order they were gone to.
  var points: [Point] = []
  /// The artist's place on it, an index of `points`.
  var place = -1
}

extension StudioState {
  /// The doubtful regions of the drawing that is seen, the first to look at first.
  ///
  /// - Complexity: O(regions + what was accepted).
  public var doubtful: [UInt16] { analysis.map { doubtful(in: $0) } ?? [] }

  func doubtful(in analysis: Analysis) -> [UInt16] {
    let settled = settlements(in: analysis)
    return flats(of: analysis).doubts.map(\.label).filter { settled[$0] == nil }
  }

  /// The number of doubtful regions of a drawing, as far as the engine has seen it; nil where it has not.
  public func doubtfulCount(of drawing: PictureID) -> Int? {
    if let analysis = desk.analyses.last(where: { $0.order.drawing == drawing }) {
      return doubtful(in: analysis).count
    }
    return engine.facts[drawing]?.counts.doubtful
  }

  /// Goes on along the trail: forward to the doubtful region worth most that it has not come to, back the way it came,
  /// and once it has come to all of them, round.
  ///
  /// - Parameter step: 1 or -1.
  /// - Returns: the region to go to; nil where nothing is in doubt.
  mutating func followDoubt(_ step: Int) -> Region? {
    guard let analysis else { return nil }
    let map = analysis.result.map
    let queue = doubtful
    if queue.isEmpty { return nil }
    var trail = DoubtTrail(drawing: analysis.order.drawing)
    if let doubtTrail = desk.doubtTrail, doubtTrail.drawing == trail.drawing { trail = doubtTrail }
    func labels() -> [UInt16] {
      trail.points.map { map.resolve(RegionName(inside: $0)) ?? 0 }
    }
    // A doubtful region that the artist came to by another way is on the trail too.
    if let here = region?.label, queue.contains(here) {
      if let place = labels().lastIndex(of: here) {
        trail.place = place
      } else {
        trail.place += 1
        trail.points.insert(map[here].inside, at: trail.place)
      }
    }
    let known = labels()
    let all = step > 0 ? Array(known.indices) : known.indices.reversed()
    let ahead = all.filter { step > 0 ? $0 > trail.place : $0 < trail.place }
    let unseen = (step > 0 ? queue : queue.reversed()).first { !known.contains($0) }
    if let place = ahead.first(where: { queue.contains(known[$0]) }) {
      trail.place = place
    } else if let unseen {
      trail.place = step > 0 ? known.count : 0
      trail.points.insert(map[unseen].inside, at: trail.place)
    } else if let place = all.first(where: { queue.contains(known[$0]) }) {
      trail.place = place
    }
    desk.doubtTrail = trail
    return map.resolve(RegionName(inside: trail.points[trail.place])).map { map[$0] }
  }

  /// The judgement to make at a doubtful region, and where in the queue it is.
  func words(at region: Region, inQueue index: Int, of count: Int) -> Phrase {
    region.isBackground
      ? Phrase(
        "Doubtful \(index + 1) of \(count), the ground: y if none of the figure is in it; F3 C cuts",
        "要確認 \(index + 1)/\(count) (背景): 人物を含まなければ y、含むなら F3 C で切り分け")
      : Phrase(
        "Doubtful region \(index + 1) of \(count)", "要確認 \(index + 1)/\(count)")
  }
}
