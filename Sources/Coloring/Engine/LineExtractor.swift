internal import Learning
internal import Networks
public import Raster
internal import Tensors

// A coloured drawing as line art.
//
// Idea: a network says how likely each pixel is to be ink. It has seen lines of one to five pixels, so large drawings are
// made smaller for it, and its ink larger again: smooth, since it is grey at its edges.
// Cost: 1.5 GMAC for each 256 by 256 pixels of at most `side`²; some 200 bytes a pixel of these.
// Not done: detail finer than the smaller picture's pixels.

/// Draws the lines of coloured art with a trained network.
public struct LineExtractor: Sendable {
  /// The longer side in pixels that pictures are brought to; smaller ones stay as they are.
  private static let side = 768
  /// The name of the weights among the program's files.
  public static let weights = "weights/lines.safetensors"

  private let network: LineNetwork
  /// The hash of the weights.
  public let key: ContentKey

  /// - Parameter path: the file of the network's weights.
  /// - Throws: `CheckpointError`.
  public init(network path: String) throws {
    network = try LineNetwork(contentsOf: path)
    key = ContentKey(weightsOf: network)
  }

  /// - Returns: `[H, W]` of the picture: 0 ink, 255 paper.
  /// - Throws: `Cancelled`.
  public func lines(of picture: Image, work: Work) throws(Cancelled) -> Plane<UInt8> {
    let small = try picture.thumbnail(longest: Self.side, work: work)
    let input = small.onWhite(sidesMultiplesOf: LineNetwork.granularity)
    let ink = Compute.with(work) { network.ink(of: input) }
    try work.checkCancelled()
    var drawn = Image(width: small.width, height: small.height, repeating: .white)
    let width = ink.shape[3]
    ink.withValues { ink in
      for y in 0..<small.height {
        for x in 0..<small.width {
          let value = UInt8((1 - ink[y * width + x]) * 255 + 0.5)
          drawn[x, y] = RGBA(value, value, value)
        }
      }
    }
    if small.width != picture.width || small.height != picture.height {
      drawn = try drawn.resized(
        width: picture.width, height: picture.height, .lanczos, work: work)
    }
    return drawn.map(\.r)
  }
}
