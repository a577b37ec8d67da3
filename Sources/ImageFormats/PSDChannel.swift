import Raster

/// A channel of a PSD, in the order of the composed picture.
enum PSDChannel: Int, CaseIterable {
  case red, green, blue, alpha

  /// The order in which layers have them.
  static let layerOrder: [PSDChannel] = [.alpha, .red, .green, .blue]

  /// The channel's name in a layer's entry.
  var layerNumber: Int16 { self == .alpha ? -1 : Int16(rawValue) }
}

/// One channel of a part of a picture, each row packed by itself.
struct PackedChannel {
  /// The length of each packed row.
  private(set) var counts: [UInt16]
  /// The packed rows, several together.
  private(set) var chunks: [[UInt8]]

  init(_ image: Image, box: Box, _ channel: PSDChannel, work: Work) throws(Cancelled) {
    // Cut alike whatever the threads.
    let rowsPerChunk = 64
    let chunkCount = (box.height + rowsPerChunk - 1) / rowsPerChunk
    var counts = [UInt16](repeating: 0, count: box.height)
    var chunks = [[UInt8]](repeating: [], count: chunkCount)
    counts.withUnsafeMutableBufferPointer { counts in
      chunks.withUnsafeMutableBufferPointer { chunks in
        // Every chunk writes only its own rows' counts.
        nonisolated(unsafe) let counts = counts
        nonisolated(unsafe) let chunks = chunks
        work.forEachBand(of: chunkCount, smallest: 1) { band in
          var codes = [UInt8](repeating: 0, count: box.width)
          for chunk in band {
            if work.isCancelled { return }
            var bytes: [UInt8] = []
            let first = chunk * rowsPerChunk
            for row in first..<min(box.height, first + rowsPerChunk) {
              let start = (box.y + row) * image.width + box.x
              extract(
                channel, from: image.elements.span.extracting(start..<start + box.width), &codes)
              let before = bytes.count
              PackBits.pack(codes.span, onto: &bytes)
              counts[row] = UInt16(bytes.count - before)
            }
            chunks[chunk] = bytes
          }
        }
      }
    }
    try work.checkCancelled()
    self.counts = counts
    self.chunks = chunks
  }

  /// Lengthens data of an odd length by a byte that stands for nothing, in the last row: Pillow looks for the next
  /// channel at an even place.
  mutating func makeEven() {
    let length = chunks.reduce(0) { $0 + $1.count }
    if length % 2 == 0 || counts.isEmpty || chunks.isEmpty { return }
    chunks[chunks.count - 1].append(PackBits.nothing)
    counts[counts.count - 1] += 1
  }
}

private func extract(_ channel: PSDChannel, from row: Span<RGBA>, _ codes: inout [UInt8]) {
  var codes = codes.mutableSpan
  precondition(codes.count == row.count)
  switch channel {
  case .red: for x in 0..<row.count { codes[x] = row[x].r }
  case .green: for x in 0..<row.count { codes[x] = row[x].g }
  case .blue: for x in 0..<row.count { codes[x] = row[x].b }
  case .alpha: for x in 0..<row.count { codes[x] = row[x].a }
  }
}
