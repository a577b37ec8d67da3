import Raster

extension DenseAlignment: Storable {
  init(_ known: DenseAlignment?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    canvas = try bytes.pass(known, \.canvas)
    pose = try bytes.pass(known, \.pose)
    width = try bytes.pass(known, \.width)
    height = try bytes.pass(known, \.height)
    shifts = try bytes.pass(known, \.shifts)
    anchors = []
    agreement = try bytes.pass(known, \.agreement)
    let (count, isTooLarge) = width.multipliedReportingOverflow(by: height)
    guard width >= 1, height >= 1, !isTooLarge, shifts.count == count else { throw BrokenBytes() }
  }
}

extension PlaneMap: Storable {
  init(_ known: PlaneMap?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    x = try bytes.pass(known, \.x)
    y = try bytes.pass(known, \.y)
    origin = try bytes.pass(known, \.origin)
  }
}

extension MatchingFrame: Storable {
  init(_ known: MatchingFrame?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    x = try bytes.pass(known, \.x)
    y = try bytes.pass(known, \.y)
    cell = try bytes.pass(known, \.cell)
    width = try bytes.pass(known, \.width)
    height = try bytes.pass(known, \.height)
  }
}
