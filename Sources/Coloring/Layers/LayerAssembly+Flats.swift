internal import Raster
internal import Regions

extension LayerAssembly {
  /// One layer for each group of flats that shows in `rows`, its shading clipped to it; hard edges,
  /// since flats meet under the ink.
  func partLayers(rows: Range<Int>, of layers: LayerSelection, work: Work) throws(Cancelled)
    -> [LayerNode]
  {
    let hasFlats = layers.contains(.flats)
    let colours = flats.flats.mapValues { flat in
      flat.entry.map { hasFlats ? flats.palette.entries[$0].base : .white } ?? .clear
    }
    let runs = try GroupRuns(groups, in: map, rows: rows, work: work)
    let isShaded = !shading.isEmpty && !layers.isDisjoint(with: [.shadows, .highlights])
    let shading = isShaded ? try PartShading(self, runs: runs, work: work) : nil
    var nodes: [LayerNode] = []
    for (group, name) in groups.names.enumerated() {
      guard let box = runs.boxes[group] else { continue }
      let flat = try layer(name, rows: rows, in: box, work: work) { y, row in
        runs.forEach(of: group, inRow: y) { label, columns in
          let colour = colours[label]
          for x in columns { row[x - box.x] = colour }
        }
      }
      guard let flat else { continue }
      let clipped =
        try shading?.layers(
          of: group, in: box, name: name, chosen: layers, work: work) ?? []
      nodes.append(.layer(flat, clipped: clipped))
    }
    return nodes
  }

  /// The picture of the parts: hidden, in their fixed colours.
  func partsLayer(rows: Range<Int>, work: Work) throws(Cancelled) -> Layer {
    var byID: [String: RGBA] = [:]
    for part in parts { byID[part.id] = RGBA(hex: part.hex) }
    let other = byID["other"] ?? .black
    let background = byID["background"] ?? .white
    let colours = RegionTable(map) { region -> RGBA in
      if flats[region.label].entry == nil { return background }
      return flats.parts[region.label].flatMap { byID[$0.part] } ?? other
    }
    let pixels = try Image(
      width: map.width, height: rows.count, repeating: .clear, work: work
    ) { y, row in
      let labels = map.labels.elements.span
      let start = (rows.lowerBound + y) * map.width
      for x in row.indices { row[x] = colours[labels[start + x], ofNone: background] }
    }
    return Layer(name: "parts", pixels: pixels, isVisible: false)
  }
}
