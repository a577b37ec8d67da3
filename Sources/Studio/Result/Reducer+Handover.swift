internal import Coloring
internal import Projects
internal import Raster
internal import Regions

// A finished drawing becomes a reference of those that come after it. Its picture is a copy of what is seen, its regions and
// paints go along as they are, and so does the part of each, by the same point inside. Pins go along too:
// one to a region of a former reference goes to the finished drawing's region that has its colour from there, where there
// is one. The drawings that get the new reference keep those they had, after it, so that any other pin holds as it is.
// A later result of the same drawing takes the place of the one before, wherever that was used.

extension StudioState {
  /// Drawings that the result is for: those that are marked, or else all after this one that take their colours from a
  /// reference of it; after the last of them, all others of these.
  private func heirs(of drawing: PictureID) -> [PictureID] {
    let ids = listed(.drawing).map(\.id)
    guard let state = desk.project?.state, let now = ids.firstIndex(of: drawing) else { return [] }
    let marked = ids.filter { pictures.marked.contains($0) && $0 != drawing }
    if !marked.isEmpty { return marked }
    // Of the same character: what has none of its references is drawn after another sheet.
    let own = Set(state.references(for: drawing).map(\.id))
    func isAkin(_ id: PictureID) -> Bool {
      id != drawing && state.references(for: id).contains { own.contains($0.id) }
    }
    let following = ids[(now + 1)...].filter(isAkin)
    return following.isEmpty ? ids.filter(isAkin) : following
  }

  /// Why the result as it is seen cannot be given on.
  var unfinishedObstacle: Phrase? {
    if analysis == nil { return analysisObstacle }
    return isAnalysisFresh
      ? nil : Phrase("The result is being brought up to date …", "結果を更新しています…")
  }

  func obstacleToHandover() -> Phrase? {
    if let obstacle = readOnlyObstacle ?? unfinishedObstacle { return obstacle }
    return drawing.map { heirs(of: $0.id).isEmpty } ?? true
      ? Phrase(
        "No other drawing has a reference of this one; mark those it is for (F2, Space)",
        "同じ色見本の線画がほかにありません。対象に印を付けてください (F2, Space)") : nil
  }

  mutating func handOver() -> [Effect] {
    guard let analysis, let drawing else { return [] }
    tell(
      .done,
      Phrase("Making a reference of \(drawing.title) …", "\(drawing.title) を色見本にしています…"))
    return [.importResult(analysis.result, title: drawing.title, of: drawing.id)]
  }

  /// Takes in the copy: one line of the journal.
  mutating func take(_ reference: Picture, from drawing: PictureID) -> [Effect] {
    guard let project = desk.project else { return [] }
    self.desk.project?.history.include([reference])
    let heirs = heirs(of: drawing)
    let former = Set(project.state.references.filter { $0.result == drawing }.map(\.id))
    var edits =
      [Edit.add([reference.id])] + project.state.renames(of: [reference], inPlaceOf: former)
    var regions: [String: [RegionName]] = [:]
    var pins: (moved: [Edit], kept: Int) = ([], 0)
    if let analysis = desk.analyses.last(where: { $0.order.drawing == drawing }) {
      let result = analysis.result
      pins = moved(pinsOf: heirs, but: former, to: reference.id, by: analysis)
      for (region, part) in zip(result.map.regions, result.parts) {
        if let part, part.origin != .ground {
          regions[part.part, default: []].append(RegionName(inside: region.inside))
        }
      }
    }
    for part in regions.keys.sorted() {
      edits.append(.label(reference.id, regions[part] ?? [], part: part))
    }
    edits += pins.moved + repinned(from: former, to: reference.id)
    for other in project.state.drawings {
      let all = project.state.references(for: other.id).map(\.id)
      let references = all.filter { !former.contains($0) }
      if heirs.contains(other.id) || references.count < all.count {
        edits.append(.assign([other.id], references: [reference.id] + references))
      } else if project.state.assigned[other.id] == nil {
        // One that has all references would have this one too.
        edits.append(.assign([other.id], references: references))
      }
    }
    if !former.isEmpty { edits.append(.remove(former.sorted())) }
    let title = reference.title
    let effects = edit(
      edits, named: Phrase("\(title) as a reference", "\(title) を色見本にする"))
    var told = Phrase(
      "\(title) is now the first reference of \(heirs.count.counted("drawing"))",
      "\(title) を \(heirs.count) 枚の線画の最初の色見本にしました")
    if !pins.moved.isEmpty {
      told.english += "; \(pins.moved.count.counted("pin")) went along"
      told.japanese += "。固定 \(pins.moved.count) 件も移しました"
    }
    if pins.kept > 0 {
      told.english += "; \(pins.kept.counted("pin")) stayed with the former reference"
      told.japanese += "。\(pins.kept) 件は元の色見本への固定のままです"
    }
    let open = doubtfulCount(of: drawing) ?? 0
    if open > 0 {
      told.english += "; \(open.counted("region")) of it in doubt: mistakes go along"
      told.japanese += "。要確認 \(open) 領域の間違いも引き継がれます"
    }
    tell(open > 0 ? .warning : .done, told)
    return effects
  }

  /// The pins to former results of a drawing, each to the same place of the new one.
  private func repinned(from former: Set<PictureID>, to reference: PictureID) -> [Edit] {
    guard let state = desk.project?.state else { return [] }
    return state.drawings.flatMap { drawing in
      (state.pins[drawing.id] ?? []).filter { former.contains($0.reference) }.map {
        .pin(drawing.id, $0.region, reference: reference, counterpart: $0.counterpart)
      }
    }
  }

  /// The pins of some drawings, but those to `former` references, where the finished drawing has a region that comes from the same place: each to that
  /// region of the new reference; and how many have none.
  private func moved(
    pinsOf drawings: [PictureID], but former: Set<PictureID>, to reference: PictureID,
    by analysis: Analysis
  ) -> (moved: [Edit], kept: Int) {
    let successors = analysis.successors
    var (moved, kept): ([Edit], Int) = ([], 0)
    for drawing in drawings {
      for pin in desk.project?.state.pins[drawing] ?? [] where !former.contains(pin.reference) {
        if let index = analysis.order.references.firstIndex(of: pin.reference),
          let label = analysis.result.references[index].map.resolve(pin.counterpart),
          let successor = successors[Counterpart(index, label)]
        {
          let place = RegionName(inside: analysis.result.map[successor].inside)
          moved.append(.pin(drawing, pin.region, reference: reference, counterpart: place))
        } else {
          kept += 1
        }
      }
    }
    return (moved, kept)
  }
}

extension Analysis {
  /// The drawing's region that stands for each region of the references: of those matched to it the surest, and of
  /// equals the largest; none that is in doubt.
  ///
  /// - Complexity: O(regions).
  fileprivate var successors: [Counterpart: UInt16] {
    func rank(_ label: UInt16) -> (Double, Int) {
      (result.matches[label].confidence, result.map[label].area)
    }
    var successors: [Counterpart: UInt16] = [:]
    for match in result.matches
    where result.flats[match.label].confidence >= Analysis.doubt {
      guard let counterpart = match.chosen?.counterpart else { continue }
      if let known = successors[counterpart], rank(known) >= rank(match.label) { continue }
      successors[counterpart] = match.label
    }
    return successors
  }
}
