internal import Raster
internal import Regions

// From flats, shading and strokes to layers: bottom to top the background, a folder of flats with one
// layer a part (one a palette entry while parts are unknown), each with its shadows (multiply) and
// highlights (screen) clipped to it, kept trace lines, line art (multiply), and the hidden picture of the parts.
//
// Shading is clipped part by part, not to the folder: not every program knows what is clipped to a
// folder, and GIMP 2.10 shows it wrongly. It is also how a colourist works: paint on a part's shadows
// does not leave the part.
//
// Layers are made for a range of rows. The composed picture is that of every band's layers, so it
// is the layered picture's by construction, and a page of 35 megapixels never holds its layers all at once.

/// Makes the layers of a coloured drawing.
struct LayerAssembly: Sendable {
  /// The rows of a band: small enough that a band's layers stay in memory's faster parts.
  private static let bandHeight = 32

  let lineArt: LineArt
  let map: RegionMap
  let flats: Flats
  let shading: Shading
  let lines: ColoringSettings.Lines
  let aliased: Bool
  let traceLines: ColoringSettings.TraceLines
  let parts: [Part]
  /// The canvas's colour; nil where it stays transparent.
  private(set) var background: RGBA?
  let groups: FlatGroups
  let ink: InkPaint

  init(_ stage: LayersStage) {
    lineArt = stage.lineArt.value
    map = stage.regions.value.map
    flats = stage.flats.value
    shading = stage.shading.value
    lines = stage.lines
    aliased = stage.aliased
    traceLines = stage.traceLines
    parts = stage.parts
    background = stage.background
    ink = stage.ink.value
    groups = FlatGroups(flats: flats, map: map, parts: parts)
  }

  /// The same drawing on another ground.
  func on(_ background: RGBA?) -> LayerAssembly {
    var assembly = self
    assembly.background = background
    return assembly
  }

  /// All layers, those that are hidden too.
  func layered(work: Work) throws(Cancelled) -> LayeredImage {
    LayeredImage(
      width: map.width, height: map.height,
      nodes: try nodes(rows: 0..<map.height, of: .all, work: work)
        + [.layer(partsLayer(rows: 0..<map.height, work: work))])
  }

  /// The layers' picture together.
  func composed(of layers: LayerSelection = .all, work: Work) throws(Cancelled) -> Image {
    let height = map.height
    let bands = (height + LayerAssembly.bandHeight - 1) / LayerAssembly.bandHeight
    let done = SharedProgress(of: bands, work: work)
    let pixels = [RGBA](unsafeUninitializedCapacity: map.width * height) { buffer, count in
      // Bands are disjoint, so no two threads write the same row.
      nonisolated(unsafe) let buffer = buffer
      work.forEachBand(of: bands, smallest: 1) { range in
        let alone = Work(threads: 1, isCancelled: { work.isCancelled })
        for band in range {
          let start = band * LayerAssembly.bandHeight
          let rows = start..<min(height, start + LayerAssembly.bandHeight)
          let target = buffer[start * map.width..<rows.upperBound * map.width]
          guard let nodes = try? nodes(rows: rows, of: layers, work: alone),
            let picture = try? LayeredImage(width: map.width, height: rows.count, nodes: nodes)
              .composed(work: alone)
          else {
            target.initialize(repeating: .clear)
            continue
          }
          _ = target.initialize(fromContentsOf: picture.elements)
          done.add()
        }
      }
      count = buffer.count
    }
    try work.checkCancelled()
    return Image(width: map.width, height: height, elements: pixels)
  }

  /// The layers' rows `rows`, as layers of a canvas of that height.
  private func nodes(rows: Range<Int>, of layers: LayerSelection, work: Work) throws(Cancelled)
    -> [LayerNode]
  {
    var nodes: [LayerNode] = []
    if let background, layers.contains(.background) {
      let canvas = Image(width: map.width, height: rows.count, repeating: background)
      nodes.append(.layer(Layer(name: "background", pixels: canvas)))
    }
    if !layers.isDisjoint(with: [.flats, .shadows, .highlights]) {
      let parts = try partLayers(rows: rows, of: layers, work: work)
      nodes.append(.folder(name: "flats", isVisible: true, children: parts))
    }
    guard layers.contains(.lines) else { return nodes }
    if traceLines == .keep, let lines = try traceLayer(rows: rows, work: work) {
      nodes.append(.layer(lines))
    }
    if let lines = try lineLayer(rows: rows, work: work) { nodes.append(.layer(lines)) }
    return nodes
  }

  /// A layer of the pixels that `paint` gives, cropped to those that are not clear; nil where all are.
  ///
  /// - Parameters:
  ///   - box: where it may paint, in drawing pixels; nil for everywhere.
  ///   - paint: gets the drawing's row `y` and its pixels from the box's left edge on.
  func layer(
    _ name: String, rows: Range<Int>, in box: Box? = nil, blend: BlendMode = .normal, work: Work,
    _ paint: @Sendable (_ y: Int, _ row: inout MutableSpan<RGBA>) -> Void
  ) throws(Cancelled) -> Layer? {
    let box = box ?? map.labels.bounds
    let top = max(box.y, rows.lowerBound)
    let bottom = min(box.maxY, rows.upperBound)
    guard top < bottom else { return nil }
    let pixels = try Image(
      width: box.width, height: bottom - top, repeating: .clear, work: work
    ) { y, row in paint(top + y, &row) }
    guard let content = pixels.contentBox else { return nil }
    return Layer(
      name: name, pixels: pixels.cropped(to: content),
      origin: Point(box.x + content.x, top - rows.lowerBound + content.y), blend: blend)
  }
}
