internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// Pictures that a generator draws, always of the same random numbers, so that one sees it learn.
struct StyleSamples: Sendable {
  private static let columns = 8
  private static let batch = 8

  private let latents: Tensor
  private let noise: [Tensor]
  private let truncation: Float
  private let seed: UInt64

  /// - Parameter truncation: the share of each style's way from the mean one that is left, 0…1.
  init(_ shape: StyleShape, seed: UInt64, truncation: Float = 1) {
    self.truncation = truncation
    self.seed = seed
    var random = RandomStream(seed: seed, stream: 1 << 56)
    let count = Self.columns * Self.columns
    latents = .normal([count, shape.styleWidth], using: &random)
    // One noise for all of them.
    noise = shape.sides.flatMap { side in
      (0..<(side == 4 ? 1 : 2)).map { _ in .normal([1, 1, side, side], using: &random) }
    }
  }

  /// A sheet of 8 × 8 pictures.
  func sheet(of generator: StyleGenerator, work: Work) -> Image {
    let pictures = pictures(of: generator, work: work)
    let side = generator.shape.side
    var sheet = Image(
      width: side * Self.columns, height: side * Self.columns, repeating: .white)
    for (index, picture) in pictures.enumerated() {
      sheet.put(picture, x: index % Self.columns * side, y: index / Self.columns * side)
    }
    return sheet
  }

  private func pictures(of generator: StyleGenerator, work: Work) -> [Image] {
    let count = latents.shape[0]
    let batches = stride(from: 0, to: count, by: Self.batch).map { $0..<$0 + Self.batch }
    let mean = truncation < 1 ? Compute.with(work) { meanStyle(of: generator) } : nil
    return work.mapItems(of: batches.count) { index in
      Compute.with(Work(threads: 1)) {
        let own = generator.style(of: Variable(latents.sliced(batches[index], axis: 0)))
        let style = mean.map { generator.truncated(own, towards: $0, by: truncation) } ?? own
        return images(
          generator.synthesis(generator.styles(style), noise: noise.map { Variable($0) })
            .picture.value)
      }
    }.flatMap { $0 }
  }

  private func meanStyle(of generator: StyleGenerator) -> Variable {
    var random = RandomStream(seed: seed, stream: 4 << 56)
    return generator.meanStyle(of: 4096, using: &random)
  }
}

/// Pictures `[N, 3, H, W]`, −1…1, as images.
func images(_ pictures: Tensor) -> [Image] {
  let (count, height, width) = (pictures.shape[0], pictures.shape[2], pictures.shape[3])
  let area = height * width
  return pictures.withValues { values in
    (0..<count).map { index in
      func channel(_ channel: Int, _ pixel: Int) -> UInt8 {
        let value = values[(3 * index + channel) * area + pixel]
        return UInt8(min(255, max(0, (value + 1) * 127.5 + 0.5)))
      }
      return Image(
        width: width, height: height,
        elements: (0..<area).map { RGBA(channel(0, $0), channel(1, $0), channel(2, $0)) })
    }
  }
}
