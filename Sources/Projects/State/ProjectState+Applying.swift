import Coloring
import Regions

// Each kind of edit has its function here. An edit of a picture that the project does not have changes nothing, so a state follows
// from any list of edits; edits from outside are asked of `EditCheck` first.
extension ProjectState {
  /// Takes in one edit.
  ///
  /// - Parameter pictures: the pictures that were imported, removed ones too.
  /// - Complexity: O(what the edit names + what the picture has of the same kind).
  mutating func apply(_ edit: Edit, pictures: [PictureID: Picture]) {
    take(edit, pictures)
    switch edit {
    case .label(let id, _, _), .pin(let id, _, _, _), .unlink(let id, _), .release(let id, _),
      .colour(let id, _, _), .traits(let id, _):
      if traits[id] != nil { renewExamples(of: id) }
    case .add, .replace, .changeEntry, .removeEntry, .removePart:
      examples = [:]
      for id in traits.keys { renewExamples(of: id) }
    case .remove, .rename, .assign, .gap, .cut, .join, .close, .open, .accept, .addEntry,
      .settings, .addPart, .changePart, .teach:
      break
    }
  }

  private mutating func take(_ edit: Edit, _ pictures: [PictureID: Picture]) {
    switch edit {
    case .add(let ids): for id in ids { add(id, pictures) }
    case .remove(let ids):
      drawings.removeAll { ids.contains($0.id) }
      references.removeAll { ids.contains($0.id) }
    case .rename(let id, let title):
      if let index = drawings.firstIndex(where: { $0.id == id }) { drawings[index].title = title }
      if let index = references.firstIndex(where: { $0.id == id }) {
        references[index].title = title
      }
    case .replace(let id, let other): replace(id, with: other, pictures)
    case .assign(let ids, let references): for id in ids { assigned[id] = references }
    case .gap(let id, let pixels): gaps[id] = pixels
    case .cut(let id, let cut): regionEdits[id, default: RegionEdits()].cuts.append(cut)
    case .join(let id, let joins): regionEdits[id, default: RegionEdits()].joins += joins
    case .close(let id, let closings):
      regionEdits[id, default: RegionEdits()].change(closings, \.closed, opposite: \.opened)
    case .open(let id, let closings):
      regionEdits[id, default: RegionEdits()].change(closings, \.opened, opposite: \.closed)
    case .label(let id, let regions, let part):
      doubt(regions, of: id)
      labels[id, default: []].replace(
        regions, named: { $0.region },
        with: { region in part.map { PartLabel(region: region, part: $0) } })
    case .pin(let id, let region, let reference, let counterpart):
      doubt([region], of: id)
      unlinks[id, default: []].replace([region], named: { $0 }, with: { _ in nil })
      pins[id, default: []].replace(
        [region], named: { $0.region },
        with: { ProjectPin(region: $0, reference: reference, counterpart: counterpart) })
    case .unlink(let id, let regions):
      doubt(regions, of: id)
      pins[id, default: []].replace(regions, named: { $0.region }, with: { _ in nil })
      unlinks[id, default: []].replace(regions, named: { $0 }, with: { $0 })
    case .release(let id, let regions):
      doubt(regions, of: id)
      pins[id, default: []].replace(regions, named: { $0.region }, with: { _ in nil })
      unlinks[id, default: []].replace(regions, named: { $0 }, with: { _ in nil })
    case .accept(let id, let regions, let entry):
      accepted[id, default: []].replace(
        regions, named: { $0.region }, with: { Acceptance(region: $0, entry: entry) })
    case .colour(let id, let regions, let entry):
      doubt(regions, of: id)
      colours[id, default: []].replace(
        regions, named: { $0.region },
        with: { region in entry.map { ColourChoice(region: region, entry: $0) } })
    case .traits(let id, let seen):
      traits[id, default: []].replace(
        seen.map(\.region), named: { $0.region },
        with: { region in seen.last { $0.region == region } })
    case .addEntry(let entry): paletteEdits.append(.add(entry))
    case .changeEntry(let name, let entry): change(name, to: entry)
    case .removeEntry(let name):
      paletteEdits.append(.remove(name))
      for id in colours.keys { colours[id]?.removeAll { $0.entry == name } }
      for id in accepted.keys { accepted[id]?.removeAll { $0.entry == name } }
    case .settings(let settings): self.settings = settings
    case .addPart(let part):
      if !allParts.contains(where: { $0.id == part.id }) { parts.append(part) }
    case .changePart(let id, let part):
      if let index = parts.firstIndex(where: { $0.id == id }) {
        parts[index] = Part(
          id: id, name: part.name, japanese: part.japanese, letter: part.letter, hex: part.hex)
      }
    case .removePart(let id): removePart(id)
    case .teach(let head): teller = head
    }
  }

