import CPNG
import Raster

/// libpng's writer as an owned value; see CPNG.h for what each step does.
///
/// What libpng could refuse is checked before, and memory that is out traps here as it does
/// everywhere in Swift: a step that fails is a mistake in this program.
struct PNGWriter: ~Copyable {
  private let writer: OpaquePointer

  init() {
    guard let writer = cpng_create() else { fatalError("libpng cannot start") }
    self.writer = writer
  }

  deinit { cpng_destroy(writer) }

  /// Writes all that stands before the pixels.
  func begin(_ content: PNGContent, _ metadata: PictureMetadata) {
    for (key, value) in metadata.text { add(key, value) }
    var layout = cpng_layout()
    layout.width = UInt32(content.width)
    layout.height = UInt32(content.height)
    if let resolution = metadata.resolution {
      layout.pixels_per_metre_x = perMetre(resolution.x)
      layout.pixels_per_metre_y = perMetre(resolution.y)
    }
    var palette: [RGBA] = []
    switch content {
    case .colors(_, let isOpaque): layout.samples = isOpaque ? cpng_rgbx : cpng_rgba
    case .indices(_, let colors):
      layout.samples = cpng_indices
      palette = colors
    case .grey: layout.samples = cpng_grey8
    case .labels: layout.samples = cpng_grey16
    }
    palette.withUnsafeBytes { palette in
      layout.palette = palette.baseAddress?.assumingMemoryBound(to: UInt8.self)
      layout.palette_count = Int32(palette.count / MemoryLayout<RGBA>.stride)
      check(cpng_begin(writer, &layout))
    }
  }

  private func add(_ key: String, _ value: String) {
    precondition(
      (1...79).contains(key.utf8.count) && key.utf8.allSatisfy { (32...126).contains($0) },
      "a PNG text key of 1 to 79 printable ASCII characters, not “\(key)”")
    let text = String(decoding: value.utf8.filter { $0 != 0 }, as: UTF8.self)
    // tEXt is Latin-1, which every reader knows; iTXt is UTF-8.
    check(cpng_add_text(writer, key, text, text.utf8.allSatisfy { $0 < 128 }))
  }

  /// Writes all rows, giving what has become of them to `sink` after every few; it may be nothing yet.
  func write<Element, Failure: Error>(
    _ plane: Plane<Element>, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let stride = plane.width * MemoryLayout<Element>.stride
    for start in Swift.stride(from: 0, to: plane.height, by: 32) {
      let count = min(32, plane.height - start)
      plane.elements.withUnsafeBytes { bytes in
        check(cpng_write_rows(writer, bytes.baseAddress! + start * stride, stride, UInt32(count)))
      }
      try sink(takeBytes())
    }
  }

  func end() { check(cpng_end(writer)) }

  /// What is written and was not taken yet.
  func takeBytes() -> [UInt8] {
    var bytes: UnsafePointer<UInt8>?
    let count = cpng_take(writer, &bytes)
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  private func perMetre(_ value: Double) -> UInt32 {
    UInt32(min(max(value.rounded(), 1), Double(Int32.max)))
  }

  private func check(_ succeeded: Bool) {
    if !succeeded { fatalError("libpng: \(String(cString: cpng_writer_error(writer)))") }
  }
}
