public import Raster

extension Palette: Storable {
  public init(_ known: Palette?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    entries = try bytes.pass(known, \.entries)
  }
}

extension PaletteEntry: Storable {
  public init(_ known: PaletteEntry?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    name = try bytes.pass(known, \.name)
    part = try bytes.pass(known, \.part)
    base = try bytes.pass(known, \.base)
    shadow = try bytes.pass(known, \.shadow)
    highlight = try bytes.pass(known, \.highlight)
  }
}
