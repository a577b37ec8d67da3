import Coloring
import ImageFormats
import Raster
import Regions

/// Checks edits that come from outside before they are done: an edit that names what is not there would do nothing.
struct EditCheck {
  let state: ProjectState
  let pictures: [PictureID: Picture]

  /// The fault of an edit, to follow "line 12"; nil where it can be done.
  func problem(_ edit: Edit) -> String? {
    switch edit {
    case .add(let ids): first(ids.map { known($0, in: pictures[$0]) })
    case .remove(let ids): first(ids.map { present($0) })
    case .rename(let id, _): present(id)
    case .replace(let id, let other): present(id, .drawing) ?? known(other, in: pictures[other])
    case .assign(let ids, let references):
      first(ids.map { present($0, .drawing) } + references.map { present($0, .reference) })
    case .gap(let id, let pixels): present(id, .drawing) ?? pixels.flatMap(gap)
    case .settings(let settings): settings.gap.flatMap(gap)
    case .cut(let id, let cut):
      present(id, .drawing) ?? (cut.points.count < 2 ? "has a cut of fewer than two points" : nil)
        ?? inside(id, cut.points)
    case .join(let id, let joins):
      present(id, .drawing) ?? inside(id, joins.flatMap { [$0.first.inside, $0.second.inside] })
    case .close(let id, let closings), .open(let id, let closings):
      present(id, .drawing) ?? inside(id, closings.flatMap { [$0.from, $0.to] })
    case .label(let id, let regions, let part):
      present(id) ?? some(regions) ?? inside(id, regions.map(\.inside))
        ?? part.flatMap(unknown)
    case .pin(let id, let region, let reference, let counterpart):
      present(id, .drawing) ?? inside(id, [region.inside]) ?? present(reference, .reference)
        ?? inside(reference, [counterpart.inside])
    case .unlink(let id, let regions), .release(let id, let regions),
      .colour(let id, let regions, _), .accept(let id, let regions, _):
      present(id, .drawing) ?? some(regions) ?? inside(id, regions.map(\.inside))
    case .traits(let id, let seen):
      present(id, .drawing) ?? some(seen.map(\.region)) ?? inside(id, seen.map(\.region.inside))
    case .addEntry(let entry), .changeEntry(_, let entry):
      entry.name.isEmpty
        ? "has a palette entry without a name" : entry.part.flatMap(unknown)
    case .removeEntry: nil
    case .addPart(let part):
      part.id.isEmpty || state.allParts.contains { $0.id == part.id }
        ? "adds a part with the id \"\(part.id)\", which is empty or already taken"
        : clash(part, besides: nil)
    case .changePart(let id, let part): own(id) ?? clash(part, besides: id)
    case .removePart(let id): own(id)
    case .teach(let head):
      head.map(ProjectFolder.isTellerName) == false
        ? "names taught parts that are no file of a project; use nurie parts teach" : nil
    }
  }

  private func gap(_ pixels: Double) -> String? {
    (0...10_000).contains(pixels) ? nil : "has a gap of \(pixels); it is 0 to 10000 pixels"
  }

  private func unknown(_ part: String) -> String? {
    state.allParts.contains { $0.id == part }
      ? nil : "names a part \"\(part)\" that does not exist"
  }

  private func own(_ id: String) -> String? {
    if state.parts.contains(where: { $0.id == id }) { return nil }
    return Part.standard.contains { $0.id == id }
      ? "changes the part \"\(id)\", which every project has"
      : "names a part \"\(id)\" that does not exist"
  }

  private func clash(_ part: Part, besides id: String?) -> String? {
    part.clash(with: state.allParts.filter { $0.id != id }).map {
      "has a part that cannot be told apart from others: \($0.reason)"
    }
  }

  private func first(_ problems: [String?]) -> String? { problems.compactMap(\.self).first }

  private func some(_ regions: [RegionName]) -> String? {
    regions.isEmpty ? "has no regions; name each by a point in it" : nil
  }

  private func known(_ id: PictureID, in picture: Picture?) -> String? {
    if picture != nil { return nil }
    let present = state.drawings + state.references
    let fitting = present.filter { $0.title == id.rawValue }
    if fitting.count > 1 {
      let ids = fitting.map(\.id.rawValue).joined(separator: ", ")
      return "names \"\(id.rawValue)\", which several pictures are called; name one of \(ids)"
    }
    let names = present.map { picture in
      let id = picture.id.rawValue
      return picture.title == id ? id : "\(id) (\(picture.title))"
    }
    let shown = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? " …" : "")
    return "names a picture \"\(id.rawValue)\" that the project does not have; it has "
      + (names.isEmpty ? "none" : shown)
  }

  private func present(_ id: PictureID, _ kind: Picture.Kind? = nil) -> String? {
    let picture = state[id]
    if let problem = known(id, in: picture) { return problem }
    guard let kind, picture?.kind != kind else { return nil }
    return "names \"\(id.rawValue)\", which is not a \(kind.rawValue)"
  }

  private func inside(_ id: PictureID, _ points: [Point]) -> String? {
    guard let picture = state[id] else { return nil }
    let box = Box(x: 0, y: 0, width: picture.width, height: picture.height)
    return points.first { !box.contains($0) }.map {
      "names the point (\($0.x), \($0.y)) outside \"\(id.rawValue)\", which has \(picture.width)×\(picture.height) pixels"
    }
  }
}
