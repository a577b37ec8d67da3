import CPNG
import Glibc
import Raster

/// The writer of PNG files: libpng for what stands before the pixels, bands of them on several threads; see CPNG.h for
/// what each step does.
///
/// All that libpng could refuse is checked before, and memory that is out traps here as it does
/// everywhere in Swift: a step that fails is a mistake in this program.
struct PNGWriter: ~Copyable {
  private let writer: OpaquePointer
  private var layout = cpng_layout()
  private let palette: [RGBA]

  /// Writes all that stands before the pixels.
  init(_ content: PNGContent, _ metadata: PictureMetadata) {
    guard let writer = cpng_create() else { fatalError("libpng cannot start") }
    self.writer = writer
    layout.width = UInt32(content.width)
    layout.height = UInt32(content.height)
    if let resolution = metadata.resolution {
      layout.pixels_per_metre_x = Self.perMetre(resolution.x)
      layout.pixels_per_metre_y = Self.perMetre(resolution.y)
    }
    switch content {
    case .colors(_, let isOpaque): layout.samples = isOpaque ? cpng_rgbx : cpng_rgba
    case .indices: layout.samples = cpng_indices
    case .grey: layout.samples = cpng_grey8
    case .labels: layout.samples = cpng_grey16
    }
    palette = if case .indices(_, let colors) = content { colors } else { [] }
    layout.palette_count = Int32(palette.count)
    for (key, value) in metadata.text { add(key, value) }
    palette.withUnsafeBytes { palette in
      var layout = layout
      layout.palette = palette.baseAddress?.assumingMemoryBound(to: UInt8.self)
      check(cpng_begin(writer, &layout))
    }
  }

  deinit { cpng_destroy(writer) }

  private func add(_ key: String, _ value: String) {
    precondition(
      (1...79).contains(key.utf8.count) && key.utf8.allSatisfy { (32...126).contains($0) },
      "a PNG text key of 1 to 79 printable ASCII characters, not “\(key)”")
    let text = String(decoding: value.utf8.filter { $0 != 0 }, as: UTF8.self)
    // tEXt is Latin-1, which every reader knows; iTXt is UTF-8.
    check(cpng_add_text(writer, key, text, text.utf8.allSatisfy { $0 < 128 }))
  }

  /// Writes all rows on `work.threads` threads, giving what has become of them to `sink` after every band. The bytes do
  /// not depend on how many.
  func write<Element, Failure: Error>(
    _ plane: Plane<Element>, work: Work, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let rows = withUnsafePointer(to: layout) { Int(cpng_band_rows($0)) }
    let count = (plane.height + rows - 1) / rows
    // So many at once that no thread waits long for another, and few enough that cancellation is soon heard of.
    for start in stride(from: 0, to: count, by: 8) {
      // Only read.
      nonisolated(unsafe) let layout = layout
      let bands = work.mapItems(of: min(8, count - start)) {
        Self.band(start + $0, rows, of: plane, layout)
      }
      defer { for band in bands { free(band.memory) } }
      for (index, band) in bands.enumerated() {
        let place = start + index
        withUnsafePointer(to: band.band) {
          check(cpng_write_band(writer, $0, place == 0, place == count - 1))
        }
        try sink(takeBytes())
      }
    }
  }

  private static func band<Element>(
    _ index: Int, _ rows: Int, of plane: Plane<Element>, _ layout: cpng_layout
  ) -> Band {
    var band = cpng_band()
    let first = index * rows
    let isMade = plane.elements.withUnsafeBytes { bytes in
      withUnsafePointer(to: layout) {
        cpng_deflate_band(
          $0, bytes.baseAddress, plane.width * MemoryLayout<Element>.stride, UInt32(first),
          UInt32(min(rows, plane.height - first)), &band)
      }
    }
    if !isMade { fatalError("no memory for a band of \(rows) rows") }
    return Band(band: band)
  }

  /// A band on its way from one thread to another.
  private struct Band: @unchecked Sendable {
    let band: cpng_band
    var memory: UnsafeMutablePointer<UInt8>? { band.bytes }
  }

  func end() { check(cpng_end(writer)) }

  /// Bytes that are written and were not taken yet.
  func takeBytes() -> [UInt8] {
    var bytes: UnsafePointer<UInt8>?
    let count = cpng_take(writer, &bytes)
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  private static func perMetre(_ value: Double) -> UInt32 {
    UInt32(min(max(value.rounded(), 1), Double(Int32.max)))
  }

  private func check(_ succeeded: Bool) {
    if !succeeded { fatalError("libpng: \(String(cString: cpng_writer_error(writer)))") }
  }
}
