public import Raster

// Of a graph only the borders are kept; which regions they belong to follows from them.

extension RegionGraph: Storable {
  public init(_ known: RegionGraph?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    let borders: [Border] = try bytes.pass(known, \.borders)
    let count: Int = try bytes.pass(known, \.regionCount)
    guard
      borders.allSatisfy({
        $0.first >= 1 && $0.first <= $0.second && Int($0.second) <= count
      })
    else { throw BrokenBytes() }
    self.init(borders: borders, regionCount: count)
  }
}

extension Border: Storable {
  public init(_ known: Border?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    first = try bytes.pass(known, \.first)
    second = try bytes.pass(known, \.second)
    ink = try bytes.pass(known, \.ink)
    trace = try bytes.pass(known, \.trace)
    closing = try bytes.pass(known, \.closing)
  }
}
