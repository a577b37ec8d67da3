import Autograd
import Networks
import Raster
import Tensors
import Testing

@testable import Coloring

/// Tells the mean red and the mean green of cells of 2×2 pixels; of line art what they lack to white.
private struct MeanColours: FeatureNetwork {
  let channels = 2
  let stride = 2
  let granularity = 8

  func features(of pictures: Variable, areLineArt: Bool) -> Variable {
    let pooled = pictures.averagePooled().value
    let cells = pooled.shape[2] * pooled.shape[3]
    let values = Array(pooled.values.prefix(2 * cells))
    return Variable(
      Tensor(
        areLineArt ? values.map { 1 - $0 } : values, [1, 2, pooled.shape[2], pooled.shape[3]]))
  }
}

@Suite struct NetworkFeaturesTests {
  private let picture: Image

  init() {
    var picture = Image(width: 6, height: 4, repeating: .clear)
    for index in 2..<24 {
      let red = UInt8(10 * index)
      picture.elements[index] = RGBA(red, 255 - red, 0)
    }
    self.picture = picture
  }

  private func features(side: Int, _ domain: PictureDomain) throws -> Features {
    try NetworkFeatures(network: MeanColours(), side: side).features(
      of: picture, domain: domain, work: Work(threads: 2))
  }

  @Test func eachCellHasTheChannelsOfItsPixelsAndPaddingIsLeftOut() throws {
    let features = try features(side: 100, .colours)
    #expect((features.width, features.height, features.channels) == (3, 2, 2))
    #expect(features.cell == 2)
    for j in 0..<2 {
      for i in 0..<3 {
        let start = (j * 3 + i) * 2
        #expect(abs(features.values[start] - mean(i, j, of: \.r)) < 1e-6)
        #expect(abs(features.values[start + 1] - mean(i, j, of: \.g)) < 1e-6)
      }
    }
  }

  /// The mean of a channel over a cell of 2×2 pixels, clear ones white.
  private func mean(_ i: Int, _ j: Int, of channel: (RGBA) -> UInt8) -> Float {
    var sum: Float = 0
    for (x, y) in [(2 * i, 2 * j), (2 * i + 1, 2 * j), (2 * i, 2 * j + 1), (2 * i + 1, 2 * j + 1)] {
      let pixel = picture[x, y]
      sum += pixel.a == 0 ? 1 : Float(channel(pixel)) / 255
    }
    return sum / 4
  }

  @Test func theNetworkIsToldWhatItLooksAt() throws {
    let colours = try features(side: 100, .colours)
    let lines = try features(side: 100, .lines)
    #expect(zip(colours.values, lines.values).allSatisfy { abs($0 + $1 - 1) < 1e-6 })
  }

  @Test func aLargePictureIsBroughtToItsSize() throws {
    let features = try features(side: 3, .colours)
    #expect((features.width, features.height) == (2, 1))
    #expect(features.cell == 4)
  }
}
