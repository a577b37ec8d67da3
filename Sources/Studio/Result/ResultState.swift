public import Coloring
public import ImageFormats
internal import Projects
public import Raster
public import TerminalUI

/// The view of the coloured result: the comparison, the ground, the hidden layers.
public struct ResultState: Sendable {
  public enum Comparison: Sendable, CaseIterable {
    /// The line art left of the divider, the result right of it.
    case split
    case after
    case before
  }

  public var comparison = Comparison.split
  /// The divider's place, 0…1 of the pane's width.
  public var divider = 0.5
  public var hidden: LayerSelection = []
  /// The ground it is seen on; remembered with the project.
  public var background = ColoringSettings.Background.none
  /// The layered file that renders write too.
  public var layers: LayeredFormat?
  /// Results that were composed otherwise than the engine does, the newest last.
  var compositions: [Composition] = []
  /// The order that is being composed.
  var composing: CompositionOrder?

  public init() {}

  /// Lets go of what was composed of a drawing.
  mutating func forgetCompositions(of drawing: PictureID) {
    compositions.removeAll { $0.order.analysis.drawing == drawing }
  }

  static let backgrounds: [ColoringSettings.Background] = [
    .none, .colour(.white), .reference, .colour(RGBA(120, 120, 120)), .colour(.black),
  ]
}

extension ColoringSettings.Background {
  /// Its lasting name: `none`, `reference`, or a colour like `#ffffff`.
  var name: String {
    switch self {
    case .none: "none"
    case .reference: "reference"
    case .colour(let colour): colour.hex
    }
  }

  /// - Returns: nil where `name` is none.
  init?(name: String) {
    switch name {
    case "none": self = .none
    case "reference": self = .reference
    default:
      guard let colour = RGBA(hex: name) else { return nil }
      self = .colour(colour)
    }
  }
}

/// A view of a result: some of its layers, on some ground.
public struct CompositionOrder: Hashable, Sendable {
  public var analysis: AnalysisOrder
  public var layers: LayerSelection
  public var background: ColoringSettings.Background

  public init(
    analysis: AnalysisOrder, layers: LayerSelection, background: ColoringSettings.Background
  ) {
    self.analysis = analysis
    self.layers = layers
    self.background = background
  }
}

/// A result as it was asked for.
public struct Composition: Sendable {
  public let order: CompositionOrder
  public let picture: Pyramid<RGBA>

  public init(order: CompositionOrder, picture: Pyramid<RGBA>) {
    self.order = order
    self.picture = picture
  }
}

extension StudioState {
  /// The view that the result screen is to show of the present analysis.
  public var wantedResult: CompositionOrder? {
    guard let analysis else { return nil }
    return CompositionOrder(
      analysis: analysis.order, layers: .all.subtracting(result.hidden),
      background: result.background)
  }

  /// The result as it is looked at: the one that is wanted, or until that is there the last one of the drawing.
  public var shownResult: Composition? {
    guard let analysis, let wanted = wantedResult else { return nil }
    let made = CompositionOrder(
      analysis: analysis.order, layers: .all, background: analysis.order.settings.background)
    if wanted == made { return Composition(order: made, picture: analysis.picture) }
    return result.compositions.last { $0.order == wanted }
      ?? result.compositions.last { $0.order.analysis.drawing == wanted.analysis.drawing }
      ?? Composition(order: made, picture: analysis.picture)
  }

  /// Asks for the result that is wanted, where it is not there.
  mutating func wantedComposition() -> [Effect] {
    guard screen == .result, let analysis, let wanted = wantedResult,
      wanted.layers != .all || wanted.background != analysis.order.settings.background,
      wanted != result.composing, !result.compositions.contains(where: { $0.order == wanted })
    else { return [] }
    result.composing = wanted
    return [.compose(wanted, analysis.result)]
  }

  mutating func take(_ composition: Composition) {
    if result.composing == composition.order { result.composing = nil }
    result.compositions.append(composition)
    // Each holds some 4 bytes a pixel.
    while result.compositions.count > 1,
      result.compositions.map(\.picture.plane.elements.count).reduce(0, +) > Analysis.keptPixels
    {
      result.compositions.removeFirst()
    }
  }
}
