import Raster
import Regions

/// The regions of a drawing that lie outside its figure, as far as only a reference tells: paper that the figure and a line, a slope or a
/// hill, cut off from the rest of the ground, or the figure and the picture's sides did, or the ground's border where lines
/// leave it open; and what stands apart on the sheet, a speech bubble or a cut number.
///
/// Idea: the ground's pieces look like the figure's in line art, but fall on ground in a reference laid over the drawing; and without
/// them that fits no worse. Elsewhere in the figure holes fall on ground too, which `HoleSigns` tells.
struct OutsideRegions {
  /// The least share of a region that falls on ground, where it stands apart, and where it fills a lower corner.
  private static let leastApart = 0.6
  private static let leastAtCorner = 0.6
  /// The same where it lies at a side, and where an open border parts it from the ground.
  private static let leastAtSide = 0.75
  private static let leastBeyondBorder = 0.7
  /// The least length of a corner's region at the picture's sides, in sides of a square of its area, and its least
  /// share of the figure.
  private static let leastContact = 2.0
  private static let leastArea = 0.02
  /// The same at any side, and the most of its border that it has with the ground, which never meets itself across a line.
  private static let leastContactAtSide = 1.0
  private static let mostWithGround = 0.12
  /// The least length that lines leave open between it and the ground, in sides of a square of its area.
  private static let leastOpen = 0.5
  /// From this share of the figure on they spoil its measure.
  private static let many = 0.03
  /// Below this agreement a reference does not tell where the ground is.
  private static let trusted: Float = 0.7
  /// The same where what lies at a side or beyond an open border is asked.
  private static let wellTrusted: Float = 0.77

  /// The chance of each region to be outside, 0…1; 0 for those that cannot be told so.
  private(set) var chances: RegionTable<Double>
  private let map: RegionMap

  /// The regions outside of a drawing's figure.
  ///
  /// - Parameter laid: the references over the drawing; laid anew without these regions where they are a good part of it.
  static func found(_ laid: inout LaidReferences, _ references: [RegionDescriptors], work: Work)
    throws(Cancelled) -> OutsideRegions
  {
    let found = OutsideRegions(laid, references)
    guard found.areMany else { return laid.agreement < trusted ? found.none : found }
    let bare = try LaidReferences(
      laid.drawing.without(found.chances.mapValues { $0 > 0 }, work: work), references, work: work)
    guard bare.agreement >= max(trusted, laid.agreement) else { return found.none }
    laid = bare
    return found.joined(by: OutsideRegions(bare, references))
  }

  private init(_ laid: LaidReferences, _ references: [RegionDescriptors]) {
    let map = laid.drawing.map
    let shares = laid.groundShares(references)
    let posed = laid.posedGroundShares(references)
    let figures = DrawnFigures(map: map, graph: laid.drawing.graph)
    let figureArea = Double(RegionShape.figureArea(of: map))
    chances = RegionTable(map) { region in
      let (label, area) = (region.label, Double(region.area))
      if region.isBackground { return 0 }
      if figures.isApart[label] {
        return shares[label] >= Self.leastApart ? shares[label] : 0
      }
      guard area >= Self.leastArea * figureArea else { return 0 }
      let isOutside =
        posed[label] >= Self.leastAtCorner && Self.isAtCorner(region, in: map)
        || laid.agreement >= Self.wellTrusted
          && (posed[label] >= Self.leastAtSide
            && Self.isAtSide(region, in: map, graph: laid.drawing.graph)
            || posed[label] >= Self.leastBeyondBorder
              && Self.isBeyondBorder(region, in: map, graph: laid.drawing.graph))
      return isOutside ? posed[label] : 0
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

  /// Whether a region fills a lower corner of the picture.
  private static func isAtCorner(_ region: Region, in map: RegionMap) -> Bool {
    let (box, picture) = (region.box, map.picture)
    let (left, right) = (picture.x, picture.maxX - 1)
    let bottom = picture.maxY - 1
    guard box.maxY > picture.maxY - Box.rim,
      box.x < left + Box.rim || box.maxX > picture.maxX - Box.rim,
      map.labels[left, bottom] == region.label || map.labels[right, bottom] == region.label
    else { return false }
    let contact = contact(of: region, in: map)
    return Double(contact.left + contact.right + contact.bottom)
      >= leastContact * Double(region.area).squareRoot()
  }

  /// Whether a region lies along the picture's sides, and no ground beyond its lines.
  private static func isAtSide(_ region: Region, in map: RegionMap, graph: RegionGraph) -> Bool {
    let contact = contact(of: region, in: map)
    let whole = Double(contact.left + contact.right + contact.bottom + contact.top)
    guard whole >= leastContactAtSide * Double(region.area).squareRoot() else { return false }
    let borders = graph.neighbours(of: region.label)
    let ground = borders.reduce(0) { $0 + (map[$1.label].isBackground ? $1.border.length : 0) }
    return ground <= mostWithGround * borders.reduce(0) { $0 + $1.border.length }
  }

  /// Whether the paper of a region goes on into the ground, where no line parts them.
  private static func isBeyondBorder(_ region: Region, in map: RegionMap, graph: RegionGraph)
    -> Bool
  {
    let open = graph.neighbours(of: region.label).reduce(0) {
      $0 + (map[$1.label].isBackground ? $1.border.closing : 0)
    }
    return open >= leastOpen * Double(region.area).squareRoot()
  }

  /// The lengths along which a region lies at the picture's sides, in pixels.
  private static func contact(of region: Region, in map: RegionMap) -> (
    left: Int, right: Int, top: Int, bottom: Int
  ) {
    let (box, picture) = (region.box, map.picture)
    func isOwn(_ x: Int, _ y: Int) -> Bool { map.labels[x, y] == region.label }
    let (columns, rows) = (box.x..<box.maxX, box.y..<box.maxY)
    return (
      rows.count { isOwn(picture.x, $0) }, rows.count { isOwn(picture.maxX - 1, $0) },
      columns.count { isOwn($0, picture.y) }, columns.count { isOwn($0, picture.maxY - 1) }
    )
  }
}
