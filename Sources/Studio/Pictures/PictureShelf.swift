public import Projects
public import Raster

/// The part of the project's pictures that is in memory.
public struct PictureShelf: Sendable {
  /// Small pictures for lists; a missing one is on its way, or was never asked for.
  public var thumbnails: [PictureID: Image] = [:]
  /// Small pictures of drawings as they are coloured, as the engine saw them last; a drawing that is not here shows its lines.
  public var coloured: [PictureID: ColouredThumbnail] = [:]
  /// Thumbnails asked for and not here yet.
  public var awaited: Set<PictureID> = []
  /// Why a picture cannot be shown.
  public var failures: [PictureID: Phrase] = [:]

  public init() {}

  /// Takes in how a drawing is coloured now.
  mutating func take(_ image: Image, of drawing: PictureID) {
    coloured[drawing] = ColouredThumbnail(
      image: image, number: (coloured[drawing]?.number ?? 0) + 1)
  }
}

/// A drawing in small, as it is coloured.
public struct ColouredThumbnail: Sendable {
  public let image: Image
  /// Which of the drawing's it is, from 1.
  public let number: Int
}
