public import Raster

/// A reference for the flow to read, or one that was read ahead of it.
public enum ReferencePicture: Sendable {
  case pixels(Image)
  /// A picture that nurie made of a drawing, and its division; as large as each other.
  case finished(Image, FinishedDivision)
  case read(ReferenceReading)

  /// A picture, and its division where it is a finished drawing.
  public init(_ image: consuming Image, division: FinishedDivision?) {
    self = if let division { .finished(image, division) } else { .pixels(image) }
  }

  /// The pixels that the flow would hold while it reads.
  var pixelCount: Int {
    switch self {
    case .pixels(let image), .finished(let image, _): image.elements.count
    case .read: 0
    }
  }
}

/// The needs of a run of a reference, without its pixels: for large pictures, and for many drawings.
public struct ReferenceReading: Sendable {
  let read: Keyed<ReadReference>

  /// Reads a reference and lets go of it.
  ///
  /// - Parameters: those of `Coloring.run`; the engine has to be the same.
  /// - Throws: `Cancelled`.
  /// - Complexity: O(pixels) where the cache lacks it.
  public init(
    _ picture: consuming ReferencePicture, engine: Engine = .classical, cache: some StageCache,
    work: Work, progress: @escaping @Sendable (ColoringProgress) -> Void = { _ in }
  ) throws {
    let flow = Flow(runs: engine.runs(references: 1), cache: cache, work: work, progress: progress)
    read = try flow.read(picture, run: 0, with: engine)
  }
}
