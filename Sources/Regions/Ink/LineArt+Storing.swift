public import Raster

extension LineArt: Storable {
  public init(_ known: LineArt?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    darkness = try bytes.pass(known, \.darkness)
    strokes = try bytes.pass(strokes: known?.strokes)
    strokeWidth = try bytes.pass(known, \.strokeWidth)
    isLayer = try bytes.pass(known, \.isLayer)
  }
}

extension StoredBytes {
  fileprivate mutating func pass(strokes known: Plane<Stroke>?) throws(BrokenBytes) -> Plane<Stroke>
  {
    let kinds: Plane<UInt8> = try pass(value: known?.map { $0.rawValue })
    if let known { return known }
    guard kinds.elements.allSatisfy({ $0 <= Stroke.hatching.rawValue }) else {
      throw BrokenBytes()
    }
    return kinds.map { Stroke(rawValue: $0) ?? .paper }
  }
}
