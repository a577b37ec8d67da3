import Foundation
import Raster
import Regions
import Testing

@testable import Coloring

@Suite struct FeaturePosesTests {
  private static let side = 96

  /// A disc on ground, with features that tell where on it each pixel lies.
  private struct Seen {
    let view: MatchingView
    let features: Features

    /// - Parameter place: where on the disc a pixel lies; it may be mirrored and turned.
    init(
      middle: SIMD2<Float>, radius: Float, blank: Bool = false,
      place: (SIMD2<Float>) -> SIMD2<Float>
    ) throws {
      let scale = 3
      let letters = (0..<side / scale).map { y in
        String(
          (0..<side / scale).map { x in
            let away = (SIMD2(Float(x), Float(y)) + 0.5) * Float(scale) - 0.5 - middle
            return (away * away).sum() < radius * radius ? "a" : "."
          })
      }
      view = try Letters(letters, scale: scale).descriptors().view
      // Waves of several directions: alike near by, unlike elsewhere.
      let waves: [SIMD2<Float>] = [
        [0.11, 0.02], [0.03, 0.13], [-0.09, 0.08], [0.06, 0.07], [0.19, -0.05], [0.04, -0.21],
        [0.15, 0.16], [-0.17, 0.12],
      ]
      let values = (0..<side * side).flatMap { index -> [Float] in
        let here = place(SIMD2(Float(index % side), Float(index / side)))
        let vector = waves.enumerated().map { sin((here * $1).sum() + Float($0)) }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return vector.map { blank ? 0 : $0 / length }
      }
      features = Features(
        grids: [Features.Grid(left: 0, top: 0, width: side, height: side, cell: 1)],
        channels: waves.count, values: values)
    }
  }

  @Test(arguments: [false, true]) func findsHowTheReferenceLies(isMirrored: Bool) throws {
    let (from, to) = (SIMD2<Float>(48, 48), SIMD2<Float>(40, 54))
    let (angle, size) = (Float(0.3), Float(0.75))
    let drawing = try Seen(middle: from, radius: 36) { $0 }
    // Back from the reference's pixel to the drawing's.
    func back(_ pixel: SIMD2<Float>) -> SIMD2<Float> {
      let away = (pixel - to) / size
      var turned = SIMD2(
        cos(angle) * away.x + sin(angle) * away.y, -sin(angle) * away.x + cos(angle) * away.y)
      if isMirrored { turned.x = -turned.x }
      return from + turned
    }
    let reference = try Seen(middle: to, radius: 36 * size, place: back)
    let poses = PoseSearch.poses(
      from: drawing.view, drawing.features, to: reference.view, reference.features,
      work: Work(threads: 2))
    let best = try #require(poses.first)
    #expect(best.isMirrored == isMirrored)
    #expect(best.score > 0.8)
    for pixel in [SIMD2<Float>(48, 48), [30, 48], [48, 66], [60, 30]] {
      let found = reference.view.frame.pixel(
        ofCell: best.map(drawing.view.frame.cell(ofPixel: pixel)))
      let away = back(found) - pixel
      #expect((away * away).sum().squareRoot() < 2, "\(pixel) comes from \(back(found))")
    }
  }

  @Test func featuresThatSayNothingGiveNoPose() throws {
    let blank = try Seen(middle: [48, 48], radius: 36, blank: true) { $0 }
    #expect(
      PoseSearch.poses(
        from: blank.view, blank.features, to: blank.view, blank.features, work: Work(threads: 1)
      ).isEmpty)
  }
}
