public import Coloring
public import Regions

/// Everything that the edits of a project have made of it: pure data, the same for the same edits.
public struct ProjectState: Hashable, Sendable {
  /// In the order they were added; removed ones are not among them.
  public internal(set) var drawings: [Picture] = []
  public internal(set) var references: [Picture] = []
  /// Every reference that ever was, in the order they were added: a colour keeps the name that it has among all of them,
  /// so that what the artist has seen and chosen by name means the same when a reference is removed.
  public internal(set) var everyReference: [Picture] = []
  /// The references of each drawing; a drawing that is not here has all of the project's.
  public internal(set) var assigned: [PictureID: [PictureID]] = [:]
  public internal(set) var gaps: [PictureID: Double] = [:]
  public internal(set) var regionEdits: [PictureID: RegionEdits] = [:]
  /// Part labels of drawings and references, oldest first: of two for one region the later counts.
  public internal(set) var labels: [PictureID: [PartLabel]] = [:]
  public internal(set) var pins: [PictureID: [ProjectPin]] = [:]
  public internal(set) var unlinks: [PictureID: [RegionName]] = [:]
  public internal(set) var colours: [PictureID: [ColourChoice]] = [:]
  /// Regions that are right as they are.
  public internal(set) var accepted: [PictureID: [Acceptance]] = [:]
  /// What a network saw of regions of drawings that the artist said something of.
  public internal(set) var traits: [PictureID: [SeenRegion]] = [:]
  /// What follows from that for other drawings, as far as the artist's last words go.
  public internal(set) var examples: [PictureID: DrawingExamples] = [:]
  /// The edits of the palette that the references give, in order.
  public internal(set) var paletteEdits: [PaletteEdit] = []

  /// How the drawings are coloured.
  public internal(set) var settings = ProjectSettings()

  /// Parts of the project's own, after `Part.standard`.
  public internal(set) var parts: [Part] = []

  /// The key of what its labelled drawings taught, a file of its folder; nil where nothing is followed.
  public internal(set) var teller: String?

  public init() {}

  /// Every part of the project, in its lasting order.
  public var allParts: [Part] { Part.standard + parts }
}

/// "This region is right as it is."
public struct Acceptance: Hashable, Sendable {
  public var region: RegionName
  /// The name of the palette entry that it has; nil for an unpainted region.
  public var entry: String?

  public init(region: RegionName, entry: String?) {
    self.region = region
    self.entry = entry
  }
}

/// "This region is that one of that reference."
public struct ProjectPin: Hashable, Sendable {
  public var region: RegionName
  public var reference: PictureID
  public var counterpart: RegionName

  public init(region: RegionName, reference: PictureID, counterpart: RegionName) {
    self.region = region
    self.reference = reference
    self.counterpart = counterpart
  }
}

/// What a network saw of a region of a drawing.
public struct SeenRegion: Hashable, Sendable {
  public var region: RegionName
  public var traits: RegionTraits
  /// Which network: `Engine.shippedNetwork`.
  public var network: String

  public init(region: RegionName, traits: RegionTraits, network: String) {
    self.region = region
    self.traits = traits
    self.network = network
  }
}
