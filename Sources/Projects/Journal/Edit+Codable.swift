import Coloring
import FoundationEssentials
import Raster
import Regions

// Edits as they stand in a journal, and as people write them for `nurie apply`: an object with its `kind`. The names
// are lasting: they are never changed, only added to.
//
//     {"kind": "label", "picture": "hana", "regions": [{"x": 812, "y": 340}], "part": "hair"}
//
// A value that may be nothing is written as null and may not be left out: a forgotten key would take something away.
extension Edit: Codable {
  enum Kind: String, CaseIterable {
    case add, remove, rename, assign, replace
    case gap, cut, join, close, open
    case label, pin, unlink, release, accept, traits
    case colour
    case addEntry = "add-entry"
    case changeEntry = "change-entry"
    case removeEntry = "remove-entry"
    case settings
    case addPart = "add-part"
    case changePart = "change-part"
    case removePart = "remove-part"
    case teach
  }

  private enum Key: String, CodingKey {
    case kind, pictures, picture, title, references, pixels, points, joins, closings, regions, part
    case region, reference, counterpart, entry, to, with, seen, head
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let name = try values.decode(String.self, forKey: .kind)
    guard let kind = Kind(rawValue: name) else { throw UnknownEdit(kind: name) }
    func picture() throws -> PictureID { try values.decode(PictureID.self, forKey: .picture) }
    func regions() throws -> [RegionName] {
      try values.decode([Point].self, forKey: .regions).map { RegionName(inside: $0) }
    }
    func region(_ key: Key) throws -> RegionName {
      RegionName(inside: try values.decode(Point.self, forKey: key))
    }
    func orNothing<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value? {
      guard values.contains(key) else {
        throw DecodingError.keyNotFound(
          key, DecodingError.Context(codingPath: values.codingPath, debugDescription: ""))
      }
      return try values.decodeIfPresent(type, forKey: key)
    }
    switch kind {
    case .add: self = .add(try values.decode([PictureID].self, forKey: .pictures))
    case .remove: self = .remove(try values.decode([PictureID].self, forKey: .pictures))
    case .rename:
      self = .rename(try picture(), title: try values.decode(String.self, forKey: .title))
    case .replace:
      self = .replace(try picture(), with: try values.decode(PictureID.self, forKey: .with))
    case .assign:
      self = .assign(
        try values.decode([PictureID].self, forKey: .pictures),
        references: try values.decode([PictureID].self, forKey: .references))
    case .gap: self = .gap(try picture(), pixels: try orNothing(Double.self, .pixels))
    case .cut:
      self = .cut(
        try picture(), Cut(points: try values.decode([Point].self, forKey: .points)))
    case .join:
      let joins = try values.decode([JoinRecord].self, forKey: .joins)
      self = .join(try picture(), joins.map(\.join))
    case .close:
      self = .close(try picture(), try values.decode([Closing].self, forKey: .closings))
    case .open: self = .open(try picture(), try values.decode([Closing].self, forKey: .closings))
    case .label:
      self = .label(try picture(), try regions(), part: try orNothing(String.self, .part))
    case .pin:
      self = .pin(
        try picture(), try region(.region),
        reference: try values.decode(PictureID.self, forKey: .reference),
        counterpart: try region(.counterpart))
    case .unlink: self = .unlink(try picture(), try regions())
    case .release: self = .release(try picture(), try regions())
    case .accept:
      self = .accept(try picture(), try regions(), entry: try orNothing(String.self, .entry))
    case .traits:
      self = .traits(
        try picture(),
        try values.decode([SeenRecord].self, forKey: .seen).map { try $0.seen(decoder) })
    case .colour:
      self = .colour(try picture(), try regions(), entry: try orNothing(String.self, .entry))
    case .addEntry:
      self = .addEntry(try values.decode(EntryRecord.self, forKey: .to).entry)
    case .changeEntry:
      self = .changeEntry(
        try values.decode(String.self, forKey: .entry),
        to: try values.decode(EntryRecord.self, forKey: .to).entry)
    case .removeEntry: self = .removeEntry(try values.decode(String.self, forKey: .entry))
    case .settings:
      self = .settings(try values.decode(ProjectSettings.self, forKey: .to))
    case .addPart: self = .addPart(try values.decode(Part.self, forKey: .to))
    case .changePart:
      self = .changePart(
        try values.decode(String.self, forKey: .part),
        to: try values.decode(Part.self, forKey: .to))
    case .removePart: self = .removePart(try values.decode(String.self, forKey: .part))
    case .teach: self = .teach(try orNothing(String.self, .head))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(kind.rawValue, forKey: .kind)
    switch self {
    case .add(let ids), .remove(let ids): try values.encode(ids, forKey: .pictures)
    case .rename(let id, let title):
      try values.encode(id, forKey: .picture)
      try values.encode(title, forKey: .title)
    case .replace(let id, let other):
      try values.encode(id, forKey: .picture)
      try values.encode(other, forKey: .with)
    case .assign(let ids, let references):
      try values.encode(ids, forKey: .pictures)
      try values.encode(references, forKey: .references)
    case .gap(let id, let pixels):
      try values.encode(id, forKey: .picture)
      try values.encode(pixels, forKey: .pixels)
    case .cut(let id, let cut):
      try values.encode(id, forKey: .picture)
      try values.encode(cut.points, forKey: .points)
    case .join(let id, let joins):
      try values.encode(id, forKey: .picture)
      try values.encode(joins.map(JoinRecord.init), forKey: .joins)
    case .close(let id, let closings), .open(let id, let closings):
      try values.encode(id, forKey: .picture)
      try values.encode(closings, forKey: .closings)
    case .label(let id, let regions, let part):
      try values.encode(id, forKey: .picture)
      try values.encode(regions.map(\.inside), forKey: .regions)
      try values.encode(part, forKey: .part)
    case .pin(let id, let region, let reference, let counterpart):
      try values.encode(id, forKey: .picture)
      try values.encode(region.inside, forKey: .region)
      try values.encode(reference, forKey: .reference)
      try values.encode(counterpart.inside, forKey: .counterpart)
    case .unlink(let id, let regions), .release(let id, let regions):
      try values.encode(id, forKey: .picture)
      try values.encode(regions.map(\.inside), forKey: .regions)
    case .colour(let id, let regions, let entry), .accept(let id, let regions, let entry):
      try values.encode(id, forKey: .picture)
      try values.encode(regions.map(\.inside), forKey: .regions)
      try values.encode(entry, forKey: .entry)
    case .traits(let id, let seen):
      try values.encode(id, forKey: .picture)
      try values.encode(seen.map(SeenRecord.init), forKey: .seen)
    case .addEntry(let entry): try values.encode(EntryRecord(entry), forKey: .to)
    case .changeEntry(let name, let entry):
      try values.encode(name, forKey: .entry)
      try values.encode(EntryRecord(entry), forKey: .to)
    case .removeEntry(let name): try values.encode(name, forKey: .entry)
    case .settings(let settings): try values.encode(settings, forKey: .to)
    case .addPart(let part): try values.encode(part, forKey: .to)
    case .changePart(let id, let part):
      try values.encode(id, forKey: .part)
      try values.encode(part, forKey: .to)
    case .removePart(let id): try values.encode(id, forKey: .part)
    case .teach(let head): try values.encode(head, forKey: .head)
    }
  }

