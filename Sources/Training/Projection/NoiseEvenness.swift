internal import Autograd
internal import Tensors

// Noise must stay noise, or it carries the picture instead of the styles.

/// How far noise is from having no neighbours alike, at its own side and at each half of it down to 8 (Karras et al. 2020):
/// 0 for white noise of any side; itself to be differentiated.
///
/// - Parameter noise: `[1, 1, H, W]`, of mean 0 and deviation 1.
func unevenness(of noise: [Variable]) -> Variable {
  var sum = Variable(Tensor(0))
  for map in noise {
    var map = map
    while true {
      sum += square((map * map.rolled(axis: 3)).mean()) + square((map * map.rolled(axis: 2)).mean())
      if map.shape[3] <= 8 { break }
      // Means of four have half the deviation.
      map = map.averagePooled() * 2
    }
  }
  return sum
}

extension Variable {
  /// Each value in the place of the one before it, the last in that of the first.
  fileprivate func rolled(axis: Int) -> Variable {
    let side = shape[axis]
    return concatenated(
      sliced(1..<side, axis: axis), sliced(0..<1, axis: axis), axis: axis)
  }

  /// Brings the values to mean 0 and deviation 1.
  mutating func normalise() {
    update { values in
      let count = Float(values.count)
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      let scale = 1 / (variance + 1e-12).squareRoot()
      for index in values.indices { values[index] = (values[index] - mean) * scale }
    }
  }
}
