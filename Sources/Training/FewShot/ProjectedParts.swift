internal import Autograd
public import Raster
internal import Tensors

/// Parts that were learned from a few drawings on the features of a generator, into which they were projected.
public struct ProjectedParts: Sendable {
  let projector: Projector
  let features: GeneratorFeatures
  let head: TaughtHead

  /// - Parameters:
  ///   - drawings: what was found of each, and the parts of its pixels, `LabelledDrawing.unknown` where nobody said.
  ///   - parts: their number.
  ///   - seed: of the first weights and of the order.
  /// - Complexity: 100 steps of four drawings each, 0.6 GMAC a drawing of 64 pixels and step.
  public init(
    from drawings: [(found: Projection, parts: Plane<UInt8>)], parts: Int,
    by projector: Projector, seed: UInt64, work: Work
  ) {
    let features = GeneratorFeatures(projector.generator, seed: seed, work: work)
    self.projector = projector
    self.features = features
    head = TaughtHead(
      features: Compute.with(work) { drawings.map { features.features(of: $0.found).value } },
      labels: drawings.map { $0.parts.labels }, parts: parts, seed: seed, work: work)
  }

  /// The likeliest part of each pixel of a picture, of which was found what it is drawn from.
  public func parts(of found: Projection, work: Work) -> Plane<UInt8> {
    Compute.with(work) { likeliest(head(features.features(of: found)).value)[0] }
  }
}

extension Plane<UInt8> {
  /// The label of each pixel; -1 where it is unknown.
  var labels: [Int32] { elements.map { $0 == LabelledDrawing.unknown ? -1 : Int32($0) } }
}