  /// Puts a drawing in the place of another, and gives it all that was said of that one.
  private mutating func replace(
    _ id: PictureID, with other: PictureID, _ pictures: [PictureID: Picture]
  ) {
    guard let index = drawings.firstIndex(where: { $0.id == id }), self[other] == nil,
      var picture = pictures[other], picture.kind == .drawing
    else { return }
    picture.title = drawings[index].title
    drawings[index] = picture
    func move<Value>(_ said: WritableKeyPath<ProjectState, [PictureID: Value]>) {
      self[keyPath: said][other] = self[keyPath: said].removeValue(forKey: id)
    }
    move(\.assigned)
    move(\.gaps)
    move(\.regionEdits)
    move(\.labels)
    move(\.pins)
    move(\.unlinks)
    move(\.colours)
    move(\.accepted)
    move(\.traits)
  }

  private mutating func removePart(_ id: String) {
    guard let index = parts.firstIndex(where: { $0.id == id }) else { return }
    parts.remove(at: index)
    for picture in labels.keys { labels[picture]?.removeAll { $0.part == id } }
    paletteEdits = paletteEdits.map { edit in
      switch edit {
      case .add(var entry) where entry.part == id:
        entry.part = nil
        return .add(entry)
      case .change(let name, var entry) where entry.part == id:
        entry.part = nil
        return .change(name, to: entry)
      default: return edit
      }
    }
  }

  /// Acceptances end where a region is decided otherwise.
  private mutating func doubt(_ regions: [RegionName], of id: PictureID) {
    accepted[id]?.replace(regions, named: { $0.region }, with: { _ in nil })
  }

  private mutating func add(_ id: PictureID, _ pictures: [PictureID: Picture]) {
    guard let picture = pictures[id], self[id] == nil else { return }
    switch picture.kind {
    case .drawing: drawings.append(picture)
    case .reference:
      references.append(picture)
      if !everyReference.contains(where: { $0.id == id }) { everyReference.append(picture) }
    }
  }

  private mutating func change(_ name: String, to entry: PaletteEntry) {
    // A slider makes many changes of one entry in a row, of which the last says it all.
    if case .change(let first, let last) = paletteEdits.last, last.name == name {
      paletteEdits[paletteEdits.count - 1] = .change(first, to: entry)
    } else {
      paletteEdits.append(.change(name, to: entry))
    }
    guard entry.name != name else { return }
    for (id, choices) in colours {
      colours[id] = choices.map { choice in
        choice.entry == name ? ColourChoice(region: choice.region, entry: entry.name) : choice
      }
    }
    for (id, acceptances) in accepted {
      accepted[id] = acceptances.map { acceptance in
        acceptance.entry == name
          ? Acceptance(region: acceptance.region, entry: entry.name) : acceptance
      }
    }
  }
}

extension RegionEdits {
  /// Decides about closings: one that was decided the other way by hand is only taken back.
  fileprivate mutating func change(
    _ closings: [Closing], _ list: WritableKeyPath<RegionEdits, [Closing]>,
    opposite: WritableKeyPath<RegionEdits, [Closing]>
  ) {
    for closing in closings {
      if let index = self[keyPath: opposite].firstIndex(of: closing) {
        self[keyPath: opposite].remove(at: index)
      } else if !self[keyPath: list].contains(closing) {
        self[keyPath: list].append(closing)
      }
    }
  }
}

extension Array {
  /// Takes away what is said of some regions, and says anew what `element` makes, if anything.
  fileprivate mutating func replace(
    _ regions: [RegionName], named name: (Element) -> RegionName,
    with element: (RegionName) -> Element?
  ) {
    if regions.count == 1 {
      // There is at most one of a region.
      if let index = firstIndex(where: { name($0) == regions[0] }) { remove(at: index) }
    } else {
      let changed = Set(regions)
      removeAll { changed.contains(name($0)) }
    }
    var seen: Set<RegionName> = []
    for region in regions where seen.insert(region).inserted {
      if let element = element(region) { append(element) }
    }
  }
}
