import Raster

extension Alignment {
  /// The dense alignment between two views, over the whole drawing, in pixels of both pictures.
  ///
  /// - Parameter spacing: the side of a cell in cells of the drawing's view.
  init(
    _ dense: DenseAlignment, from drawing: MatchingFrame, to reference: MatchingFrame, width: Int,
    height: Int, spacing: Double = 4
  ) {
    let cell = drawing.cell * spacing
    var nodes = Plane(
      width: max(1, Int((Double(width) / cell).rounded(.up))),
      height: max(1, Int((Double(height) / cell).rounded(.up))), repeating: SIMD2<Float>.zero)
    for j in 0..<nodes.height {
      for i in 0..<nodes.width {
        let pixel = SIMD2((Float(i) + 0.5) * Float(cell), (Float(j) + 0.5) * Float(cell)) - 0.5
        let place = dense.place(of: drawing.cell(ofPixel: pixel))
        nodes.elements[j * nodes.width + i] = reference.pixel(ofCell: place)
      }
    }
    self.init(nodes: nodes, cell: cell)
  }
}
