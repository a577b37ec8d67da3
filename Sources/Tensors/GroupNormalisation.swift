// Normalisation over the channels of each group and all pixels of an image, with a scale and a shift for each channel in the
// same pass.
//
// Mean and variance are found as those of pieces of 4,096 elements, in two passes while a piece lies in the first cache, which
// are then joined (Chan, Golub, LeVeque 1983): a difference of squares would lose digits. A group is then read once more, from
// the second cache if it fits: the whole costs one read of memory and one write. Each group is one thread's, so results do not
// depend on their number.

/// The findings of a group normalisation: what its backward pass needs beside its input.
public struct GroupMoments: Sendable {
  /// `[N, groups]`.
  public let mean: Tensor
  /// One over the deviation, `[N, groups]`.
  public let inverseDeviation: Tensor
}

extension Tensor {
  /// Normalised over groups of channels of each image; this is `[N, C, ...]`.
  ///
  /// - Parameters:
  ///   - groups: a divisor of C.
  ///   - scale: of each channel, after the normalisation, `[C]`; nil is 1.
  ///   - shift: `[C]`; nil is 0.
  ///   - epsilon: added to the variance.
  public func groupNormalised(
    groups: Int, scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Float
  ) -> (result: Tensor, moments: GroupMoments) {
    let plan = GroupPlan(self, groups: groups)
    plan.checkChannels(scale, shift)
    let moments = GroupMoments(
      mean: Tensor(uninitialised: [shape[0], groups]),
      inverseDeviation: Tensor(uninitialised: [shape[0], groups]))
    let result = Tensor(shape) { out in
      read(self, scale ?? self, shift ?? self) { x, scales, shifts in
        plan.forEachGroup(cost: 4) { group in
          let (mean, variance) = plan.moments(x + group * plan.length)
          let inverse = 1 / (variance + epsilon).squareRoot()
          moments.mean.storage.pointer[group] = mean
          moments.inverseDeviation.storage.pointer[group] = inverse
          plan.forEachPlane(of: group) { plane, channel in
            let factor = scale == nil ? inverse : scales[channel] * inverse
            let shift = shift == nil ? 0 : shifts[channel]
            let from = x + plane * plan.pixels
            let to = out + plane * plan.pixels
            kernels.scaled(from, mean, factor, shift, plan.pixels, to)
          }
        }
      }
    }
    return (result, moments)
  }

  /// The backward pass of `groupNormalised`, called on what it was called on.
  ///
  /// - Parameter gradient: of the result.
  /// - Returns: the gradients of the input, of the scale, `[C]`, and of the shift, `[C]`.
  public func groupNormalisationGradient(
    _ gradient: Tensor, _ moments: GroupMoments, groups: Int, scale: Tensor? = nil
  ) -> (input: Tensor, scale: Tensor, shift: Tensor) {
    let plan = GroupPlan(self, groups: groups)
    plan.checkChannels(scale, nil)
    require(
      gradient.shape == shape && moments.mean.shape == [shape[0], groups],
      "group normalisation: a gradient of \(gradient.shape) for \(shape)")
    let channels = shape[1]
    // Of each image's channel: the sums of its gradient, plain and times its normalised values.
    let slopes = Tensor(uninitialised: [shape[0], channels])
    let sums = Tensor(uninitialised: [shape[0], channels])
    let result = Tensor(shape) { out in
      read(self, gradient, scale ?? self) { x, gradient, scales in
        plan.forEachGroup(cost: 6) { group in
          let mean = moments.mean.storage.pointer[group]
          let inverse = moments.inverseDeviation.storage.pointer[group]
          var sum: Float = 0
          var slope: Float = 0
          plan.forEachPlane(of: group) { plane, channel in
            let start = plane * plan.pixels
            let ofShift = longSum(plan.pixels) { kernels.sum(gradient + start + $0, $1) }
            let ofScale =
              longSum(plan.pixels) {
                kernels.products(gradient + start + $0, x + start + $0, mean, $1)
              } * inverse
            sums.storage.pointer[plane] = ofShift
            slopes.storage.pointer[plane] = ofScale
            let scale = scale == nil ? 1 : scales[channel]
            sum += scale * ofShift
            slope += scale * ofScale
          }
          let bend = -inverse * inverse * slope / Float(plan.length)
          let level = -inverse * sum / Float(plan.length)
          plan.forEachPlane(of: group) { plane, channel in
            let factor = scale == nil ? inverse : scales[channel] * inverse
            let g = gradient + plane * plan.pixels
            let from = x + plane * plan.pixels
            let to = out + plane * plan.pixels
            kernels.slanted(g, factor, from, mean, bend, level, plan.pixels, to)
          }
        }
      }
    }
    return (
      result, slopes.sum(to: [1, channels]).reshaped([channels]),
      sums.sum(to: [1, channels]).reshaped([channels])
    )
  }
}

private let kernels = ConvolutionKernels.fastest

/// A sum over a long row from sums of pieces, so that the error does not grow with the row.
private func longSum(_ count: Int, _ piece: (_ start: Int, _ count: Int) -> Float) -> Float {
  var total: Double = 0
  for start in stride(from: 0, to: count, by: 4096) {
    total += Double(piece(start, min(4096, count - start)))
  }
  return Float(total)
}

private struct GroupPlan {
  let images, channels, groups, pixels: Int

  init(_ x: Tensor, groups: Int) {
    require(
      x.shape.count >= 2 && groups > 0 && x.shape[1] % groups == 0,
      "group normalisation: \(groups) groups of \(x.shape)")
    images = x.shape[0]
    channels = x.shape[1]
    self.groups = groups
    pixels = x.shape.dropFirst(2).reduce(1, *)
  }

  /// Elements of a group.
  var length: Int { channels / groups * pixels }

  func checkChannels(_ scale: Tensor?, _ shift: Tensor?) {
    for factor in [scale, shift].compactMap(\.self) {
      require(
        factor.shape == [channels],
        "group normalisation: \(factor.shape) for \(channels) channels")
    }
  }

  func forEachGroup(cost: Int, _ body: (Int) -> Void) {
    forEachBand(of: images * groups, cost: cost * length) { band in
      for group in band { body(group) }
    }
  }

  func forEachPlane(of group: Int, _ body: (_ plane: Int, _ channel: Int) -> Void) {
    let together = channels / groups
    for plane in group * together..<(group + 1) * together { body(plane, plane % channels) }
  }

  func moments(_ x: UnsafePointer<Float>) -> (mean: Float, variance: Float) {
    let piece = 4096
    var mean = 0.0
    var squares = 0.0
    for start in stride(from: 0, to: length, by: piece) {
      let count = min(piece, length - start)
      let own = Double(kernels.sum(x + start, count)) / Double(count)
      let difference = own - mean
      let share = Double(count) / Double(start + count)
      mean += difference * share
      squares += Double(kernels.squares(x + start, Float(own), count))
      squares += difference * difference * Double(start) * share
    }
    return (Float(mean), Float(squares / Double(length)))
  }
}
