/// The way a layer's colours meet those below it. Named as the formats name them.
public enum BlendMode: String, Sendable, Codable {
  case normal
  case multiply
  case screen
}

/// One layer of a picture: a rectangle of pixels at a place of the canvas, clear everywhere else.
///
/// Cropped to what it shows, a page of twelve parts takes little more memory than one picture.
public struct Layer: Sendable {
  /// As the artist reads it; any Unicode.
  public var name: String
  public var pixels: Image
  /// The place of the top left pixel on the canvas; all of `pixels` lies inside it.
  public var origin: Point
  public var blend: BlendMode
  /// 0…1.
  public var opacity: Double
  public var isVisible: Bool

  /// A layer of `pixels` whose top left one lies at `origin`; `opacity` is 0…1.
  public init(
    name: String, pixels: Image, origin: Point = Point(0, 0), blend: BlendMode = .normal,
    opacity: Double = 1, isVisible: Bool = true
  ) {
    self.name = name
    self.pixels = pixels
    self.origin = origin
    self.blend = blend
    self.opacity = opacity
    self.isVisible = isVisible
  }
}

/// The contents of a layered picture, bottom first: single layers and folders of them.
public enum LayerNode: Sendable {
  /// A layer, and those clipped to it, bottom first: they are shown only where it has alpha. A folder
  /// has none, since programs do not agree on what is clipped to one.
  case layer(Layer, clipped: [Layer] = [])
  /// A folder: pass-through, its children bottom first.
  case folder(name: String, isVisible: Bool, children: [LayerNode])
}

/// A picture in layers.
public struct LayeredImage: Sendable {
  public let width: Int
  public let height: Int
  /// Bottom first.
  public let nodes: [LayerNode]

  public init(width: Int, height: Int, nodes: [LayerNode]) {
    self.width = width
    self.height = height
    self.nodes = nodes
  }
}
