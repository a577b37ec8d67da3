public import Coloring
import Projects
public import Regions

/// The part of each region of a picture, as far as known.
public struct RegionParts: Hashable, Sendable {
  /// The part of each region; nil for an unlabelled one.
  public let regions: RegionTable<RegionPart?>

  public subscript(label: UInt16) -> RegionPart? { regions[label] }

  public var unlabelled: Int { regions.count { $0 == nil } }

  /// The number of regions of each part.
  public var counts: [String: Int] {
    regions.reduce(into: [:]) { counts, region in
      if let region { counts[region.part, default: 0] += 1 }
    }
  }
}

extension StudioState {
  /// Every part of the project, in the order of the banks.
  public var allParts: [Part] { Part.standard + (desk.project?.parts ?? []) }

  public func part(_ id: String) -> Part? { allParts.first { $0.id == id } }

  /// A part's name for a sentence; one that the project does not have by its id.
  public func name(of part: String?) -> Phrase {
    guard let part else { return Phrase("unlabelled", "未設定") }
    return self.part(part).map { Phrase($0.name, $0.japanese) } ?? Phrase(same: part)
  }

  /// The parts of the subject's regions as they are now: a reference's are what a drawing's regions inherit from it.
  public func regionParts(of subject: PartsSubject) -> RegionParts {
    guard let flats else { return RegionParts(regions: []) }
    return RegionParts(
      regions: subject.reference.map { flats.referenceParts[$0] } ?? flats.parts)
  }

  /// The artist's labels of the subject's regions, by label.
  func labels(of subject: PartsSubject) -> [UInt16: String] {
    labels(subject.picture.id, in: subject.map)
  }

  /// The artist's labels of a picture's regions, by label: the last where several points name one region.
  func labels(_ picture: PictureID, in map: RegionMap) -> [UInt16: String] {
    var parts: [UInt16: String] = [:]
    for label in desk.project?.state.labels[picture] ?? [] {
      if let region = map.resolve(label.region) { parts[region] = label.part }
    }
    return parts
  }
}
