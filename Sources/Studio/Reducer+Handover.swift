internal import Coloring
internal import Projects
internal import Raster
internal import Regions

// A finished drawing becomes a reference of those that come after it. Its picture is a copy of what is seen, so each of
// its regions lies where the drawing's does, and the part of each goes along by the same point inside. The drawings
// that get it keep the references they had, after it: pins to those stay what they are.

extension StudioState {
  /// Drawings that the result is for: those that are marked, or else all after this one; after the last, all others.
  private func heirs(of drawing: PictureID) -> [PictureID] {
    let ids = listed(.drawing).map(\.id)
    guard let now = ids.firstIndex(of: drawing) else { return [] }
    let marked = ids.filter { browse.marked.contains($0) && $0 != drawing }
    if !marked.isEmpty { return marked }
    let following = Array(ids[(now + 1)...])
    return following.isEmpty ? ids.filter { $0 != drawing } : following
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
      ? Phrase("There is no other drawing", "ほかの線画がありません") : nil
  }

  mutating func handOver() -> [Effect] {
    guard let analysis, let drawing else { return [] }
    tell(
      .done,
      Phrase("Making a reference of \(drawing.title) …", "\(drawing.title) を参照にしています…"))
    return [.importResult(analysis.result.image, title: drawing.title, of: drawing.id)]
  }

  /// Takes in the copy: one line of the journal.
  mutating func take(_ reference: Picture, from drawing: PictureID) -> [Effect] {
    guard let project else { return [] }
    self.project?.history.include([reference])
    let heirs = heirs(of: drawing)
    var edits: [Edit] = [.add([reference.id])]
    var regions: [String: [RegionName]] = [:]
    if let result = analyses.last(where: { $0.order.drawing == drawing })?.result {
      for (region, part) in zip(result.map.regions, result.parts) {
        if let part, part.origin != .ground {
          regions[part.part, default: []].append(RegionName(inside: region.inside))
        }
      }
    }
    for part in regions.keys.sorted() {
      edits.append(.label(reference.id, regions[part] ?? [], part: part))
    }
    for other in project.state.drawings {
      let references = project.state.references(for: other.id).map(\.id)
      if heirs.contains(other.id) {
        edits.append(.assign([other.id], references: [reference.id] + references))
      } else if project.state.assigned[other.id] == nil {
        // One that has all references would have this one too.
        edits.append(.assign([other.id], references: references))
      }
    }
    let title = reference.title
    let effects = edit(
      edits, named: Phrase("\(title) as a reference", "\(title) を参照にする"))
    tell(
      .done,
      Phrase(
        "\(title) is now the first reference of \(heirs.count) \(heirs.count == 1 ? "drawing" : "drawings")",
        "\(title) を \(heirs.count) 枚の線画の最初の参照にしました"))
    return effects
  }
}
