public import Coloring
internal import Delivery
public import ImageFormats
public import Projects
public import Raster
internal import Regions
public import TerminalUI

/// Everything that decides how a drawing is coloured: what the engine is asked for, and what an answer is
/// the answer to.
public struct AnalysisOrder: Sendable, Hashable {
  public var drawing: PictureID
  /// The references that it is matched with, at least one; results count them in this order.
  public var references: [PictureID]
  /// Their places among all references that the project ever had.
  public var places: [Int]
  /// The project's other references: the palette is theirs too.
  public var others: [LabelledReference]
  public var corrections: Corrections
  public var settings: ColoringSettings
  /// The part labels of each of `references`.
  public var referenceLabels: [[PartLabel]]
  /// Those of the project's other drawings of this character.
  public var examples: [DrawingExamples]

  /// Nil where the drawing has no reference yet.
  public init?(_ drawing: PictureID, in project: ProjectState) {
    references = project.references(for: drawing).map(\.id)
    if references.isEmpty { return nil }
    self.drawing = drawing
    places = project.matched(for: drawing)
    others = project.otherReferences(for: drawing).map { reference in
      LabelledReference(reference.id, in: project)
    }
    corrections = project.corrections(for: drawing)
    settings = project.settings(for: drawing)
    referenceLabels = references.map { project.labels[$0] ?? [] }
    examples = project.examples(for: drawing)
  }

  /// Names all of it: equal to `ProjectState.contentKey(for:)` of the project that it was made from.
  ///
  /// - Complexity: O(corrections of the drawing, labels of references, palette edits).
  var key: ContentKey {
    let all = allReferences
    return ContentKey(
      of: DrawingState(
        pictures: [drawing.rawValue] + all.map(\.id.rawValue), matched: places,
        removed: all.indices.filter { all[$0].isRemoved }, corrections: corrections,
        referenceLabels: all.map(\.labels), examples: examples, settings: settings))
  }

  /// The order for the flats' basis: the same without what flats follow.
  var basis: AnalysisOrder {
    var order = self
    order.corrections = Corrections()
    order.corrections.regions = corrections.regions
    order.referenceLabels = []
    order.examples = []
    order.settings = ColoringSettings()
    order.settings.gap = settings.gap
    order.settings.matcher = settings.matcher
    order.settings.borders = settings.borders
    order.settings.teller = settings.teller
    order.settings.traceColours = settings.traceColours
    return order
  }

  /// Every reference that the project ever had, in the order they were added.
  var allReferences: [LabelledReference] {
    var others = others.makeIterator()
    return (0..<references.count + self.others.count).compactMap { place in
      places.firstIndex(of: place).map { index in
        LabelledReference(id: references[index], labels: referenceLabels[index])
      } ?? others.next()
    }
  }
}

/// A reference of which only the colours count, with the parts that the artist gave its regions.
public struct LabelledReference: Sendable, Hashable {
  public var id: PictureID
  public var labels: [PartLabel]
  /// Whether it was removed from the project: then it has no labels, and gives no more than names.
  public var isRemoved = false

  init(id: PictureID, labels: [PartLabel]) {
    self.id = id
    self.labels = labels
  }

  init(_ id: PictureID, in project: ProjectState) {
    self.id = id
    isRemoved = project.isRemoved(id)
    labels = isRemoved ? [] : project.labels[id] ?? []
  }
}

/// The engine's results for a drawing.
public struct Analysis: Sendable {
  public let order: AnalysisOrder
  public let result: ColoringResult
  /// The size on paper that the drawing's file states, if any.
  public let resolution: Resolution?
  /// The drawing's ink, the coloured picture and the references, to be looked at from any distance.
  public let ink: Pyramid<UInt8>
  public let picture: Pyramid<RGBA>
  public let references: [Pyramid<RGBA>]
  private let memo = FlatsMemo()

  /// - Complexity: O(pixels) for the pyramids.
  public init(
    order: AnalysisOrder, result: ColoringResult, resolution: Resolution? = nil,
    references: [Pyramid<RGBA>], work: Work
  ) throws(Cancelled) {
    self.order = order
    self.result = result
    self.resolution = resolution
    self.references = references
    ink = try Pyramid(result.lineArt.darkness, work: work)
    picture = try Pyramid(result.image, work: work)
  }

  /// The drawing's flats as the artist's decisions make them.
  func flats(_ decisions: FlatsDecisions) -> Flats { memo.flats(decisions, of: result.basis) }

  /// Those of drawings seen before are kept up to so many pixels in all, which hold some 20 bytes each: one goes back
  /// to small drawings at once, and large ones do not add up.
  static let keptPixels = 8_000_000

  /// The facts that are written of it.
  var coloured: ColouredDrawing {
    ColouredDrawing(result, settings: order.settings, resolution: resolution)
  }

  /// The coloured picture in small, for lists.
  ///
  /// - Complexity: O(pixels of the thumbnail), for it is made from a copy that is small already.
  var thumbnail: Image { picture.copy(longest: Thumbnail.side) }

  var pixels: Int { result.map.labels.width * result.map.labels.height }

  /// Below this chance a paint is more likely wrong than right.
  public static let doubt = 0.5
}

/// The engine's progress with a drawing.
public struct AnalysisProgress: Sendable, Hashable {
  public var order: AnalysisOrder
  /// On the clock of `StudioState.now`.
  public var since: Int
  /// 0…1.
  public var share: Double
  public var stage: StageKind
}
