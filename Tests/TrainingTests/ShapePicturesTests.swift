import Tensors
import Testing
import Training

@Suite struct ShapePicturesTests {
  @Test func theSameSeedDrawsTheSame() {
    var first = RandomStream(seed: 3, stream: 1)
    var second = RandomStream(seed: 3, stream: 1)
    let (one, other) = (
      ShapePictures.drawn(2, using: &first), ShapePictures.drawn(2, using: &second)
    )
    #expect(one.images == other.images)
    #expect(one.labels == other.labels)
    #expect(ShapePictures.drawn(2, using: &first).images != one.images)
  }

  @Test func everyClassOccursAndStandsOutFromTheGround() {
    var random = RandomStream(seed: 7, stream: 0)
    let (images, labels) = ShapePictures.drawn(16, using: &random)
    #expect(Set(labels) == Set((0..<Int32(ShapePictures.classes))))
    let values = images.values
    let ground = zip(values, labels).filter { $0.1 == 0 }.map(\.0)
    let shapes = zip(values, labels).filter { $0.1 != 0 }.map(\.0)
    let means = (
      ground.reduce(0, +) / Float(ground.count), shapes.reduce(0, +) / Float(shapes.count)
    )
    #expect(means.1 > means.0 + 0.5)
  }
}
