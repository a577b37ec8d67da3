/// The places of a piece that are the same in every drawing of a character: canonical `(u, v)`.
///
/// `u` is folded: left and right are the same place, so that a mirrored drawing is as true as another.
enum PieceFrame: Sendable {
  /// `u` across from the middle to an edge, `v` in the range along; seen from behind, `u` goes on past the
  /// edge.
  case ribbon(Ribbon, ClosedRange<Float>, isBack: Bool = false)
  /// A head: longitude across, latitude down.
  case globe(Globe)

  /// The place numbered `index`, of a sequence that is the same in all drawings and fills the piece evenly
  /// (Roberts 2018).
  ///
  /// - Returns: where it is seen, and its `|u|` and `v`, 0…2 and 0…1; nothing where it is turned away.
  func callAsFunction(_ index: Int) -> (seen: Vector, u: Float, v: Float)? {
    let a = Float((0.5 + Double(index) * 0.754_877_666_246_7).truncatingRemainder(dividingBy: 1))
    let b = Float((0.5 + Double(index) * 0.569_840_290_998_1).truncatingRemainder(dividingBy: 1))
    switch self {
    case .ribbon(let ribbon, let range, let isBack):
      let u = (a * 2 - 1) * 1.1
      let folded = min(abs(u), 1)
      return (
        ribbon(u, mix(range.lowerBound, range.upperBound, b)), isBack ? 2 - folded : folded, b
      )
    case .globe(let globe):
      let longitude = (a * 2 - 1) * .pi
      let place = globe.surface(longitude, (b * 2 - 1) * 1.4)
      return place.z > 0 ? (place.seen, abs(longitude) * 2 / .pi, b) : nil
    }
  }
}
