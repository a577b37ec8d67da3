import Glibc
import Raster
import Regions

/// Lets neighbouring regions agree on their counterparts.
///
/// Idea: relaxation labelling (Rosenfeld, Hummel and Zucker 1976) around a global assignment. In each
/// round a region asks its neighbours, by shared border, how probable their counterparts make each of its
/// own: the same counterpart or one that touches it speaks for it, one elsewhere in the figure against. The
/// assignment then shares all regions out anew.
/// Cost: O(rounds · borders · candidates²).
struct Relaxation {
  private static let rounds = 6
  /// The power to which what neighbours say counts: high ones drown small regions in large ones.
  private static let influence = 0.3
  private static let strictness = 0.3

  /// The share of each region given to each of its correspondences, and what neighbours say of each,
  /// 0…1; both parallel to `PossibleMatches.rows`.
  private(set) var shares: [[Double]]
  private(set) var support: [[Double]]

  init(
    _ table: PossibleMatches, drawing: RegionDescriptors, references: [RegionDescriptors],
    work: Work
  ) throws(Cancelled) {
    let touching = Self.touching(table, references: references)
    let neighbours = Self.neighbours(of: drawing)
    let rows = table.rows
    let dustbin = table.columns.count
    let weights = drawing.map.regions.map { Double(max(1, $0.area)) }
    shares = rows.map { row in
      let total = row.reduce(0) { $0 + $1.affinity }
      return row.map { total > 0 ? $0.affinity / total : 0 }
    }
    support = rows.map { $0.map { _ in 1 } }
    for _ in 0..<Self.rounds {
      let held = zip(rows, shares).map { row, shares in
        zip(row, shares).map { ($0.column, $1) }
      }
      let heard = try work.mapUnlessCancelled(rows.count) { row in
        rows[row].map { Self.support(for: $0.column, neighbours[row], held, touching) }
      }
      let entries = try work.mapUnlessCancelled(rows.count) { row -> [SoftAssignment.Entry] in
        let isGround = drawing.map.regions[row].isBackground
        return rows[row].indices.map { index in
          let correspondence = rows[row][index]
          return SoftAssignment.Entry(
            column: correspondence.column,
            affinity: correspondence.affinity * pow(heard[row][index], Self.influence))
        } + [
          SoftAssignment.Entry(column: dustbin, affinity: isGround ? 1e-9 : PossibleMatches.nothing)
        ]
      }
      shares =
        try SoftAssignment(
          rows: entries, weights: weights, capacities: table.capacities + [nil],
          strictness: Self.strictness, rounds: 4, work: work
        ).shares
      support = heard
    }
  }

  /// A neighbour of a region and its share of the region's border, 0…1; open borders count fourfold.
  private struct Neighbour {
    /// Its row, that of its region in the regions' order.
    let row: Int
    let weight: Double
    /// The share of the shared border that is open or a mere trace line, 0…1.
    let openness: Double
  }

  private static func neighbours(of drawing: RegionDescriptors) -> [[Neighbour]] {
    let rows = RegionTable(Array(drawing.map.regions.indices))
    return drawing.map.regions.map { region in
      let all = drawing.graph.neighbours(of: region.label).map { other, border in
        let open = border.closing + border.trace
        return (
          row: rows[other], weight: border.ink + 4 * open, openness: open / border.length
        )
      }
      let total = all.reduce(0) { $0 + $1.weight }
      return all.map { Neighbour(row: $0.row, weight: $0.weight / total, openness: $0.openness) }
    }
  }

  private static func support(
    for column: Int, _ neighbours: [Neighbour], _ beliefs: [[(Int, Double)]],
    _ touching: [Set<Int>]
  ) -> Double {
    guard !neighbours.isEmpty else { return 1 }
    var support = 0.0
    for neighbour in neighbours {
      var agreement = 0.0
      for (other, share) in beliefs[neighbour.row] where share > 0.01 {
        if other == column {
          agreement += share
        } else if touching[column].contains(other) {
          agreement += share * (0.7 - 0.4 * neighbour.openness)
        } else {
          agreement += share * 0.15
        }
      }
      support += neighbour.weight * agreement
    }
    return max(0.02, support)
  }

  /// The columns of the regions that touch each column's region.
  private static func touching(_ table: PossibleMatches, references: [RegionDescriptors])
    -> [Set<Int>]
  {
    table.columns.map { column in
      Set(
        references[column.reference].graph.neighbours(of: column.label).map {
          table.places[column.reference][$0.label]
        })
    }
  }
}
