public import Coloring
import Projects
public import Regions

// The parts as they are now. The engine needs a moment to follow a label, the screen does not: what the artist said is
// laid over what the engine found, and what is inherited from a reference is read from the labels that the
// reference has now. Only parts of trace areas wait for the engine.

/// The part of each region of a picture, as far as known.
public struct MasksParts: Hashable, Sendable {
  /// `regions[label - 1]`; nil for an unlabelled region.
  public let regions: [RegionPart?]

  public subscript(label: UInt16) -> RegionPart? { regions[Int(label) - 1] }

  public var unlabelled: Int { regions.count { $0 == nil } }

  /// How many regions each part has.
  public var counts: [String: Int] {
    regions.reduce(into: [:]) { counts, region in
      if let region { counts[region.part, default: 0] += 1 }
    }
  }
}

extension StudioState {
  /// Every part of the project, in the order of the banks.
  public var parts: [Part] { Part.standard + (project?.parts ?? []) }

  public func part(_ id: String) -> Part? { parts.first { $0.id == id } }

  /// A part's name for a sentence; one that the project does not have by its id.
  public func name(of part: String?) -> Phrase {
    guard let part else { return Phrase("unlabelled", "未設定") }
    return self.part(part).map { Phrase($0.name, $0.japanese) } ?? Phrase(same: part)
  }

  /// The parts of the subject's regions.
  ///
  /// - Complexity: O(regions + labels).
  public func masksParts(of subject: MasksSubject) -> MasksParts {
    guard let analysis else { return MasksParts(regions: []) }
    let byHand = labels(of: subject)
    if let reference = subject.reference {
      return parts(of: analysis.result.references[reference], in: analysis.result, byHand)
    }
    let ofReferences = analysis.order.references.indices.map { index in
      labels(analysis.order.references[index], in: analysis.result.references[index].map)
    }
    let result = analysis.result
    return MasksParts(
      regions: subject.map.regions.map { region in
        if let part = byHand[region.label] { return RegionPart(part, .label) }
        let found = result.parts[Int(region.label) - 1]
        let flat = result.flats[region.label]
        if flat.origin == .trace || found?.origin == .ground { return found }
        if let counterpart = result.matches[Int(region.label) - 1].chosen,
          let part = ofReferences[counterpart.reference][counterpart.label], part != "background"
        {
          return RegionPart(part, .counterpart)
        }
        return flat.entry.flatMap { result.palette.entries[$0].part }.map { RegionPart($0, .entry) }
      })
  }

  /// A reference's parts. One labelled region says what its colour is, as long as no other of the colour says
  /// otherwise: so do drawings inherit it, and so a few labels do for a whole reference.
  private func parts(
    of reference: Reference, in result: ColoringResult, _ byHand: [UInt16: String]
  ) -> MasksParts {
    func entry(_ label: UInt16) -> Int { reference.entries[Int(label) - 1] }
    var said: [Int: Set<String>] = [:]
    for (label, part) in byHand where part != "background" {
      said[entry(label), default: []].insert(part)
    }
    let ofPalette = Dictionary(
      result.palette.entries.map { ($0.name, $0.part) }, uniquingKeysWith: { first, _ in first })
    return MasksParts(
      regions: reference.map.regions.map { region in
        if let part = byHand[region.label] { return RegionPart(part, .label) }
        if region.isBackground { return RegionPart("background", .ground) }
        let parts = said[entry(region.label)]
        if let parts { return parts.count == 1 ? parts.first.map { RegionPart($0, .entry) } : nil }
        let name = reference.palette.entries[entry(region.label)].name
        return (ofPalette[name] ?? nil).map { RegionPart($0, .entry) }
      })
  }

  /// What the artist said of the subject's regions, by label.
  func labels(of subject: MasksSubject) -> [UInt16: String] {
    labels(subject.picture.id, in: subject.map)
  }

  /// What the artist said of a picture's regions, by label: the last where several points name one region.
  func labels(_ picture: PictureID, in map: RegionMap) -> [UInt16: String] {
    var parts: [UInt16: String] = [:]
    for label in project?.state.labels[picture] ?? [] {
      if let region = map.resolve(label.region) { parts[region] = label.part }
    }
    return parts
  }
}
