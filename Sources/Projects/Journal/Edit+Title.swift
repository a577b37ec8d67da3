import Coloring
import Regions

extension Edit {
  /// The name that undo gives an edit that came without one: what it does, to which picture.
  ///
  /// - Parameter pictures: those of the project, as they are before it.
  func title(among pictures: [PictureID: Picture]) -> String {
    func name(_ id: PictureID) -> String { pictures[id]?.title ?? id.rawValue }
    func names(_ ids: [PictureID]) -> String {
      ids.count == 1 ? name(ids[0]) : count(ids.count, "picture")
    }
    func count(_ count: Int, _ noun: String) -> String {
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    func trimmed(_ number: Double) -> String {
      number == number.rounded() ? "\(Int(number))" : "\(number)"
    }
    switch self {
    case .add(let ids): return "add \(names(ids))"
    case .remove(let ids): return "remove \(names(ids))"
    case .rename(let id, let title): return "rename \(name(id)) to \(title)"
    case .replace(let id, _): return "read \(name(id)) again"
    case .assign(let ids, let references):
      return "assign \(references.map(name).joined(separator: ", ")) to \(names(ids))"
    case .gap(let id, let pixels):
      return "gap of \(name(id)): \(pixels.map { "\(trimmed($0)) pixels" } ?? "automatic")"
    case .cut(let id, _): return "cut a region of \(name(id))"
    case .join(let id, _): return "join regions of \(name(id))"
    case .close(let id, let closings): return "close \(count(closings.count, "gap")) of \(name(id))"
    case .open(let id, let closings): return "open \(count(closings.count, "gap")) of \(name(id))"
    case .label(let id, let regions, let part):
      let whose = "\(count(regions.count, "region")) of \(name(id))"
      return part.map { "label \(whose): \($0)" } ?? "take the label from \(whose)"
    case .pin(let id, _, _, _): return "pin a region of \(name(id))"
    case .unlink(let id, let regions):
      return "unlink \(count(regions.count, "region")) of \(name(id))"
    case .release(let id, let regions):
      return "release \(count(regions.count, "region")) of \(name(id))"
    case .accept(let id, let regions, _):
      return "accept \(count(regions.count, "region")) of \(name(id))"
    case .traits(let id, let seen):
      return "keep how \(count(seen.count, "region")) of \(name(id)) look"
    case .colour(let id, let regions, let entry):
      let whose = "\(count(regions.count, "region")) of \(name(id))"
      return entry.map { "paint \(whose) with \($0)" } ?? "\(whose) back to the match's colour"
    case .addEntry(let entry): return "add the colour \(entry.name)"
    case .changeEntry(let entry, _): return "change the colour \(entry)"
    case .removeEntry(let entry): return "remove the colour \(entry)"
    case .settings: return "change how drawings are coloured"
    case .addPart(let part): return "add the part \(part.name)"
    case .changePart(let id, _): return "change the part \(id)"
    case .removePart(let id): return "remove the part \(id)"
    case .teach(let head): return head == nil ? "forget the taught parts" : "teach the parts"
    }
  }
}
