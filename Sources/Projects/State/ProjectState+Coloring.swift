public import Coloring
import Regions

// A project as the engine reads it.
extension ProjectState {
  /// The drawing or reference of this name; nil where it is removed or was never there.
  ///
  /// - Complexity: O(pictures).
  public subscript(id: PictureID) -> Picture? {
    drawings.first { $0.id == id } ?? references.first { $0.id == id }
  }

  /// The references that a drawing is matched with, in the artist's order; those removed are left out. Until the artist
  /// says which, all but results of drawings: these are for the drawings that they were given to.
  public func references(for drawing: PictureID) -> [Picture] {
    guard let ids = assigned[drawing] else { return references.filter { $0.result == nil } }
    var seen: Set<PictureID> = []
    return ids.compactMap { id in
      seen.insert(id).inserted ? references.first { $0.id == id } : nil
    }
  }

  /// The same by their place among `everyReference`, as `ColoringInputs.places` has them; may be empty.
  public func matched(for drawing: PictureID) -> [Int] {
    references(for: drawing).compactMap { reference in
      everyReference.firstIndex { $0.id == reference.id }
    }
  }

  /// The references that a drawing is not matched with, in the order of `everyReference`: only their colours count for
  /// it, and of removed ones only the names of these.
  public func otherReferences(for drawing: PictureID) -> [Picture] {
    let matched = Set(references(for: drawing).map(\.id))
    return everyReference.filter { !matched.contains($0.id) }
  }

  /// Whether a reference was removed.
  public func isRemoved(_ reference: PictureID) -> Bool {
    !references.contains { $0.id == reference }
  }

  /// The part labels that count of each reference, in the order of `everyReference`.
  public var referenceLabels: [[PartLabel]] {
    everyReference.map { isRemoved($0.id) ? [] : labels[$0.id] ?? [] }
  }

  /// The artist's corrections of one drawing.
  ///
  /// A pin counts its reference in the order of `references(for:)`; one to a reference that is not among them is
  /// left out here, and kept in the project.
  public func corrections(for drawing: PictureID) -> Corrections {
    let references = references(for: drawing).map(\.id)
    var corrections = Corrections()
    corrections.regions = regionEdits[drawing] ?? RegionEdits()
    corrections.labels = labels[drawing] ?? []
    corrections.pins = (pins[drawing] ?? []).compactMap { pin in
      references.firstIndex(of: pin.reference).map {
        Pin(region: pin.region, reference: $0, counterpart: pin.counterpart)
      }
    }
    corrections.unlinks = unlinks[drawing] ?? []
    corrections.colours = colours[drawing] ?? []
    return corrections
  }

  /// The examples of other drawings that are coloured from a reference of this one. Of other characters' drawings nothing follows.
  ///
  /// - Complexity: O(drawings · references of each): whatever was corrected in them is counted when it is said.
  public func examples(for drawing: PictureID) -> [DrawingExamples] {
    if examples.isEmpty { return [] }
    let own = Set(references(for: drawing).map(\.id))
    let usual = references.contains { $0.result == nil && own.contains($0.id) }
    return drawings.compactMap { other in
      guard other.id != drawing, let examples = examples[other.id] else { return nil }
      let isOfOne =
        assigned[other.id].map { $0.contains { own.contains($0) } } ?? usual
      return isOfOne ? examples : nil
    }
  }

  /// Counts anew what a drawing's corrections teach.
  ///
  /// - Complexity: O(its corrections).
  mutating func renewExamples(of drawing: PictureID) {
    let seen = (traits[drawing] ?? []).filter { $0.network == Engine.shippedNetwork }
    if seen.isEmpty {
      examples[drawing] = nil
      return
    }
    func last<Value>(_ values: [Value]?, _ name: (Value) -> RegionName) -> [RegionName: Value] {
      Dictionary((values ?? []).map { (name($0), $0) }, uniquingKeysWith: { $1 })
    }
    let labels = last(labels[drawing]) { $0.region }
    let colours = last(colours[drawing]) { $0.region }
    let pins = last(pins[drawing]) { $0.region }
    let all = seen.compactMap { seen -> Example? in
      let counterpart = pins[seen.region].flatMap { pin in
        everyReference.firstIndex { $0.id == pin.reference }.map {
          Example.Paint.counterpart(place: $0, pin.counterpart)
        }
      }
      let paint = colours[seen.region].map { Example.Paint.entry($0.entry) } ?? counterpart
      let part = labels[seen.region]?.part
      return paint == nil && part == nil ? nil : Example(seen.traits, part: part, paint: paint)
    }
    examples[drawing] = all.isEmpty ? nil : DrawingExamples(all)
  }

  /// The settings that a drawing is coloured with: what was given, else what the project says of all its drawings,
  /// of this one and of its palette, else nurie's own.
  public func settings(
    for drawing: PictureID, given: GivenSettings = GivenSettings()
  ) -> ColoringSettings {
    var settings = self.settings.applied(to: ColoringSettings())
    if let gap = gaps[drawing] { settings.gap = gap }
    settings = given.applied(to: settings)
    settings.paletteEdits = paletteEdits
    settings.ownParts = parts
    settings.teller = teller
    return settings
  }
}
