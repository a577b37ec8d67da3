import Coloring
import Foundation
import ImageFormats
import Raster
import Regions

/// The truth that is kept of a drawing, as `samples/README.md` says: its true regions and their paints.
struct SampleTruth {
  struct Area {
    /// The thing that it shows.
    let identity: String
    /// The name of its palette entry.
    let entry: String
    let isBackground: Bool
    /// Pixels of open paper.
    let paper: Int
    /// The label in the reference of what it shows; nil where the reference lacks that.
    let counterpart: UInt16?
  }

  /// Holes that show the ground are background.
  let map: RegionMap
  /// One for each region.
  let areas: RegionTable<Area>
  /// Whether a pixel is open paper of the ideal drawing.
  let isPaper: Plane<Bool>

  /// - Parameter prefix: the path up to "regions.png".
  init(_ prefix: String) throws {
    let table = try String(contentsOfFile: prefix + "regions.txt", encoding: .utf8)
    let rows = try table.split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count == 7, let paper = Int(columns[5]) else {
        throw SampleError(description: "\(prefix)regions.txt: not a row of seven: \(line)")
      }
      return Area(
        identity: columns[4], entry: columns[2], isBackground: columns[1] == "background",
        paper: paper, counterpart: UInt16(columns[6]))
    }
    areas = RegionTable(rows)
    let file = prefix + "regions.png"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    map = try RegionMap(
      labels: PNG.decodeGrey(bytes, file: file), isBackground: areas.mapValues(\.isBackground),
      work: Work(threads: 1))
    isPaper = try ImageFile.read(prefix + "ink.png").pixels.map { $0 == .white }
  }

  /// Whether a region does not reach the picture's edge: ground that does not is a hole.
  func isEnclosed(_ region: Region) -> Bool {
    region.box.x > 0 && region.box.y > 0 && region.box.x + region.box.width < map.width
      && region.box.y + region.box.height < map.height
  }
}

struct SampleError: Error, CustomStringConvertible {
  let description: String
}
