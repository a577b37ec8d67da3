internal import Autograd
internal import Glibc
internal import Learning
internal import Networks
internal import Raster
internal import Regions
internal import Tensors

// A project's parts as its artist sees them, own ones too.
//
// Idea: what the engine's network sees of each cell is kept with the drawing (`Features`); a small head on top of it learns from a few
// labelled drawings, and says of every other drawing's cells what they are. No picture is looked at again.
// Cost: learned in a few seconds, 33 kMAC a cell to tell.
// Measured on the samples' drawings: with all regions of two labelled, the mean IoU over the other five goes from .58 to .68, and with the
// fringe as a part of its own from .47 to .64 (the fringe's from 0 to .97); with one drawing to .63. Two labelled references alone lower it, from .53
// to .51: what they say already comes with the matches, and colours teach lines little. 3 to 5 s, and 0.03 s a drawing, on two busy cores.
// Source: Tritrong et al. 2021, on the matcher's features in place of a generator's.
// Not done: borders. Regions are divided by what the network sees by itself.

/// Tells the parts of drawings as a few labelled drawings taught it.
public struct PartTeller: Sendable {
  private static let architecture = "part-teller-1"
  private static let networkKey = "network"
  /// The inputs are about as large as each other.
  private static let scoresScale: Float = 0.3
  /// The least chance that a score is made of.
  private static let leastChance: Float = 1e-4
  /// The chance that a part of the artist's own has before anybody taught it.
  private static let ownChance: Float = 0.02

  private let head: PartHead
  /// What it tells apart: `Part.id` of each, in the order of the head's scores.
  public let parts: [String]
  /// So many of them, the first ones, were in what it learned from; of the others it knows no more than the network.
  let taught: Int
  /// The key of the network's weights whose features it reads: it means nothing on others.
  let network: String
  /// The key of what it is.
  public let key: ContentKey

  init(head: PartHead, parts: [String], taught: Int, network: ContentKey) {
    self.head = head
    self.parts = parts
    self.taught = taught
    self.network = network.description
    key = ContentKey(bytes: Self.file(head, parts, taught, self.network).encoded())
  }

  /// The head's inputs, one for each grid of a picture: `[1, channels, H, W]`.
  ///
  /// - Complexity: O(cells · channels).
  static func inputs(from features: Features) -> [Tensor] {
    let looks = features.channels - features.parts
    let looksScale = (Float(looks) / (1 - Features.partsShare)).squareRoot()
    var first = 0
    return features.grids.map { grid in
      let cells = grid.width * grid.height
      var values = [Float](repeating: 0, count: cells * features.channels)
      for cell in 0..<cells {
        for channel in 0..<features.channels {
          let value = features.values[(first + cell) * features.channels + channel]
          values[channel * cells + cell] =
            channel < looks
            ? value * looksScale
            : Glibc.log(max(leastChance, value * value / Features.partsShare)) * scoresScale
        }
      }
      first += cells
      return Tensor(values, [1, features.channels, grid.height, grid.width])
    }
  }

  /// The scores that parts have before anything is learned: the logarithms of what the network sees.
  ///
  /// - Parameter input: one of `inputs(from:)`.
  /// - Returns: `[1, parts, H, W]`.
  static func start(of input: Tensor, parts: [String]) -> Tensor {
    let input = Variable(input)
    let first = input.shape[1] - Part.standard.count
    let known = parts.map { part in
      guard let place = Part.standard.firstIndex(where: { $0.id == part }) else {
        return Variable(
          Tensor(
            [Float](repeating: Glibc.log(ownChance), count: input.shape[2] * input.shape[3]),
            [1, 1, input.shape[2], input.shape[3]]))
      }
      return input.sliced(first + place..<first + place + 1, axis: 1) * (1 / scoresScale)
    }
    return concatenated(known, axis: 1).value
  }

  /// The chances of the parts in each cell, `[cells, parts]`, which sum to 1.
  ///
  /// - Parameter features: of the network that it learned on.
  /// - Complexity: O(cells): 33 kMAC each.
  func chances(in features: Features, work: Work) -> [Float] {
    Compute.with(work) {
      Self.inputs(from: features).flatMap { input -> [Float] in
        let start = Variable(Self.start(of: input, parts: parts))
        let told = softmax(head(Variable(input)) + start, axis: 1).value
        let cells = told.shape[2] * told.shape[3]
        return told.withValues { told in
          (0..<cells * parts.count).map { told[$0 % parts.count * cells + $0 / parts.count] }
        }
      }
    }
  }
}

extension PartTeller: Encodable {
  public func encode(to encoder: any Encoder) throws { try key.encode(to: encoder) }
}

// As a file: the head's tensors, and beside them which parts and whose features.
extension PartTeller {
  private static func file(
    _ head: PartHead, _ parts: [String], _ taught: Int, _ network: String
  ) -> SafeTensors {
    var texts = [
      "architecture": architecture, networkKey: network, "parts": "\(parts.count)",
      "taught": "\(taught)",
    ]
    for (index, part) in parts.enumerated() { texts["part \(index)"] = part }
    return SafeTensors(tensors: head.namedTensors(), metadata: texts)
  }

  /// The file's bytes, some 140 kB.
  public var bytes: [UInt8] { Self.file(head, parts, taught, network).encoded() }

  /// - Parameters:
  ///   - bytes: as `bytes` gave them.
  ///   - file: its name, for messages.
  /// - Throws: where they are damaged, of another kind, or hold a number that is none.
  public init(decoding bytes: [UInt8], named file: String) throws(BrokenTeller) {
    let found: SafeTensors
    do throws(CheckpointError) {
      found = try SafeTensors(decoding: bytes, named: file)
    } catch {
      throw BrokenTeller(reason: error.description)
    }
    let texts = found.metadata
    let parts = (0..<(texts["parts"].flatMap { Int($0) } ?? 0)).prefix(Self.mostParts)
      .compactMap { texts["part \($0)"] }
    guard texts["architecture"] == Self.architecture, let network = texts[Self.networkKey],
      parts.count >= 2, texts["parts"] == "\(parts.count)", Set(parts).count == parts.count,
      let taught = texts["taught"].flatMap({ Int($0) }), (1...parts.count).contains(taught),
      let entrance = found.tensors["entrance.weight"], entrance.shape.count == 4,
      (Part.standard.count...Self.mostInputs).contains(entrance.shape[1])
    else {
      throw BrokenTeller(reason: "\(file): holds no parts that nurie was taught.")
    }
    var random = RandomStream(seed: 0, stream: 0)
    var head = PartHead(entrance.shape[1], parts: parts.count, using: &random)
    do throws(CheckpointError) {
      try head.load(found.tensors, from: file)
    } catch {
      throw BrokenTeller(reason: error.description)
    }
    self.head = head
    self.parts = parts
    self.taught = taught
    self.network = network
    key = ContentKey(bytes: bytes)
  }

  private static let mostParts = 1000
  private static let mostInputs = 4096
}

/// A file that holds nothing that was taught: why, in a sentence.
public struct BrokenTeller: Error, Hashable {
  public let reason: String
}

extension Occupant<any FeatureMaker> {
  /// Whether a teller learned on what this one makes.
  func isRead(by teller: PartTeller) -> Bool { weights?.description == teller.network }
}
