/// A stroke that the artist draws: its middle, and how wide it is along the way.
public struct Line: Sendable {
  /// The size that its width is measured against.
  public enum Measure: Hashable, Sendable {
    /// Times the pen's width: outlines 1, folds and strands less.
    case pen(Double)
    /// Pixels of the drawing, whatever the pen: a lash is as thick as the lash.
    case pixels(Double)
  }

  public var curve: Curve
  public var measure: Measure
  /// The width at evenly spaced places from start to end, times the measure; 0 is a point.
  public var profile: [Double]

  public init(_ curve: Curve, _ measure: Measure, profile: [Double]) {
    self.curve = curve
    self.measure = measure
    self.profile = profile
  }

  /// An outline: full width, its ends hidden under other lines.
  static func outline(_ curve: Curve, _ weight: Double = 1) -> Line {
    Line(curve, .pen(weight), profile: [0.72, 1.1, 0.85, 1.15, 0.72])
  }

  /// A line that ends freely at both ends.
  static func free(_ curve: Curve, _ weight: Double = 0.8) -> Line {
    Line(curve, .pen(weight), profile: [0.15, 0.8, 1, 0.8, 0.15])
  }

  /// A line that starts at another line and ends freely.
  static func fold(_ curve: Curve, _ weight: Double = 0.8) -> Line {
    Line(curve, .pen(weight), profile: [1, 0.95, 0.75, 0.45, 0.1])
  }
}

/// A piece of a shape that lies in shadow or light.
public struct Shade: Sendable {
  public var tone: ShadeTone
  /// A closed area; only what lies inside the shape counts.
  public var area: Curve
  /// The width over which its border fades in soft shading, in pixels of the drawing; 0 is hard.
  public var softness: Double
  /// Its strength, 0…1.
  public var strength: Double
  /// Whether cel shading has it too; faint glows and fine strands are left to soft shading.
  public var isInCel: Bool

  /// A shade of a closed `area`; `softness` is in pixels of the drawing, `strength` 0…1.
  public init(
    _ tone: ShadeTone, _ area: Curve, softness: Double, strength: Double = 1, isInCel: Bool = true
  ) {
    self.tone = tone
    self.area = area
    self.softness = softness
    self.strength = strength
    self.isInCel = isInCel
  }
}

/// One piece of a drawing: an area of one colour with the lines drawn on it.
public struct Shape: Sendable {
  /// The name of the thing, the same in every drawing of the character: `"sleeve.left"`.
  public var identity: String
  /// `Swatch.name`; its part follows from it.
  public var swatch: String
  /// The closed areas that it fills; none for a shape that is lines only.
  public var areas: [Curve]
  public var lines: [Line]
  public var shades: [Shade]
  /// Nothing of it, lines included, shows outside this area.
  public var clip: Curve?

  /// A shape of the thing `identity`, in the colour of the swatch of that name; places are in pixels of the drawing.
  public init(
    _ identity: String, _ swatch: String, areas: [Curve], lines: [Line] = [],
    shades: [Shade] = [], clip: Curve? = nil
  ) {
    self.identity = identity
    self.swatch = swatch
    self.areas = areas
    self.lines = lines
    self.shades = shades
    self.clip = clip
  }

  /// A shape with its whole outline drawn.
  init(
    _ identity: String, _ swatch: String, _ outline: Outline, weight: Double = 1,
    folds: [Line] = [], shades: [Shade] = [], clip: Curve? = nil
  ) {
    self.init(
      identity, swatch, areas: [outline.curve], lines: [.outline(outline.loop, weight)] + folds,
      shades: shades, clip: clip)
  }

  /// The shape with every curve moved by `transform`, and lengths in pixels times `scale`.
  func mapped(scale: Double, _ transform: (Vector) -> Vector) -> Shape {
    var result = self
    result.areas = areas.map { $0.map(transform) }
    result.lines = lines.map { line in
      var line = line
      line.curve = line.curve.map(transform)
      if case .pixels(let width) = line.measure { line.measure = .pixels(width * scale) }
      return line
    }
    result.shades = shades.map { shade in
      var shade = shade
      shade.area = shade.area.map(transform)
      shade.softness *= scale
      return shade
    }
    result.clip = clip.map { $0.map(transform) }
    return result
  }
}

/// A character in a pose as geometry: every picture and every truth is made from it.
public struct Drawing: Sendable {
  /// Pixels.
  public var width: Int
  public var height: Int
  /// Back to front.
  public var shapes: [Shape]
  /// The colours that the shapes name, and the background's first.
  public var swatches: [Swatch]

  /// A drawing of `width` × `height` pixels: `shapes` from back to front, `swatches` with the background's first.
  public init(width: Int, height: Int, shapes: [Shape], swatches: [Swatch]) {
    self.width = width
    self.height = height
    self.shapes = shapes
    self.swatches = swatches
  }

  /// The index in `swatches` of each shape's colour.
  ///
  /// - Precondition: every shape names one of `swatches`.
  public var swatchIndices: [Int] {
    let places = Dictionary(
      uniqueKeysWithValues: swatches.enumerated().map { ($0.element.name, $0.offset) })
    return shapes.map { shape in
      guard let place = places[shape.swatch] else {
        preconditionFailure("\(shape.identity) has the unknown colour \(shape.swatch)")
      }
      return place
    }
  }

  /// The drawing shaken by an unsteady hand: every point is moved by a smooth field, so that areas
  /// and lines stay together.
  ///
  /// - Parameters:
  ///   - amplitude: the farthest a point moves, pixels.
  ///   - wavelength: how far apart unrelated moves lie, pixels.
  public func wobbled(amplitude: Double, wavelength: Double, seed: Seed) -> Drawing {
    guard amplitude > 0 else { return self }
    let across = Noise(seed: seed.child("x"))
    let down = Noise(seed: seed.child("y"))
    var result = self
    result.shapes = shapes.map { shape in
      shape.mapped(scale: 1) { point in
        let x = point.x / wavelength
        let y = point.y / wavelength
        return point + Vector(across(x, y), down(x, y)) * amplitude
      }
    }
    return result
  }

  /// The drawing as a hand of that style puts it down: wobbled, where it is unsteady.
  public func asDrawn(_ style: LineStyle, seed: Seed) -> Drawing {
    wobbled(amplitude: style.wobble, wavelength: 45, seed: seed.child("wobble"))
  }

  /// The drawing seen in a mirror.
  public var mirrored: Drawing {
    var result = self
    result.shapes = shapes.map { shape in
      shape.mapped(scale: 1) { Vector(Double(width) - $0.x, $0.y) }
    }
    return result
  }
}
