extension Edit {
  /// The same with each picture that is named by its title named by its id, where only one that is in the project has
  /// that title. A picture that is there goes before one that was removed, whose id a title may repeat.
  func withTitlesResolved(in state: ProjectState) -> Edit {
    func id(_ name: PictureID, _ kind: Picture.Kind? = nil) -> PictureID {
      if let picture = state[name], (kind ?? picture.kind) == picture.kind { return name }
      let fitting = (state.drawings + state.references).filter {
        $0.title == name.rawValue && (kind ?? $0.kind) == $0.kind
      }
      return fitting.count == 1 ? fitting[0].id : name
    }
    switch self {
    case .remove(let ids): return .remove(ids.map { id($0) })
    case .rename(let name, let title): return .rename(id(name), title: title)
    case .replace(let name, let other): return .replace(id(name, .drawing), with: other)
    case .assign(let ids, let references):
      return .assign(
        ids.map { id($0, .drawing) }, references: references.map { id($0, .reference) })
    case .gap(let name, let pixels): return .gap(id(name, .drawing), pixels: pixels)
    case .cut(let name, let cut): return .cut(id(name, .drawing), cut)
    case .join(let name, let joins): return .join(id(name, .drawing), joins)
    case .close(let name, let closings): return .close(id(name, .drawing), closings)
    case .open(let name, let closings): return .open(id(name, .drawing), closings)
    case .label(let name, let regions, let part): return .label(id(name), regions, part: part)
    case .pin(let name, let region, let reference, let counterpart):
      return .pin(
        id(name, .drawing), region, reference: id(reference, .reference), counterpart: counterpart)
    case .unlink(let name, let regions): return .unlink(id(name, .drawing), regions)
    case .release(let name, let regions): return .release(id(name, .drawing), regions)
    case .accept(let name, let regions, let entry):
      return .accept(id(name, .drawing), regions, entry: entry)
    case .traits(let name, let seen): return .traits(id(name, .drawing), seen)
    case .colour(let name, let regions, let entry):
      return .colour(id(name, .drawing), regions, entry: entry)
    case .add, .addEntry, .changeEntry, .removeEntry, .settings, .addPart, .changePart, .removePart,
      .teach:
      return self
    }
  }
}
