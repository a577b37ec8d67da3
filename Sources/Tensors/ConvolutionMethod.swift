/// The method by which a convolution is computed, and its input's gradient; that follows from its shape alone.
public enum ConvolutionMethod: String, Sendable {
  /// As the sums that it is.
  case direct
  /// By Winograd's method: fewer multiply-adds, and somewhat less exact.
  case winograd
  /// As a product of matrices; for a few small images.
  case columns

  /// - Parameters:
  ///   - input: `[N, C, H, W]`.
  ///   - weight: `[O, C / groups, K, K]`.
  public init(input: [Int], weight: [Int], _ steps: ConvolutionSteps) {
    self.init(ConvolutionShape(input: input, weight: weight, steps))
  }

  init(_ shape: ConvolutionShape) {
    self =
      if WinogradConvolution.pays(shape) {
        .winograd
      } else {
        ColumnConvolution.pays(shape) ? .columns : .direct
      }
  }
}
