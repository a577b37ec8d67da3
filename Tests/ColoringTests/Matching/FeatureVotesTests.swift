import Raster
import Regions
import Testing

@testable import Coloring

private let figure = Letters.stack

@Suite struct FeatureVotesTests {
  private let work = Work(threads: 2)

  /// One channel a letter; `swaps` says which letter looks like which.
  private func features(_ swaps: [Character: Character] = [:]) -> Features {
    let letters = Array(".abc")
    let map = figure.map
    let values = map.labels.elements.flatMap { label -> [Float] in
      let letter = figure.letter[label]!
      let seen = swaps[letter] ?? letter
      return letters.map { $0 == seen ? 1 : 0 }
    }
    return Features(
      grids: [Features.Grid(left: 0, top: 0, width: map.width, height: map.height, cell: 1)],
      channels: 4, values: values)
  }

  private func winners(_ drawing: Features, _ reference: Features) throws -> [Character: Character]
  {
    let descriptors = try figure.descriptors()
    let pose = try PoseSearch.poses(from: descriptors.view, to: descriptors.view, work: work)[0]
    let alignment = try DenseAlignment(
      from: descriptors.view, to: descriptors.view, pose: pose, work: work)
    let votes = try FeatureVotes(
      drawing: descriptors, drawing, reference: descriptors, reference, alignment: alignment,
      work: work)
    var winners: [Character: Character] = [:]
    for (letter, label) in figure.label {
      let shares = votes.shares[label]
      #expect(abs(shares.reduce(Float(0)) { $0 + $1.share } - 1) < 1e-4)
      winners[letter] = figure.letter[shares.max { $0.share < $1.share }!.label]
    }
    return winners
  }

  @Test func whatLooksAlikeIsVotedFor() throws {
    #expect(try winners(features(), features()) == [".": ".", "a": "a", "b": "b", "c": "c"])
  }

  @Test func looksCountMoreThanPlaces() throws {
    let swapped = features(["a": "b", "b": "a"])
    #expect(try winners(features(), swapped) == [".": ".", "a": "b", "b": "a", "c": "c"])
  }

  /// Where features say nothing, the place decides.
  @Test func equalLooksGoToTheNearest() throws {
    let blank = features(["a": ".", "b": ".", "c": "."])
    #expect(try winners(blank, blank) == [".": ".", "a": "a", "b": "b", "c": "c"])
  }

  @Test func featuresCanBeStored() throws {
    var descriptors = try figure.descriptors()
    #expect(descriptors.features == nil)
    descriptors = descriptors.seen(by: features())
    let bytes = StoredBytes.of(descriptors.features!)
    #expect(try StoredBytes.read(Features.self, from: bytes) == features())
    let plain = features()
    let told = Features(
      grids: plain.grids, channels: plain.channels, values: plain.values,
      ground: (0..<plain.cells).map { Float($0) / 100 })
    #expect(try StoredBytes.read(Features.self, from: StoredBytes.of(told)) == told)
  }
}
