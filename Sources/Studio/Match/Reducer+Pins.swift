import Coloring
import Projects
import Raster
import Regions

// The artist's decisions about matches. A pin corrects a reason, not a region only: doubtful regions that had the
// same wrong counterpart, and for which the right one is a candidate too, follow in the same gesture. Surer ones that
// had it are offered (`MatchCommand.spread`), since for some of them it may have been right.
extension StudioState {
  mutating func pinToCandidate(_ number: Int) -> [Effect] {
    guard let region, let correspondence else { return [] }
    match.reference = nil
    let counterpart = correspondence.candidates[number - 1].counterpart
    return pin(chosen(or: region), to: counterpart)
  }

  /// Ends the choosing with a pin.
  mutating func pinHere() -> [Effect] {
    guard let analysis, let name = match.pinning, let referencePlace,
      let label = analysis.result.map.resolve(name)
    else { return [] }
    return pin(chosen(or: analysis.result.map[label]), to: referencePlace)
  }

  mutating func repeatPin() -> [Effect] {
    guard let region, let target = match.lastPin, let analysis,
      let reference = analysis.order.references.firstIndex(of: target.reference),
      let label = analysis.result.references[reference].map.resolve(target.counterpart)
    else { return [] }
    return pin(chosen(or: region), to: Counterpart(reference, label))
  }

  /// The marked regions, or else the one that a gesture began with.
  private func chosen(or region: Region) -> [UInt16] {
    let marked = markedLabels
    return marked.isEmpty ? [region.label] : marked
  }

  private mutating func pin(_ labels: [UInt16], to counterpart: Counterpart) -> [Effect] {
    guard let drawing, let analysis, let correspondences else { return [] }
    let reference = analysis.result.references[counterpart.reference]
    let target = PinTarget(
      reference: analysis.order.references[counterpart.reference],
      counterpart: RegionName(inside: reference.map[counterpart.label].inside))
    let others = others(like: labels, correspondences, to: counterpart)
    let names = (labels + others.doubtful).map(analysis.name)
    goToDrawing()
    match.reference = nil
    match.lastPin = target
    match.offer =
      others.sure.isEmpty
      ? nil
      : PinOffer(drawing: drawing.id, regions: others.sure.map(analysis.name), target: target)
    let paint = Phrase(colour: reference.paintName(of: counterpart.label))
    let effects = pin(names, to: target, paint: paint)
    if effects.isEmpty { return [] }
    desk.marks.areSpent = true
    let followed = others.doubtful.count
    var told =
      labels.count == 1
      ? Phrase("Pinned to \(paint.english)", "\(paint.japanese) に固定しました")
      : Phrase(
        "\(labels.count) regions pinned to \(paint.english)",
        "\(labels.count) 領域を \(paint.japanese) に固定しました")
    if followed > 0 {
      told.english +=
        ", and \(followed == 1 ? "a doubtful one" : "\(followed) doubtful ones") that had the same counterpart"
      told.japanese += "。同じ対応だった要確認 \(followed) 領域も固定しました"
    }
    if !others.sure.isEmpty {
      let count = others.sure.count
      told.english += "; S: the \(count == 1 ? "other one" : "\(count) others") that had it"
      told.japanese += "。S でほかの \(count) 領域も"
    }
    tell(.done, told)
    return effects
  }

  private mutating func pin(_ names: [RegionName], to target: PinTarget, paint: Phrase) -> [Effect]
  {
    guard let drawing else { return [] }
    let edits = names.map { name in
      Edit.pin(
        drawing.id, name, reference: target.reference, counterpart: target.counterpart)
    }
    return edit(
      edits + lessons(of: names, for: target),
      named: names.count == 1
        ? Phrase("pin to \(paint.english)", "\(paint.japanese) に固定")
        : Phrase(
          "pin \(names.count) regions to \(paint.english)",
          "\(names.count) 領域を \(paint.japanese) に固定"))
  }

  /// The undecided regions that have a counterpart which regions are taken away from.
  private func others(
    like labels: [UInt16], _ correspondences: Correspondences, to counterpart: Counterpart
  ) -> (doubtful: [UInt16], sure: [UInt16]) {
    let wrong = Set(
      labels.map { correspondences[$0] }.filter { $0.standing != .pinned }
        .compactMap(\.counterpart).filter { $0 != counterpart })
    var (doubtful, sure): ([UInt16], [UInt16]) = ([], [])
    let others = wrong.flatMap { correspondences.regions(matchedTo: $0) }.sorted()
    for other in others where !labels.contains(other) && !correspondences.isLabelled(other) {
      let theirs = correspondences[other]
      let isPossible = theirs.candidates.contains { $0.counterpart == counterpart }
      switch theirs.standing {
      case .doubtful, .automatic:
        // Crumbs too, which are not worth a stop of their own.
        let chance = flats?.matches[other].confidence ?? 1
        if isPossible, chance < Analysis.doubt {
          doubtful.append(other)
        } else {
          sure.append(other)
        }
      case .pinned, .unlinked, .unmatched, .painted, .labelled, .accepted: continue
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
    let label = reference.map.resolve(offer.target.counterpart)
    let paint = Phrase(colour: label.map { reference.paintName(of: $0) } ?? "")
    let effects = pin(offer.regions, to: offer.target, paint: paint)
    if !effects.isEmpty {
      let count = offer.regions.count
      tell(
        .done,
        Phrase(
          "Pinned \(count) more to \(paint.english)",
          "さらに \(count) 領域を \(paint.japanese) に固定しました"))
    }
    return effects
  }

  mutating func unlink() -> [Effect] {
    decide(
      Phrase("unlink a region", "対応を外す"), { Phrase("unlink \($0) regions", "\($0) 領域の対応を外す") },
      Edit.unlink)
  }

  mutating func release() -> [Effect] {
    decide(
      Phrase("back to the automatic match", "自動の対応に戻す"),
      { Phrase("\($0) regions back to the automatic match", "\($0) 領域を自動の対応に戻す") },
      Edit.release)
  }

  private mutating func decide(
    _ one: Phrase, _ several: (Int) -> Phrase, _ edit: (PictureID, [RegionName]) -> Edit
  ) -> [Effect] {
    guard let drawing, let analysis else { return [] }
    let labels = chosenLabels
    goToDrawing()
    match.offer = nil
    let name = labels.count == 1 ? one : several(labels.count)
    let effects = self.edit([edit(drawing.id, labels.map(analysis.name))], named: name)
    if !effects.isEmpty {
      desk.marks.areSpent = true
      tell(.done, Phrase("Done: \(name.english); u takes it back", "\(name.japanese)。u で元に戻せます"))
    }
    return effects
  }
}

extension Analysis {
  /// The lasting name of a region of the drawing.
  fileprivate func name(of label: UInt16) -> RegionName {
    RegionName(inside: result.map[label].inside)
  }
}
