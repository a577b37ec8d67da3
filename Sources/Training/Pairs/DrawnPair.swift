internal import Figures
internal import Raster

/// A pair of views of a character as training keeps it: some 900 KB at a side of 256.
struct DrawnPair: Sendable {
  struct View: Sendable {
    /// The line drawing, grey, `[side, side]`.
    let line: [UInt8]
    /// The coloured drawing's red, green and blue, each `[side, side]`.
    let colour: [[UInt8]]
    /// Indices in `Part.standard`, `[side, side]`.
    let parts: [UInt8]
    /// `[side, side]`.
    let regions: [UInt16]
    let points: [Place]
  }

  /// A visible point, and which place of the character it is: another of the same group and about the same `u` and `v` is
  /// the same place.
  struct Place: Sendable {
    /// Pixels.
    var x: Int32
    var y: Int32
    /// Nil for an artist's own picture, which is one group.
    let group: PartGroup?
    let region: UInt16
    let u: Float
    let v: Float
  }

  let side: Int
  let views: [View]

  /// - Complexity: about 35 ms on one core at a side of 256.
  init(seed: UInt64, side: Int) {
    self.side = side
    views = FigurePair(seed: seed, width: side, height: side).views.map { view in
      let line = view.line.elements.map { pixel in
        UInt8((Int(pixel.r) * 77 + Int(pixel.g) * 151 + Int(pixel.b) * 28) >> 8)
      }
      return View(
        line: line, colour: view.colour.channels,
        parts: view.parts.elements, regions: view.regions.elements,
        points: view.points.map {
          Place(x: $0.x, y: $0.y, group: $0.group, region: $0.region, u: $0.u, v: $0.v)
        })
    }
  }
}
