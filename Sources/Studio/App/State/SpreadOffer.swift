import Coloring
public import Projects
public import Regions

/// Regions that the last gesture could go on to: they are marked and counted, and nothing is done to them before the artist
/// says so (`SpreadCommand`). Whatever else the artist does lets go of it.
public struct SpreadOffer: Hashable, Sendable {
  /// The gesture.
  public enum Gesture: Hashable, Sendable {
    case label(LabelChoice)
    case pin(PinTarget)
  }

  public var drawing: PictureID
  /// At least one; none of those that the gesture was made for.
  public var regions: [RegionName]
  public var gesture: Gesture

  /// From this chance on a region is taken for the same thing as one that looks like it.
  static let likely = 0.6
  /// From this chance on a region is taken for right, whatever happened to others.
  static let sure = 0.95
  /// By so much more likely right.
  private static let clearlySurer = 0.1

  /// The chance below which a region is likely wrong for the same reason as one that was wrong with the chance
  /// `confidence`.
  static func limit(_ confidence: Double) -> Double {
    min(sure, max(Analysis.doubt, confidence + clearlySurer))
  }
}

extension StudioState {
  /// The offer that stands for the drawing that is seen.
  public var spreadOffer: SpreadOffer? {
    guard let offer = desk.offer, offer.drawing == drawing?.id,
      screen == .parts || screen == .match,
      analysis != nil
    else { return nil }
    return offer
  }

  /// The regions of the offer, as they are now.
  public var offeredLabels: [UInt16] {
    guard let offer = spreadOffer, let map = analysis?.result.map else { return [] }
    return offer.regions.compactMap(map.resolve)
  }

  /// Says what was done, and offers to do the same to other regions, if there are any.
  mutating func offer(
    _ gesture: SpreadOffer.Gesture, to regions: [RegionName], of drawing: PictureID,
    after told: Phrase
  ) {
    desk.offer =
      regions.isEmpty ? nil : SpreadOffer(drawing: drawing, regions: regions, gesture: gesture)
    let count = regions.count
    tell(
      .done,
      count == 0
        ? told.undoable
        : Phrase(
          "\(told.english). \(count) alike (+): Enter takes \(count == 1 ? "it" : "them") too, Esc only this",
          "\(told.japanese)。似た領域 \(count) (+): Enter でまとめて、Esc でこれだけ"))
  }

  /// Does to the offered regions what was done to the one.
  mutating func takeOffer() -> [Effect] {
    guard let offer = spreadOffer, let subject = drawingSubject else { return [] }
    desk.offer = nil
    let (effects, what): ([Effect], Phrase)
    switch offer.gesture {
    case .label(let choice):
      what = choice.part == nil ? Phrase("no label", "指定なし") : name(of: choice.part)
      effects = edit(
        [.label(subject.picture.id, offer.regions, part: choice.part)]
          + lessons(of: choice.part, for: offer.regions),
        named: Phrase(
          "label \(offer.regions.count) alike: \(what.english)",
          "似た \(offer.regions.count) 領域: \(what.japanese)"))
    case .pin(let target):
      guard let analysis, let index = analysis.order.references.firstIndex(of: target.reference),
        let label = analysis.result.references[index].map.resolve(target.counterpart)
      else { return [] }
      what = analysis.result.references[index].paintPhrase(of: label)
      effects = pin(offer.regions, to: target, paint: what)
    }
    if !effects.isEmpty {
      let count = offer.regions.count
      tell(
        .done,
        Phrase(
          "\(count) more: \(what.english)", "さらに \(count) 領域: \(what.japanese)"
        ).undoable)
    }
    return effects
  }
}
