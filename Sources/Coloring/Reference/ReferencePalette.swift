public import Raster
internal import Regions

/// A reference's share of its project's palette: its colours, and the parts that its labelled regions give them.
///
/// A drawing's palette is that of all the project's references, so that a name means the same colour everywhere; of
/// those that the drawing is not matched with this is all that is needed, a few kilobytes in place of a picture.
public struct ReferencePalette: Hashable, Sendable, Encodable {
  /// As found in the picture: without parts.
  public let palette: Palette
  /// Whether the reference was removed from the project: its colours are in the palette no more, but no other gets a name
  /// of theirs.
  public var isRemoved = false
  /// `parts[entry]`: how many pixels of labelled regions of each part have the entry.
  let parts: [[String: Int]]

  /// - Parameter reference: with its labels.
  init(_ reference: Reference) {
    palette = reference.palette
    var parts = reference.palette.entries.map { _ in [String: Int]() }
    for region in reference.map.regions where !reference.isGround(region.label) {
      if let part = reference.parts[region.label] {
        parts[reference.entries[region.label]][part, default: 0] += region.area
      }
    }
    self.parts = parts
  }

  /// The palette of a removed reference.
  ///
  /// - Parameter read: reads its colours; where that fails, as its file may be gone, it gives nothing.
  /// - Throws: `Cancelled` alone.
  public static func ofRemoved(_ read: () throws -> ReferencePalette) throws(Cancelled)
    -> ReferencePalette
  {
    do {
      var palette = try read()
      palette.isRemoved = true
      return palette
    } catch let error as Cancelled {
      throw error
    } catch {
      var nothing = ReferencePalette()
      nothing.isRemoved = true
      return nothing
    }
  }

  private init() {
    palette = Palette(entries: [])
    parts = []
  }

  /// That of a reference that was read.
  public init(of reading: ReferenceReading, labels: [PartLabel]) {
    self.init(reading.read.value.reference.labelled(by: labels).reference)
  }

  /// Reads a reference for its colours only: nothing of the picture is kept.
  ///
  /// - Parameters:
  ///   - labels: the parts that the artist gave its regions.
  ///   - cache: asked for the reading before it is made, and given it after.
  /// - Throws: `Cancelled`.
  /// - Complexity: that of reading a reference where the cache lacks it, O(pixels).
  public init(
    of picture: ReferencePicture, labels: [PartLabel], cache: some StageCache, work: Work
  ) throws {
    self.init(of: try ReferenceReading(picture, cache: cache, work: work), labels: labels)
  }
}
