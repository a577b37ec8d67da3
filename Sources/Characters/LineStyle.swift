/// A hand's way of drawing lines: pen or pencil, steady or not.
public struct LineStyle: Hashable, Sendable {
  /// The gaps that drawing leaves in every line: a shortest and a longest one.
  public struct Gaps: Hashable, Sendable {
    /// Pixels.
    public var lengths: ClosedRange<Double>
    /// The pixels of line between two gaps, on average.
    public var spacing: Double

    public init(lengths: ClosedRange<Double>, spacing: Double) {
      self.lengths = lengths
      self.spacing = spacing
    }
  }

  /// The pen's full width, pixels.
  public var width: Double
  /// The thinning of a line by free ends and slow variation: 0 an even line, 1 as given.
  public var taper: Double
  /// The stray of an unsteady hand, pixels.
  public var wobble: Double
  /// The darkness of a line: 1 ink, 0.6 a soft pencil.
  public var darkness: Double
  /// The share of a line that the paper's tooth leaves bare: 0 ink … 1 very rough.
  public var grain: Double
  /// The darkness of the paper, and its unevenness: 0 white.
  public var paper: Double
  /// nil where lines are closed.
  public var gaps: Gaps?
  /// Whether shadow borders are drawn in red and highlight borders in blue.
  public var hasTraceLines: Bool

  /// A hand with a pen `width` pixels wide; `wobble` is in pixels, `taper`, `darkness`, `grain` and `paper` are 0…1.
  public init(
    width: Double, taper: Double = 1, wobble: Double = 0, darkness: Double = 1, grain: Double = 0,
    paper: Double = 0, gaps: Gaps? = nil, hasTraceLines: Bool = false
  ) {
    self.width = width
    self.taper = taper
    self.wobble = wobble
    self.darkness = darkness
    self.grain = grain
    self.paper = paper
    self.gaps = gaps
    self.hasTraceLines = hasTraceLines
  }

  /// A clean digital pen.
  public static func digital(_ width: Double) -> LineStyle { LineStyle(width: width) }

  /// A pen whose lines have gaps of 2–12 px.
  public static func gapped(_ width: Double) -> LineStyle {
    LineStyle(width: width, gaps: Gaps(lengths: 2...12, spacing: 320))
  }

  /// A pencil on paper.
  public static func pencil(_ width: Double) -> LineStyle {
    LineStyle(width: width, taper: 0.7, wobble: 1.6, darkness: 0.72, grain: 0.55, paper: 0.05)
  }

  /// A cel animator's pen with coloured trace lines.
  public static func traced(_ width: Double) -> LineStyle {
    LineStyle(width: width, taper: 0.5, hasTraceLines: true)
  }
}
