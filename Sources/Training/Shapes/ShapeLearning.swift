internal import Autograd
internal import Learning
internal import Networks
internal import Raster
internal import Tensors

/// A small U-Net learns to tell the shapes of `ShapePictures` apart.
public enum ShapeLearning {
  /// Trains for 1000 steps of 8 pictures.
  ///
  /// - Returns: the mean overlap (mIoU) of the four classes on 64 pictures that it never saw.
  /// - Throws: `NonFinite` where the loss is no number.
  /// - Complexity: about 20 s on two threads.
  public static func overlap(threads: Int) throws -> Double {
    let steps = 1000
    var random = RandomStream(seed: 5, stream: 0)
    let network = UNet(
      1, classes: ShapePictures.classes, widths: [16, 24, 32, 32], using: &random)
    var trainer = Trainer(
      network, Adam(for: network, rate: 5e-3), schedule: .cosine(warmup: 10, steps: steps), seed: 5)
    return try Compute.with(Work(threads: threads)) {
      for _ in 0..<steps {
        var random = trainer.random(for: 1)
        let (images, labels) = ShapePictures.drawn(8, using: &random)
        _ = try trainer.update { crossEntropy($0(Variable(images)), labels: labels) }
      }
      var unseen = RandomStream(seed: 99, stream: 0)
      let (images, labels) = ShapePictures.drawn(64, using: &unseen)
      let scores = trainer.network(Variable(images)).value
      let guesses = scores.permuted([0, 2, 3, 1]).topIndices(1).values.map { Int32($0) }
      return meanOverlap(guesses, labels, classes: ShapePictures.classes)
    }
  }
}
