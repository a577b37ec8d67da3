public import Raster

/// A picture as cells: what is shown, which part of it, and what is drawn over it.
///
/// `surface(columns:rows:look:work:)` is a pure function of it. Its cost grows with the pane, not with the
/// picture, where contents are pyramids with levels: under 5 ms for 200×50 cells.
public struct PictureView: Sendable {
  public enum Content: Sendable {
    /// Colours by their mean in linear light, over a board of squares where they are transparent.
    case picture(Pyramid<RGBA>)
    case mask(MaskPicture)
    case lineArt(LineArtPicture)
    /// The first content left of `share` (0…1) of the pane's width, the second right of it. Both have the
    /// viewport's size.
    indirect case split(Content, Content, share: Double)
  }

  public var content: Content
  public var viewport: Viewport
  public var overlays: [PictureOverlay]

  public init(_ content: Content, viewport: Viewport, overlays: [PictureOverlay] = []) {
    self.content = content
    self.viewport = viewport
    self.overlays = overlays
  }

  /// The whole picture.
  public init(_ content: Content, overlays: [PictureOverlay] = []) {
    let size = content.size
    self.init(
      content, viewport: Viewport(width: size.width, height: size.height), overlays: overlays)
  }

  /// Draws it.
  ///
  /// - Precondition: contents, a mask's ink and the labels of outlines have the viewport's size.
  /// - Returns: `columns` × `rows` cells; blank ones where `work` was cancelled.
  public func surface(columns: Int, rows: Int, look: PictureLook, work: Work) -> Surface {
    var surface = Surface(width: columns, height: rows, style: look.theme[.canvas])
    if columns < 1 || rows < 1 { return surface }
    let frame = ViewFrame(viewport, columns: columns, rows: rows)
    let painter = ContentPainter(
      frame: frame, grid: look.grid(for: content), look: look, work: work)
    var canvas = painter.canvas(content)
    for overlay in overlays { canvas.draw(overlay, frame, work: work) }
    if work.isCancelled { return surface }
    surface.replaceCells(canvas.cells(look, work: work))
    for case .tag(let text, let pixel, let role) in overlays {
      surface.write(text, at: frame.cell(ofPixel: pixel), look.theme[role])
    }
    return surface
  }
}

/// A label map in colours, with the drawing's ink over it.
public struct MaskPicture: Sendable {
  /// The look of one label: its colour, and its letter where there are few or no colours.
  public struct Paint: Hashable, Sendable {
    public var color: RGBA
    public var letter: Unicode.Scalar
    /// Whether only slanting stripes are painted, or slashes in place of the letter: what still has to get its
    /// colour.
    public var isHatched: Bool

    public init(_ color: RGBA, letter: Unicode.Scalar = " ", isHatched: Bool = false) {
      self.color = color
      self.letter = letter
      self.isHatched = isHatched
    }
  }

  /// A label a pixel.
  public var labels: Plane<UInt16>
  /// By label; one that is missing shows bare paper.
  public var paints: [Paint]
  /// The drawing's darkness, of the labels' size; nil draws no lines.
  public var ink: Pyramid<UInt8>?
  /// A coloured picture to lay the paints over in place of paper and ink, of the labels' size.
  public var ground: Pyramid<RGBA>?
  /// The opacity of the paints' colours, 0 (paper) … 1.
  public var opacity: Double
  public var paper: RGBA
  public var inkColor: RGBA

  public init(
    labels: Plane<UInt16>, paints: [Paint], ink: Pyramid<UInt8>? = nil,
    ground: Pyramid<RGBA>? = nil, opacity: Double = 1, paper: RGBA = .white,
    inkColor: RGBA = RGBA(20, 20, 28)
  ) {
    self.labels = labels
    self.paints = paints
    self.ink = ink
    self.ground = ground
    self.opacity = opacity
    self.paper = paper
    self.inkColor = inkColor
  }
}

/// Ink on paper.
public struct LineArtPicture: Sendable {
  public var ink: Pyramid<UInt8>
  public var paper: RGBA
  public var inkColor: RGBA

  public init(
    _ ink: Pyramid<UInt8>, paper: RGBA = .white, inkColor: RGBA = RGBA(20, 20, 28)
  ) {
    self.ink = ink
    self.paper = paper
    self.inkColor = inkColor
  }
}

extension PictureView.Content {
  /// In pixels.
  public var size: (width: Int, height: Int) {
    switch self {
    case .picture(let picture): (picture.plane.width, picture.plane.height)
    case .mask(let mask): (mask.labels.width, mask.labels.height)
    case .lineArt(let lines): (lines.ink.plane.width, lines.ink.plane.height)
    case .split(let first, _, _): first.size
    }
  }
}
