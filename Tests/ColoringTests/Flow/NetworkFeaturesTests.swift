import Autograd
import Networks
import Raster
import Regions
import Tensors
import Testing

@testable import Coloring

/// Tells the mean red and the mean green of cells of 2×2 pixels; of line art what they lack to white.
private struct MeanColours: FeatureNetwork {
  let channels = 2
  let stride = 2
  let granularity = 8

  func seen(in pictures: Variable, areLineArt: Bool) -> SeenPictures {
    let pooled = pictures.averagePooled().value
    let cells = pooled.shape[2] * pooled.shape[3]
    let values = Array(pooled.values.prefix(2 * cells))
    let (rows, columns) = (pooled.shape[2], pooled.shape[3])
    // What is blue and not white is an iris.
    var scores = [Float](repeating: 0, count: Part.standard.count * cells)
    let iris = Part.standard.firstIndex { $0.id == "iris" }!
    for cell in 0..<cells where values[cell] < 0.1 && pooled.values[2 * cells + cell] > 0.9 {
      scores[iris * cells + cell] = 20
    }
    return SeenPictures(
      embedding: Variable(
        Tensor(areLineArt ? values.map { 1 - $0 } : values, [1, 2, rows, columns])),
      partScores: Variable(Tensor(scores, [1, Part.standard.count, rows, columns])))
  }
}

@Suite struct NetworkFeaturesTests {
  private let picture: Image
  /// The share of either half of a likeness, as it multiplies values.
  private let half = Float(0.5).squareRoot()

  init() {
    var picture = Image(width: 6, height: 4, repeating: .clear)
    for index in 2..<24 {
      let red = UInt8(10 * index)
      picture.elements[index] = RGBA(red, 255 - red, 0)
    }
    self.picture = picture
  }

  private func features(side: Int, _ domain: PictureDomain) throws -> Features {
    try NetworkFeatures(network: MeanColours(), side: side, closeSide: 16).features(
      of: picture, domain: domain, work: Work(threads: 2))
  }

  @Test func eachCellHasTheChannelsOfItsPixelsAndPaddingIsLeftOut() throws {
    let features = try features(side: 100, .colours)
    #expect((features.grids[0].width, features.grids[0].height) == (3, 2))
    #expect((features.channels, features.parts) == (2 + Part.standard.count, Part.standard.count))
    #expect(features.grids[0].cell == 2)
    for j in 0..<2 {
      for i in 0..<3 {
        let start = (j * 3 + i) * features.channels
        #expect(abs(features.values[start] - half * mean(i, j, of: \.r)) < 1e-6)
        #expect(abs(features.values[start + 1] - half * mean(i, j, of: \.g)) < 1e-6)
        // Their squares are chances: all equal, since nothing here is an iris.
        let parts = features.values[start + 2..<start + features.channels]
        #expect(parts.allSatisfy { abs($0 - half / Float(features.parts).squareRoot()) < 1e-6 })
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
    for (index, pair) in zip(colours.values, lines.values).enumerated()
    where index % colours.channels < 2 {
      #expect(abs(pair.0 + pair.1 - half) < 1e-6)
    }
  }

  @Test func aLargePictureIsBroughtToItsSize() throws {
    let features = try features(side: 3, .colours)
    #expect((features.grids[0].width, features.grids[0].height) == (2, 1))
    #expect(features.grids[0].cell == 4)
  }

  @Test func eyesAreLookedAtMoreClosely() throws {
    var picture = Image(width: 120, height: 80, repeating: RGBA(200, 50, 50))
    for eye in [36, 60] {
      for y in 30..<42 { for x in eye..<eye + 12 { picture[x, y] = RGBA(0, 0, 255) } }
    }
    let features = try NetworkFeatures(network: MeanColours(), side: 40, closeSide: 48).features(
      of: picture, domain: .colours, work: Work(threads: 2))
    #expect(features.grids.count == 2)
    let close = try #require(features.grids.last)
    #expect(close.cell < features.grids[0].cell / 1.4)
    // Both eyes are in it, and what lies in it is read from it.
    for (x, y) in [(38, 31), (70, 40)] {
      let square = features.square(ofCell: features.cell(atX: x, y: y))
      #expect(square.side == close.cell)
      #expect(square.left <= Double(x) && Double(x) <= square.left + square.side)
      #expect(square.top <= Double(y) && Double(y) <= square.top + square.side)
    }
    let corner = features.square(ofCell: features.cell(atX: 3, y: 70))
    #expect(corner.side == features.grids[0].cell)
  }

  @Test func aFaceThatFillsThePictureIsSeenAtOnce() throws {
    var picture = Image(width: 32, height: 32, repeating: RGBA(200, 50, 50))
    for y in 8..<24 { for x in 4..<28 { picture[x, y] = RGBA(0, 0, 255) } }
    #expect(try features(of: picture).grids.count == 1)
  }

  private func features(of picture: Image) throws -> Features {
    try NetworkFeatures(network: MeanColours(), side: 32, closeSide: 32).features(
      of: picture, domain: .colours, work: Work(threads: 1))
  }
}
