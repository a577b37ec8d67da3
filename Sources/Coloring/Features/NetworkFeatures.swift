internal import Autograd
internal import Networks
internal import Raster
internal import Tensors

/// Has a network look at a picture, brought to a bounded size.
///
/// - Complexity: O(pixels) for the resizing, and one pass of the network over at most `side`² pixels.
struct NetworkFeatures: FeatureMaker {
  let network: any FeatureNetwork
  /// The longer side in pixels that pictures are brought to; smaller ones stay as they are.
  let side: Int

  func features(of picture: Image, domain: PictureDomain, work: Work) throws -> Features {
    let small = try picture.thumbnail(longest: side, work: work)
    let scale = Double(picture.width) / Double(small.width)
    let input = Variable(small.onWhite(sidesMultiplesOf: network.granularity))
    let made = Compute.with(work) {
      network.features(of: input, areLineArt: domain == .lines).value
    }
    try work.checkCancelled()
    // Cells of the padding are left out; each row of channels is brought together in its cell.
    let (rows, columns) = (made.shape[2], made.shape[3])
    let shown = (
      columns: (small.width + network.stride - 1) / network.stride,
      rows: (small.height + network.stride - 1) / network.stride
    )
    var values: [Float] = []
    values.reserveCapacity(shown.columns * shown.rows * network.channels)
    made.withValues { found in
      for j in 0..<shown.rows {
        for i in 0..<shown.columns {
          for channel in 0..<network.channels {
            values.append(found[(channel * rows + j) * columns + i])
          }
        }
      }
    }
    return Features(
      width: shown.columns, height: shown.rows, cell: Double(network.stride) * scale,
      channels: network.channels, values: values)
  }
}
