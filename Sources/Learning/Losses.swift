public import Autograd
public import Tensors

// All losses are means, of shape [].

/// The mean surprise at the right classes: -log softmax at the label.
///
/// - Parameters:
///   - logits: `[N, C, ...]`.
///   - labels: the class of each place, `N · ...` of them, 0 ..< C; places with -1 do not count.
///   - weights: how much a place of each class counts, C of them; all alike where nil.
public func crossEntropy(
  _ logits: Variable, labels: [Int32], weights: [Float]? = nil
) -> Variable {
  let (images, classes) = (logits.shape[0], logits.shape[1])
  let places = logits.value.count / (images * classes)
  require(
    labels.count == images * places, "crossEntropy: \(labels.count) labels for \(logits.shape)")
  let counted = labels.map { $0 < 0 ? 0 : weights?[Int($0)] ?? 1 }
  let indices = labels.indices.map { Int32(max(0, Int(labels[$0])) * places + $0 % places) }
  let chosen = logSoftmax(logits, axis: 1).reshaped(images, classes * places)
    .gathered(Indices(indices, sets: images), axis: 1)
  let total = (chosen * Variable(Tensor(counted, [images, places]))).sum()
  return total * (-1 / max(.leastNormalMagnitude, counted.reduce(0, +)))
}

/// Cross-entropy between soft targets and the softmax of similarities: of all candidates, those
/// that belong together should be alike. (InfoNCE; van den Oord et al. 2018)
///
/// - Parameters:
///   - similarities: `[..., candidates]`.
///   - targets: the share of each candidate; sums to 1 along the last axis. A row of zeros does not
///     count.
public func infoNCE(
  _ similarities: Variable, targets: Tensor, temperature: Float = 0.07
) -> Variable {
  require(
    similarities.shape == targets.shape, "infoNCE: \(similarities.shape), targets \(targets.shape)")
  let rows = max(1, targets.sum(to: []).scalar)
  return (logSoftmax(similarities * (1 / temperature)) * Variable(targets)).sum() * (-1 / rows)
}

/// One step of Sinkhorn's iteration in log space: rows, then columns are shifted so that the
/// exponentials of each sum to 1; many steps lead to a doubly stochastic matrix.
///
/// - Parameter logits: `[..., n, m]`.
public func sinkhornStep(_ logits: Variable) -> Variable {
  logSoftmax(logSoftmax(logits, axis: -1), axis: -2)
}

public func meanSquaredError(_ a: Variable, _ b: Variable) -> Variable { square(a - b).mean() }

/// The mean distance.
public func l1Loss(_ a: Variable, _ b: Variable) -> Variable { abs(a - b).mean() }

/// A distance that is smooth at 0: √(d² + ε²).
public func charbonnierLoss(_ a: Variable, _ b: Variable, epsilon: Float = 1e-3) -> Variable {
  sqrt(square(a - b) + Variable(Tensor(epsilon * epsilon))).mean()
}

// Losses of a discriminator and of the generator that it judges, on the discriminator's scores.

/// Real scores should be above 1, generated ones below -1.
public func hingeDiscriminatorLoss(real: Variable, generated: Variable) -> Variable {
  relu(1 - real).mean() + relu(1 + generated).mean()
}

public func hingeGeneratorLoss(generated: Variable) -> Variable { -generated.mean() }

/// -log of the chance to tell real from generated.
public func logisticDiscriminatorLoss(real: Variable, generated: Variable) -> Variable {
  softplus(-real).mean() + softplus(generated).mean()
}

/// -log of the chance to be taken for real; steep while the discriminator is sure (non-saturating).
public func logisticGeneratorLoss(generated: Variable) -> Variable { softplus(-generated).mean() }
