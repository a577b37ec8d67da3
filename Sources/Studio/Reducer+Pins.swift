import Coloring
import Projects
import Raster
import Regions

// What the artist decides about matches. A pin corrects a reason, not a region only: doubtful regions that had the
// same wrong counterpart, and for which the right one is a candidate too, follow in the same gesture. Surer ones that
// had it are offered (`MatchCommand.spread`), since for some of them it may have been right.
extension StudioState {
  mutating func pinToCandidate(_ number: Int) -> [Effect] {
    guard let region, let correspondence else { return [] }
    match.reference = nil
    let counterpart = correspondence.candidates[number - 1].counterpart
    return pin(region, to: counterpart)
  }

  /// Ends the choosing with a pin.
  mutating func pinHere() -> [Effect] {
    guard let analysis, let name = match.pinning, let referencePlace,
      let label = analysis.result.map.resolve(name)
    else { return [] }
    return pin(analysis.result.map[label], to: referencePlace)
  }

  mutating func repeatPin() -> [Effect] {
    guard let region, let target = match.lastPin, let analysis,
      let reference = analysis.order.references.firstIndex(of: target.reference),
      let label = analysis.result.references[reference].map.resolve(target.counterpart)
    else { return [] }
    return pin(region, to: Counterpart(reference, label))
  }

  private mutating func pin(_ region: Region, to counterpart: Counterpart) -> [Effect] {
    guard let drawing, let analysis, let correspondences else { return [] }
    let reference = analysis.result.references[counterpart.reference]
    let target = PinTarget(
      reference: analysis.order.references[counterpart.reference],
      counterpart: RegionName(inside: reference.map[counterpart.label].inside))
    let others = others(like: region.label, correspondences, to: counterpart)
    let names = ([region.label] + others.doubtful).map(analysis.name)
    goToDrawing()
    match.reference = nil
    match.lastPin = target
    match.offer =
      others.sure.isEmpty
      ? nil
      : PinOffer(drawing: drawing.id, regions: others.sure.map(analysis.name), target: target)
    let paint = reference.paintName(of: counterpart.label)
    let effects = pin(names, to: target, paint: paint)
    if effects.isEmpty { return [] }
    let followed = others.doubtful.count
    var told =
      followed == 0
      ? Phrase("Pinned to \(paint)", "\(paint) に固定しました")
      : Phrase(
        "Pinned to \(paint), and \(followed) doubtful ones that had the same counterpart",
        "\(paint) に固定し、同じ対応だった要確認 \(followed) 領域も固定しました")
    if !others.sure.isEmpty {
      let count = others.sure.count
      told.english += "; S: the \(count) others that had it"
      told.japanese += "。S でほかの \(count) 領域も"
    }
    tell(.done, told)
    return effects
  }

  private mutating func pin(_ names: [RegionName], to target: PinTarget, paint: String) -> [Effect]
  {
    guard let drawing else { return [] }
    let edits = names.map { name in
      Edit.pin(
        drawing.id, name, reference: target.reference, counterpart: target.counterpart)
    }
    return edit(
      edits,
      named: names.count == 1
        ? Phrase("pin to \(paint)", "\(paint) に固定")
        : Phrase("pin \(names.count) regions to \(paint)", "\(names.count) 領域を \(paint) に固定"))
  }

  /// The undecided regions that have the counterpart which a region is taken away from.
  private func others(
    like label: UInt16, _ correspondences: Correspondences, to counterpart: Counterpart
  ) -> (doubtful: [UInt16], sure: [UInt16]) {
    let wrong = correspondences[label]
    guard let from = wrong.counterpart, from != counterpart, wrong.standing != .pinned else {
      return ([], [])
    }
    var (doubtful, sure): ([UInt16], [UInt16]) = ([], [])
    for other in correspondences.regions(matchedTo: from) where other != label {
      let theirs = correspondences[other]
      let isPossible = theirs.candidates.contains { $0.counterpart == counterpart }
      switch theirs.standing {
      case .doubtful where isPossible: doubtful.append(other)
      case .doubtful, .automatic: sure.append(other)
      case .pinned, .unlinked, .unmatched: continue
      }
    }
    return (doubtful, sure)
  }

  mutating func spreadPin() -> [Effect] {
    guard let offer = match.offer, let analysis,
      let index = analysis.order.references.firstIndex(of: offer.target.reference)
    else { return [] }
    match.offer = nil
    let reference = analysis.result.references[index]
    let paint =
      reference.map.resolve(offer.target.counterpart).map { reference.paintName(of: $0) } ?? ""
    let effects = pin(offer.regions, to: offer.target, paint: paint)
    if !effects.isEmpty {
      let count = offer.regions.count
      tell(.done, Phrase("Pinned \(count) more to \(paint)", "さらに \(count) 領域を \(paint) に固定しました"))
    }
    return effects
  }

  mutating func unlink() -> [Effect] {
    decide(Phrase("unlink a region", "対応を外す")) { .unlink($0, [$1]) }
  }

  mutating func release() -> [Effect] {
    decide(Phrase("back to the automatic match", "自動の対応に戻す")) { .release($0, [$1]) }
  }

  private mutating func decide(_ name: Phrase, _ edit: (PictureID, RegionName) -> Edit) -> [Effect]
  {
    guard let drawing, let region else { return [] }
    goToDrawing()
    match.offer = nil
    return self.edit([edit(drawing.id, RegionName(inside: region.inside))], named: name)
  }
}

extension Analysis {
  /// The lasting name of a region of the drawing.
  fileprivate func name(of label: UInt16) -> RegionName {
    RegionName(inside: result.map[label].inside)
  }
}
