import Coloring
import Projects
import Raster
import Regions

// The artist's decisions about matches. A pin corrects a reason, not a region only: regions that had the same wrong
// counterpart, and for which the right one is a candidate too, are offered to follow (`SpreadOffer`), and so are those that a
// network sees as the same thing.
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
    goToDrawing()
    match.reference = nil
    match.lastPin = target
    let paint = reference.paintPhrase(of: counterpart.label)
    let effects = pin(labels.map(analysis.name), to: target, paint: paint)
    if effects.isEmpty { return [] }
    desk.marks.areSpent = true
    let told =
      labels.count == 1
      ? Phrase("Pinned to \(paint.english)", "\(paint.japanese) に固定しました")
      : Phrase(
        "\(labels.count) regions pinned to \(paint.english)",
        "\(labels.count) 領域を \(paint.japanese) に固定しました")
    offer(.pin(target), to: others.map(analysis.name), of: drawing.id, after: told)
    return effects
  }

  mutating func pin(_ names: [RegionName], to target: PinTarget, paint: Phrase) -> [Effect] {
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

  /// The undecided regions that have a counterpart which regions are taken away from, for the same reason: they could have
  /// the right one, and the engine was not clearly surer of them.
  private func others(
    like labels: [UInt16], _ correspondences: Correspondences, to counterpart: Counterpart
  ) -> [UInt16] {
    guard let flats, let basis = analysis?.result.basis, let map = analysis?.result.map else {
      return []
    }
    var limits: [Counterpart: Double] = [:]
    for label in labels {
      let own = correspondences[label]
      guard own.standing != .pinned, let wrong = own.counterpart, wrong != counterpart else {
        continue
      }
      limits[wrong] = max(limits[wrong] ?? 0, SpreadOffer.limit(flats.matches[label].confidence))
    }
    let likeness = basis.chances(ofSharing: .paint, with: labels)
    return flats.matches.labels.filter { other in
      let theirs = correspondences[other]
      guard theirs.standing == .doubtful || theirs.standing == .automatic,
        !labels.contains(other), !correspondences.isLabelled(other), !map[other].isBackground,
        theirs.counterpart != counterpart
      else { return false }
      let confidence = flats.matches[other].confidence
      if confidence < likeness[other], likeness[other] > SpreadOffer.likely { return true }
      return confidence < theirs.counterpart.flatMap { limits[$0] } ?? 0
        && theirs.candidates.contains { $0.counterpart == counterpart }
    }
  }

  mutating func unlink() -> [Effect] {
    decide(
      Phrase("unlink a region", "対応を外す"), { Phrase("unlink \($0) regions", "\($0) 領域の対応を外す") },
      { [.unlink($0, $1)] })
  }

  /// Takes back what was decided about the chosen regions' matches, and paint that was chosen by hand, by whichever points the
  /// regions were named.
  mutating func release() -> [Effect] {
    guard let drawing, let map = analysis?.result.map, let state = desk.project?.state else {
      return []
    }
    let labels = Set(chosenLabels)
    func isChosen(_ region: RegionName) -> Bool { map.resolve(region).map(labels.contains) == true }
    let decided =
      (state.pins[drawing.id] ?? []).map(\.region) + (state.unlinks[drawing.id] ?? [])
      + (state.accepted[drawing.id] ?? []).map(\.region)
    let painted = (state.colours[drawing.id] ?? []).map(\.region).filter(isChosen)
    return decide(
      Phrase("back to the automatic match", "自動の対応に戻す"),
      { Phrase("\($0) regions back to the automatic match", "\($0) 領域を自動の対応に戻す") },
      { drawing, regions in
        let others = decided.filter { isChosen($0) && !regions.contains($0) }
        return [.release(drawing, regions + others)]
          + (painted.isEmpty ? [] : [.colour(drawing, painted, entry: nil)])
      })
  }

  private mutating func decide(
    _ one: Phrase, _ several: (Int) -> Phrase, _ edits: (PictureID, [RegionName]) -> [Edit]
  ) -> [Effect] {
    guard let drawing, let analysis else { return [] }
    let labels = chosenLabels
    goToDrawing()
    let name = labels.count == 1 ? one : several(labels.count)
    let effects = edit(edits(drawing.id, labels.map(analysis.name)), named: name)
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
