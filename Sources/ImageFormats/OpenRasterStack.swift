import Raster

/// The list of an OpenRaster file, and the pictures it names.
struct OpenRasterStack {
  /// In the order of their numbers.
  private(set) var layers: [Image] = []

  static func path(ofLayer index: Int) -> String { "data/layer\(index).png" }

  /// The elements of `nodes` (bottom first), as the format wants them, top first.
  mutating func elements(of nodes: [LayerNode], work: Work) throws(Cancelled) -> String {
    var elements: [String] = []
    for node in nodes {
      switch node {
      case .folder(let name, let isVisible, let children):
        let attributes = Self.attributes(name, 1, isVisible, "svg:src-over")
        let inside = try self.elements(of: children, work: work)
        elements.append("<stack isolation=\"auto\"\(attributes)>\n\(inside)</stack>\n")
      case .layer(let layer, let clipped):
        elements.append(
          clipped.isEmpty
            ? add(layer, layer.blend.operation) : try group(layer, clipped, work: work))
      }
    }
    return elements.reversed().joined()
  }

  /// A stack of its own in which `clipped` lie within the alpha of `base`.
  private mutating func group(
    _ base: Layer, _ clipped: [Layer], work: Work
  ) throws(Cancelled) -> String {
    // Attributes that hold for the whole group move to the stack.
    let attributes = Self.attributes(
      base.name, base.opacity, base.isVisible, base.blend.operation)
    var plain = base
    (plain.opacity, plain.isVisible, plain.blend) = (1, true, .normal)
    var elements = add(plain, "svg:src-over")
    for layer in clipped {
      let element =
        layer.blend == .normal
        ? add(layer, "svg:src-atop")
        : add(try layer.cut(to: base, work: work), layer.blend.operation)
      elements = element + elements
    }
    return "<stack isolation=\"isolate\"\(attributes)>\n\(elements)</stack>\n"
  }

  private mutating func add(_ layer: Layer, _ operation: String) -> String {
    let trimmed = layer.trimmed
    layers.append(trimmed.pixels)
    let place = "x=\"\(trimmed.origin.x)\" y=\"\(trimmed.origin.y)\""
    let attributes = Self.attributes(layer.name, layer.opacity, layer.isVisible, operation)
    return "<layer src=\"\(Self.path(ofLayer: layers.count - 1))\" \(place)\(attributes)/>\n"
  }

  private static func attributes(
    _ name: String, _ opacity: Double, _ isVisible: Bool, _ operation: String
  ) -> String {
    let visibility = isVisible ? "visible" : "hidden"
    return " name=\"\(escaped(name))\" opacity=\"\(opacity)\" visibility=\"\(visibility)\""
      + " composite-op=\"\(operation)\""
  }

  /// `name` inside quotes. XML has no way to write most control characters, so they become their
  /// pictures (U+0007 becomes ␇).
  private static func escaped(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case "\u{0}"..."\u{1f}": text.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value)!)
      case "\u{7f}": text += "\u{2421}"
      case "\u{fffe}", "\u{ffff}": text += "\u{fffd}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

extension BlendMode {
  /// As the format calls it.
  fileprivate var operation: String {
    switch self {
    case .normal: "svg:src-over"
    case .multiply: "svg:multiply"
    case .screen: "svg:screen"
    }
  }
}

extension Layer {
  /// The layer with its alpha multiplied by that of `base`.
  fileprivate func cut(to base: Layer, work: Work) throws(Cancelled) -> Layer {
    var layer = self
    let (right, down) = (origin.x - base.origin.x, origin.y - base.origin.y)
    try work.forEachRow(of: &layer.pixels) { y, row in
      let shape = base.pixels.elements.span
      let start = (y + down) * base.pixels.width + right
      for x in row.indices {
        let alpha = base.pixels.contains(x + right, y + down) ? UInt32(shape[start + x].a) : 0
        if alpha < 255 { row[x].a = UInt8((UInt32(row[x].a) * alpha + 127) / 255) }
      }
    }
    return layer
  }
}
