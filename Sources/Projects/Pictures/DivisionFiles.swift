public import Coloring
import Foundation
import ImageFormats
public import Raster
import Regions

// The regions and paints of a finished drawing that is a reference, beside its picture:
//
//     division.png    each pixel's region, 16-bit grey
//     paints.json     the paint of each region, "#rrggbb"; null where it is bare
//
// One that was made before these were kept has neither, and is read like any coloured picture.

/// Writes and reads the division of a finished drawing.
struct DivisionFiles {
  private let labels: String
  private let paints: String

  /// - Parameter folder: of the picture.
  init(in folder: String) {
    labels = folder + "/division.png"
    paints = folder + "/paints.json"
  }

  /// - Throws: `ImageError`; neither file is there then.
  /// - Complexity: O(pixels).
  func write(_ division: FinishedDivision) throws {
    let hexes = division.paints.map { $0?.hex }
    try AtomicFile.write(together: [
      (labels, PNG.encode(division.labels)), (paints, Array(try JSONEncoder().encode(hexes))),
    ])
  }

  /// - Parameter image: which the division has to be as large as.
  /// - Returns: nil where there is none.
  /// - Throws: `ImageError`; `lost` where it is not what was written.
  /// - Complexity: O(pixels).
  func read(of image: Image, work: Work) throws -> FinishedDivision? {
    guard FileStatus(labels) != nil || FileStatus(paints) != nil else { return nil }
    let found = try PNG.decodeGrey(readBytes(labels, limit: 1 << 30), file: labels, work: work)
    let bytes = try readBytes(paints, limit: 1 << 24)
    guard let hexes = try? JSONDecoder().decode([String?].self, from: Data(bytes)) else {
      throw ImageError(.lost, file: paints)
    }
    let colours = hexes.map { $0.map(RGBA.init(hex:)) }
    let areColours = colours.allSatisfy { colour in colour.map { $0 != nil } ?? true }
    guard areColours, found.width == image.width, found.height == image.height,
      let division = try? FinishedDivision(
        labels: found, paints: RegionTable(colours.map { $0 ?? nil }))
    else { throw ImageError(.lost, file: paints) }
    return division
  }
}

extension ProjectFolder {
  /// The division of a reference that is a finished drawing; nil of any other.
  ///
  /// - Parameter image: the reference's picture.
  /// - Throws: `ImageError` where it is there and cannot be read.
  public func division(of reference: PictureID, _ image: Image, work: Work) throws
    -> FinishedDivision?
  {
    try DivisionFiles(in: folder(of: reference, .reference)).read(of: image, work: work)
  }

  /// A reference as the engine reads it.
  ///
  /// - Parameter image: its picture.
  /// - Throws: as `division`.
  func reference(_ reference: PictureID, _ image: consuming Image, work: Work) throws
    -> ReferencePicture
  {
    let division = try division(of: reference, image, work: work)
    return ReferencePicture(image, division: division)
  }
}
