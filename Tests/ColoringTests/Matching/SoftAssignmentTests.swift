import Raster
import TestSupport
import Testing

@testable import Coloring

@Suite struct SoftAssignmentTests {
  private typealias Entry = SoftAssignment.Entry
  private let work = Work(threads: 1)

  @Test func withoutStrictnessEachRowSharesByAffinity() throws {
    let assignment = try SoftAssignment(
      rows: [[Entry(column: 0, affinity: 3), Entry(column: 1, affinity: 1)]], weights: [5],
      capacities: [0.1, 0.1], strictness: 0, rounds: 10, work: work)
    #expect(assignment.shares == [[0.75, 0.25]])
  }

  @Test func aRowWithoutAffinityGetsNothing() throws {
    let assignment = try SoftAssignment(
      rows: [[Entry(column: 0, affinity: 0)], []], weights: [1, 1], capacities: [1],
      strictness: 1, rounds: 3, work: work)
    #expect(assignment.shares == [[0], []])
  }

  /// The naive twin tries every permutation; a strict, sharp assignment must find the best one.
  @Test(arguments: 1...20) func aStrictAssignmentIsTheBestPermutation(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let size = 2 + seed % 3
    var affinities: [[Double]] = []
    var ranked: [(permutation: [Int], product: Double)] = []
    // Two permutations of nearly one product leave every row undecided.
    repeat {
      affinities = (0..<size).map { _ in
        (0..<size).map { _ in .random(in: 0.2..<1.2, using: &random) }
      }
      ranked = Self.permutations(size).map { permutation in
        (permutation, permutation.indices.reduce(1) { $0 * affinities[$1][permutation[$1]] })
      }.sorted { $0.product > $1.product }
    } while ranked[1].product >= 0.93 * ranked[0].product
    func sharp(_ value: Double) -> Double { (0..<40).reduce(1) { product, _ in product * value } }
    let assignment = try SoftAssignment(
      rows: affinities.map { row in
        row.enumerated().map { Entry(column: $0.offset, affinity: sharp($0.element)) }
      }, weights: Array(repeating: 1, count: size), capacities: Array(repeating: 1, count: size),
      strictness: 400, rounds: 8000, work: work)
    let chosen = assignment.shares.map { row in row.indices.max { row[$0] < row[$1] }! }
    #expect(chosen == ranked[0].permutation)
  }

  private static func permutations(_ count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    return permutations(count - 1).flatMap { shorter in
      (0..<count).map { place in
        var longer = shorter
        longer.insert(count - 1, at: place)
        return longer
      }
    }
  }
}
