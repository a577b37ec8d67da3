/// The border of two neighbouring regions.
public enum Boundary: String, Sendable, Codable, CaseIterable {
  case ink
  case trace
  case closing
}

/// A border that two regions share.
public struct Border: Sendable, Hashable {
  public let first: UInt16
  public let second: UInt16
  /// Length in pixels, by what lies between.
  public let ink: Double
  public let trace: Double
  public let closing: Double

  /// The border of the regions `first` and `second`, the smaller label first; the lengths are in pixels.
  public init(first: UInt16, second: UInt16, ink: Double, trace: Double, closing: Double) {
    self.first = first
    self.second = second
    self.ink = ink
    self.trace = trace
    self.closing = closing
  }

  public var length: Double { ink + trace + closing }

  /// The kind that most of it is.
  public var kind: Boundary {
    if ink >= trace && ink >= closing { .ink } else if trace >= closing { .trace } else { .closing }
  }
}

/// The regions that touch one another, and along what. Undirected; built once from a map.
public struct RegionGraph: Sendable {
  /// Every border once, `first < second`, sorted.
  public let borders: [Border]
  /// The indices into `borders` of each region's.
  private let incident: RegionTable<[Int]>

  public init(borders: [Border], regionCount: Int) {
    var incident = RegionTable<[Int]>(repeating: [], count: regionCount)
    for (index, border) in borders.enumerated() {
      incident[border.first].append(index)
      incident[border.second].append(index)
    }
    self.borders = borders
    self.incident = incident
  }

  /// The number of the map's regions.
  var regionCount: Int { incident.count }

  /// The borders of one region.
  public func borders(of label: UInt16) -> [Border] { incident[label].map { borders[$0] } }

  /// Its neighbours and the border shared with each.
  public func neighbours(of label: UInt16) -> [(label: UInt16, border: Border)] {
    incident[label].map { index in
      let border = borders[index]
      return (border.first == label ? border.second : border.first, border)
    }
  }
}
