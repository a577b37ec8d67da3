import Raster

/// The list of an OpenRaster file, and the pictures it names.
struct OpenRasterStack {
  let width: Int
  let height: Int
  /// In the order of their numbers.
  private(set) var layers: [Image] = []

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  static func path(ofLayer index: Int) -> String { "data/layer\(index).png" }

  /// The elements of `nodes` (bottom first), as the format wants them, top first.
  mutating func elements(of nodes: [LayerNode], work: Work) throws(Cancelled) -> String {
    var elements: [String] = []
    var index = 0
    while index < nodes.count {
      let base = nodes[index]
      var clipped: [Layer] = []
      index += 1
      while index < nodes.count, case .layer(let layer) = nodes[index], layer.isClipped {
        clipped.append(layer)
        index += 1
      }
      if clipped.isEmpty {
        elements.append(try element(of: base, work: work))
      } else {
        elements.append(try group(base, clipped, work: work))
      }
    }
    return elements.reversed().joined()
  }

  private mutating func element(of node: LayerNode, work: Work) throws(Cancelled) -> String {
    switch node {
    case .layer(let layer): return add(layer, operation: layer.blend.operation)
    case .folder(let name, let isVisible, let children):
      let attributes = Self.attributes(name, 1, isVisible, "svg:src-over")
      let inside = try elements(of: children, work: work)
      return "<stack isolation=\"auto\"\(attributes)>\n\(inside)</stack>\n"
    }
  }

  /// A stack of its own in which `clipped` lie within the alpha of `base`.
  private mutating func group(
    _ base: LayerNode, _ clipped: [Layer], work: Work
  ) throws(Cancelled) -> String {
    // What holds for the whole group moves to the stack.
    let attributes: String
    let plain: LayerNode
    switch base {
    case .folder(let name, let isVisible, let children):
      attributes = Self.attributes(name, 1, isVisible, "svg:src-over")
      plain = .folder(name: name, isVisible: true, children: children)
    case .layer(var layer):
      attributes = Self.attributes(
        layer.name, layer.opacity, layer.isVisible, layer.blend.operation)
      (layer.opacity, layer.isVisible, layer.blend) = (1, true, .normal)
      plain = .layer(layer)
    }
    var elements = try element(of: plain, work: work)
    let shape =
      clipped.allSatisfy { $0.blend == .normal }
      ? nil
      : try LayeredImage(width: width, height: height, nodes: [plain]).composed(work: work)
    for layer in clipped {
      if let shape, layer.blend != .normal {
        elements = add(layer.cut(to: shape), operation: layer.blend.operation) + elements
      } else {
        elements = add(layer, operation: "svg:src-atop") + elements
      }
    }
    return "<stack isolation=\"isolate\"\(attributes)>\n\(elements)</stack>\n"
  }

  private mutating func add(_ layer: Layer, operation: String) -> String {
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
  /// The layer with its alpha multiplied by that of `shape`, a picture of the whole canvas.
  fileprivate func cut(to shape: Image) -> Layer {
    var layer = self
    var colors = pixels.elements
    for y in 0..<pixels.height {
      for x in 0..<pixels.width where shape.contains(origin.x + x, origin.y + y) {
        let alpha = UInt32(shape.elements[(origin.y + y) * shape.width + origin.x + x].a)
        let index = y * pixels.width + x
        colors[index].a = UInt8((UInt32(colors[index].a) * alpha + 127) / 255)
      }
    }
    layer.pixels.elements = colors
    return layer
  }
}
