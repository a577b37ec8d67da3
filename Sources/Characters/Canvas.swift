import CCairo
import Raster

/// A sheet to fill and mask, on cairo: the only file that knows it.
///
/// A canvas is either a picture (`.colour`, opaque sRGB) or a coverage (`.coverage`, one value a
/// pixel). It owns cairo's surface and context.
struct Canvas: ~Copyable {
  enum Kind { case colour, coverage }

  let width: Int
  let height: Int
  private let kind: Kind
  private let surface: OpaquePointer
  private let context: OpaquePointer

  /// - Parameter smooth: whether edges are anti-aliased; labels must not be.
  init(width: Int, height: Int, _ kind: Kind, smooth: Bool = true) {
    self.width = width
    self.height = height
    self.kind = kind
    surface = cairo_image_surface_create(
      kind == .colour ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A8, Int32(width), Int32(height))
    context = cairo_create(surface)
    precondition(
      cairo_status(context) == CAIRO_STATUS_SUCCESS, "cairo refuses \(width)×\(height) pixels")
    cairo_set_antialias(context, smooth ? CAIRO_ANTIALIAS_BEST : CAIRO_ANTIALIAS_NONE)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Colours everything.
  func clear(_ colour: RGBA) {
    use(colour)
    cairo_paint(context)
  }

  /// Fills the union of closed areas.
  func fill(_ areas: [Curve], _ colour: RGBA = .black, clip: Curve? = nil) {
    within(clip) {
      use(colour)
      trace(areas)
      cairo_fill(context)
    }
  }

  /// Takes away what lies inside the union of closed areas.
  func erase(_ areas: [Curve], clip: Curve? = nil) {
    within(clip) {
      cairo_set_operator(context, CAIRO_OPERATOR_DEST_OUT)
      cairo_set_source_rgba(context, 0, 0, 0, 1)
      trace(areas)
      cairo_fill(context)
      cairo_set_operator(context, CAIRO_OPERATOR_OVER)
    }
  }

  /// Lays `colour` through a mask whose top left corner lies at (x, y), inside closed areas.
  func paint(
    _ colour: RGBA, through mask: Plane<UInt8>, x: Int, y: Int, inside areas: [Curve], clip: Curve?
  ) {
    let sheet = Canvas(width: mask.width, height: mask.height, .coverage)
    sheet.write(mask)
    within(clip) {
      cairo_save(context)
      trace(areas)
      cairo_clip(context)
      use(colour)
      cairo_mask_surface(context, sheet.surface, Double(x), Double(y))
      cairo_restore(context)
    }
  }

  /// The picture so far, opaque. For `.colour`.
  func image() -> Image {
    precondition(kind == .colour, "a coverage has no colours")
    return rows(of: UInt32.self).map {
      RGBA(UInt8($0 >> 16 & 255), UInt8($0 >> 8 & 255), UInt8($0 & 255))
    }
  }

  /// The coverage of each pixel, 0…255. For `.coverage`.
  func coverage() -> Plane<UInt8> {
    precondition(kind == .coverage, "a picture has no coverage")
    return rows(of: UInt8.self)
  }

  private func write(_ mask: Plane<UInt8>) {
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    let data = cairo_image_surface_get_data(surface)!
    for y in 0..<height {
      mask.elements.withUnsafeBufferPointer { source in
        (data + y * stride).update(from: source.baseAddress! + y * width, count: width)
      }
    }
    cairo_surface_mark_dirty(surface)
  }

  private func rows<Element: BitwiseCopyable & Sendable>(of type: Element.Type) -> Plane<Element> {
    cairo_surface_flush(surface)
    let stride = Int(cairo_image_surface_get_stride(surface))
    let data = UnsafeRawPointer(cairo_image_surface_get_data(surface)!)
    var elements: [Element] = []
    elements.reserveCapacity(width * height)
    for y in 0..<height {
      let row = (data + y * stride).assumingMemoryBound(to: type)
      elements.append(contentsOf: UnsafeBufferPointer(start: row, count: width))
    }
    return Plane(width: width, height: height, elements: elements)
  }

  private func use(_ colour: RGBA) {
    cairo_set_source_rgba(
      context, Double(colour.r) / 255, Double(colour.g) / 255, Double(colour.b) / 255,
      Double(colour.a) / 255)
  }

  private func within(_ clip: Curve?, _ body: () -> Void) {
    guard let clip else { return body() }
    cairo_save(context)
    trace([clip])
    cairo_clip(context)
    body()
    cairo_restore(context)
  }

  /// Closed areas as the current path; each runs the same way round, so that their union is filled.
  private func trace(_ areas: [Curve]) {
    cairo_new_path(context)
    for area in areas {
      let points = area.signedArea < 0 ? area.points.reversed() : area.points
      for (index, point) in points.enumerated() {
        if index == 0 {
          cairo_move_to(context, point.x, point.y)
        } else {
          cairo_line_to(context, point.x, point.y)
        }
      }
      cairo_close_path(context)
    }
  }
}

extension Curve {
  /// Twice the area it closes; positive when it runs clockwise on the page.
  fileprivate var signedArea: Double {
    var sum = 0.0
    for (index, point) in points.enumerated() {
      let next = points[(index + 1) % points.count]
      sum += point.x * next.y - next.x * point.y
    }
    return sum
  }
}
