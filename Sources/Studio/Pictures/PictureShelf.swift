public import Projects
public import Raster

/// The part of the project's pictures that is in memory.
public struct PictureShelf: Sendable {
  /// Small pictures for lists; a missing one is on its way, or was never asked for.
  public var thumbnails: [PictureID: Image] = [:]
  /// Thumbnails asked for and not here yet.
  public var awaited: Set<PictureID> = []
  /// Why a picture cannot be shown.
  public var failures: [PictureID: Phrase] = [:]

  public init() {}
}
