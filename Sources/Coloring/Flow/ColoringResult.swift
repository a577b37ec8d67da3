public import Raster
public import Regions

/// A coloured drawing, and everything the flow found on the way.
public struct ColoringResult: Sendable {
  public let lineArt: LineArt
  /// The basis of the flats: with other decisions they are had at once, as the flow will give them.
  public let basis: FlatsBasis
  /// The palette, each region's entry in it, and what follows.
  public let flats: Flats
  /// The composed picture.
  public let image: Image
  public let warnings: [ColoringWarning]
  let assembly: LayerAssembly

  public var map: RegionMap { basis.regions.map }
  public var graph: RegionGraph { basis.regions.graph }
  /// Those that the drawing was matched with, in that order, as they were read: candidates count among them.
  public var references: [Reference] { basis.references }
  public var palette: Palette { flats.palette }
  public var matches: RegionTable<Match> { flats.matches }
  public var parts: RegionTable<RegionPart?> { flats.parts }

  /// Corrections that found no place in this drawing; nothing was done for them.
  public var orphans: Corrections {
    var orphans = flats.orphans
    orphans.regions = map.orphans
    return orphans
  }

  /// The picture in layers; its composed picture is `image`.
  ///
  /// - Complexity: O(pixels), and some 4 bytes a pixel for each of about four full layers: made only when
  ///   asked for.
  public func layered(work: Work) throws(Cancelled) -> LayeredImage {
    try assembly.layered(work: work)
  }
}

extension ColoringResult {
  /// The findings of the stages.
  init(
    _ drawing: ReadDrawing, references: [ReadReference], basis: FlatsBasis, flats: Flats,
    layers: LayersStage.Product
  ) {
    lineArt = drawing.lineArt.value
    self.basis = basis
    self.flats = flats
    image = layers.image
    warnings =
      drawing.regions.value.map.warnings.map { ColoringWarning(.drawing, .regions($0)) }
      + references.enumerated().flatMap { index, read in
        read.warnings.map { _ in ColoringWarning(.reference(index), .noColour) }
      }
    assembly = layers.assembly
  }
}

/// A remark on an input for the artist.
public struct ColoringWarning: Sendable, Hashable {
  public enum Source: Sendable, Hashable {
    case drawing
    /// The reference, counted from 0.
    case reference(Int)
  }

  public enum Problem: Sendable, Hashable {
    case regions(RegionMap.Warning)
    case noColour
  }

  public let source: Source
  public let problem: Problem

  public init(_ source: Source, _ problem: Problem) {
    self.source = source
    self.problem = problem
  }

  /// The remark without the file's name.
  public var text: String {
    switch problem {
    case .regions(let warning): warning.description
    case .noColour: "it has no colour, so neither will the drawing; give a coloured one"
    }
  }
}