  private var kind: Kind {
    switch self {
    case .add: .add
    case .remove: .remove
    case .rename: .rename
    case .assign: .assign
    case .replace: .replace
    case .gap: .gap
    case .cut: .cut
    case .join: .join
    case .close: .close
    case .open: .open
    case .label: .label
    case .pin: .pin
    case .unlink: .unlink
    case .release: .release
    case .accept: .accept
    case .traits: .traits
    case .colour: .colour
    case .addEntry: .addEntry
    case .changeEntry: .changeEntry
    case .removeEntry: .removeEntry
    case .settings: .settings
    case .addPart: .addPart
    case .changePart: .changePart
    case .removePart: .removePart
    case .teach: .teach
    }
  }
}

/// An edit of a kind that this version does not know.
struct UnknownEdit: Error {
  let kind: String
}

private struct JoinRecord: Codable {
  var first: Point
  var second: Point

  init(_ join: Join) {
    first = join.first.inside
    second = join.second.inside
  }

  var join: Join { Join(RegionName(inside: first), RegionName(inside: second)) }
}

private struct SeenRecord: Codable {
  var region: Point
  /// In base 64.
  var traits: Data
  var network: String

  init(_ seen: SeenRegion) {
    region = seen.region.inside
    traits = Data(seen.traits.bytes)
    network = seen.network
  }

  func seen(_ values: some Decoder) throws -> SeenRegion {
    guard let traits = RegionTraits(bytes: Array(traits)) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(
          codingPath: values.codingPath, debugDescription: "a region's traits are cut short"))
    }
    return SeenRegion(region: RegionName(inside: region), traits: traits, network: network)
  }
}
