internal import Raster

extension DividedDrawing: Storable {
  init(_ known: DividedDrawing?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    map = try bytes.pass(known, \.map)
    graph = try bytes.pass(known, \.graph)
    areas = try bytes.pass(known, \.areas)
    holes = try bytes.pass(known, \.holes)
  }
}

extension TraceArea: Storable {
  init(_ known: TraceArea?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    parent = try bytes.pass(known, \.parent)
    tone = try bytes.pass(known, \.tone)
  }
}

extension HoleSigns: Storable {
  init(_ known: HoleSigns?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    size = try bytes.pass(known, \.size)
    exposure = try bytes.pass(known, \.exposure)
    openness = try bytes.pass(known, \.openness)
    thickness = try bytes.pass(known, \.thickness)
    isMarked = try bytes.pass(known, \.isMarked)
  }
}
