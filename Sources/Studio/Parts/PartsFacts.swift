public import Coloring
import Projects
import Regions

/// The facts about one region of a drawing or a reference.
public struct RegionFacts: Hashable, Sendable {
  /// Good until the regions change.
  public let label: UInt16
  /// Pixels of open paper.
  public let area: Int
  public let part: RegionPart?
  /// Its paint; nil where nothing is painted.
  public let entry: PaletteEntry?
  /// The chance that its paint is right, 0…1; nil where the artist settled it, and in a reference.
  public let confidence: Double?
  /// Its place among the doubtful, if it is one.
  public let doubtful: Place?
  /// The artist's settlement of it, if there is one.
  public let settled: Settlement?

  /// One of a list.
  public struct Place: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let count: Int
  }
}

extension StudioState {
  /// The facts known of the selected region of the Parts screen.
  public func facts(parts: RegionParts) -> RegionFacts? {
    guard let analysis, let flats, let subject = partsSubject, let region = partsRegion else {
      return nil
    }
    if let reference = subject.reference {
      let found = analysis.result.references[reference]
      return RegionFacts(
        label: region.label, area: region.area, part: parts[region.label],
        entry: region.isBackground
          ? nil : found.palette.entries[found.entries[region.label]],
        confidence: nil, doubtful: nil, settled: nil)
    }
    let flat = flats[region.label]
    let list = doubtful
    let settled = settlements(in: analysis)[region.label]
    return RegionFacts(
      label: region.label, area: region.area, part: parts[region.label],
      entry: flat.entry.map { flats.palette.entries[$0] },
      confidence: settled == nil ? flat.confidence : nil,
      doubtful: list.firstIndex(of: region.label).map {
        RegionFacts.Place(number: $0 + 1, count: list.count)
      },
      settled: settled)
  }
}

extension RegionPart.Origin {
  /// The origin of a part, to follow its name.
  public var phrase: Phrase {
    switch self {
    case .label: Phrase("by hand", "手動")
    case .counterpart: Phrase("from the reference", "色見本から")
    case .entry: Phrase("from the palette", "パレットから")
    case .taught: Phrase("taught by your labels", "教えたパーツ")
    case .example: Phrase("like one that you labelled", "指定した領域に似ている")
    case .seen: Phrase("as the network sees it", "ネットワークの推定")
    case .ground: Phrase("outside the figure", "人物の外")
    }
  }
}

extension Settlement {
  public var phrase: Phrase {
    switch self {
    case .painted: Phrase("painted by hand", "手動で塗り")
    case .pinned: Phrase("pinned", "固定")
    case .unlinked: Phrase("unlinked", "対応なし")
    case .labelled: Phrase("labelled by hand", "手動で指定")
    case .accepted: Phrase("accepted", "確認済み")
    }
  }
}

extension RegionFacts {
  /// Why it is to be looked at; nil where it is not.
  public var doubt: Phrase? {
    Analysis.word(forDoubtOf: confidence, isDoubtful: doubtful != nil)
  }

  /// Whether its paint is to be looked at: it is among the doubtful, or more likely wrong than right.
  public var isUnsure: Bool { doubtful != nil || confidence.map { $0 < Analysis.doubt } ?? false }
}
