public import Raster

extension RegionEdits: Storable {
  public init(_ known: RegionEdits?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    cuts = try bytes.pass(known, \.cuts)
    joins = try bytes.pass(known, \.joins)
    closed = try bytes.pass(known, \.closed)
    opened = try bytes.pass(known, \.opened)
  }
}

extension Cut: Storable {
  public init(_ known: Cut?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    points = try bytes.pass(known, \.points)
  }
}

extension Join: Storable {
  public init(_ known: Join?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    first = try bytes.pass(known, \.first)
    second = try bytes.pass(known, \.second)
  }
}

extension RegionName: Storable {
  public init(_ known: RegionName?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    inside = try bytes.pass(known, \.inside)
  }
}
