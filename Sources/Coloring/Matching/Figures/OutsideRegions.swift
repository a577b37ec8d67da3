import Raster
import Regions

/// The regions of a drawing that lie outside its figure, as far as only a reference tells: paper that the figure and a line, a slope or a
/// hill, cut off from the rest of the ground, and what stands apart on the sheet, a speech bubble or a cut number.
///
/// Idea: the ground's pieces look like the figure's in line art, but fall on ground in a reference laid over the drawing; and without
/// them that fits no worse. Elsewhere in the figure holes fall on ground too, which `HoleSigns` tells.
/// What stands apart is judged by lines alone: features find something alike in any figure, and bend the ground away.
struct OutsideRegions {
  /// The least share of a region that falls on ground, where it stands apart, and where it fills a lower corner.
  private static let leastApart = 0.6
  private static let leastAtCorner = 0.6
  /// The least length of a corner's region at the picture's sides, in sides of a square of its area, and its least
  /// share of the figure.
  private static let leastContact = 2.0
  private static let leastArea = 0.02
  /// From this share of the figure on they spoil its measure.
  private static let many = 0.03
  /// Below this agreement a reference does not tell where the ground is.
  private static let trusted: Float = 0.7

  /// The chance of each region to be outside, 0…1; 0 for those that cannot be told so.
  private(set) var chances: RegionTable<Double>
  private let map: RegionMap

  /// The regions outside of a drawing's figure.
  ///
  /// - Parameter laid: the references over the drawing; laid anew without these regions where they are a good part of it.
  static func found(_ laid: inout LaidReferences, _ references: [RegionDescriptors], work: Work)
    throws(Cancelled) -> OutsideRegions
  {
    let found = try OutsideRegions(laid, references, work: work)
    guard found.areMany else { return laid.agreement < trusted ? found.none : found }
    let bare = try LaidReferences(
      laid.drawing.without(found.chances.mapValues { $0 > 0 }, work: work), references, work: work)
    guard bare.agreement >= max(trusted, laid.agreement) else { return found.none }
    laid = bare
    return try found.joined(by: OutsideRegions(bare, references, work: work))
  }

  private init(_ laid: LaidReferences, _ references: [RegionDescriptors], work: Work)
    throws(Cancelled)
  {
    let map = laid.drawing.map
    let posed = laid.posedGroundShares(references)
    let figures = DrawnFigures(map: map, graph: laid.drawing.graph)
    let shares =
      figures.isApart.contains(true)
      ? try laid.byLines(references, work: work).groundShares(references)
      : RegionTable(map) { _ in 0 }
    let figureArea = Double(RegionShape.figureArea(of: map))
    chances = RegionTable(map) { region in
      let (label, area) = (region.label, Double(region.area))
      if region.isBackground { return 0 }
      if figures.isApart[label] {
        return shares[label] >= Self.leastApart ? shares[label] : 0
      }
      guard posed[label] >= Self.leastAtCorner, area >= Self.leastArea * figureArea,
        let contact = Self.contactAtCorner(of: region, in: map),
        contact >= Self.leastContact * area.squareRoot()
      else { return 0 }
      return posed[label]
    }
    self.map = map
  }

  /// None of them.
  private var none: OutsideRegions {
    var result = self
    result.chances = chances.mapValues { _ in 0 }
    return result
  }

  /// Those of both.
  private func joined(by other: OutsideRegions) -> OutsideRegions {
    var result = self
    result.chances = RegionTable(zip(chances, other.chances).map { max($0, $1) })
    return result
  }

  /// Whether the figure is to be measured anew without them.
  private var areMany: Bool {
    var (outside, figure) = (0, 0)
    for region in map.regions where !region.isBackground {
      figure += region.area
      if chances[region.label] > 0 { outside += region.area }
    }
    return Double(outside) > Self.many * Double(figure) && outside < figure
  }

  /// The length along which a region lies at the picture's sides, in pixels; nil where it does not reach a lower corner.
  private static func contactAtCorner(of region: Region, in map: RegionMap) -> Double? {
    let (box, picture) = (region.box, map.picture)
    let (left, right) = (picture.x, picture.maxX - 1)
    let bottom = picture.maxY - 1
    guard box.maxY > picture.maxY - Box.rim,
      box.x < left + Box.rim || box.maxX > picture.maxX - Box.rim
    else { return nil }
    func isOwn(_ x: Int, _ y: Int) -> Bool { map.labels[x, y] == region.label }
    guard isOwn(left, bottom) || isOwn(right, bottom) else { return nil }
    let rows = box.y..<box.maxY
    let lengths = [
      rows.count { isOwn(left, $0) }, rows.count { isOwn(right, $0) },
      (box.x..<box.maxX).count { isOwn($0, bottom) },
    ]
    return Double(lengths.reduce(0, +))
  }
}
