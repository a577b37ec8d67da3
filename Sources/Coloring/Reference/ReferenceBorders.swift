import Raster

/// The knowledge of a reference's segments and of their borders before any are joined.
///
/// Threads share out the rows: each sums its segments, in whole numbers, and lists what borders its pixels are on. The borders'
/// own sums are not of whole numbers, so they are taken afterwards, in the pixels' order.
///
/// Cost: O(pixels), and on one thread O(border pixels); 16 bytes a border pixel.
struct ReferenceBorders {
  private(set) var segments: [ReferenceMerging.Segment]
  /// In the order in which they are first seen, row by row.
  private(set) var edges: [ReferenceMerging.Edge] = []

  init(
    _ division: ReferenceSegments, _ colours: ReferenceColours, lines: ReferenceLines, work: Work
  ) throws(Cancelled) {
    let bands = work.mapBands(of: division.labels.height) { rows in
      var band = Band(segments: division.count)
      for y in rows where !work.isCancelled {
        band.addRow(
          y, of: division.labels, shade: colours.shades.elements.span,
          line: lines.depth.elements.span)
      }
      return band
    }
    try work.checkCancelled()
    segments = bands[0].segments
    for band in bands.dropFirst() {
      for segment in segments.indices {
        segments[segment].add(band.segments[segment])
        segments[segment].outline += band.segments[segment].outline
      }
    }
    var index = EdgeIndex()
    for band in bands {
      for meeting in band.meetings { add(meeting, &index) }
    }
  }

  private mutating func add(_ meeting: Meeting, _ index: inout EdgeIndex) {
    let (first, second) = (meeting.first, meeting.second)
    let edge = index.number(of: UInt64(first) << 32 | UInt64(second), next: edges.count)
    if edge == edges.count { edges.append(ReferenceMerging.Edge(first: first, second: second)) }
    if meeting.ink >= ReferenceLines.inked {
      edges[edge].inked += 1
      edges[edge].depth += Double(meeting.ink)
    } else {
      edges[edge].bare += 1
      edges[edge].faint += Double(max(0, meeting.ink))
      edges[edge].contrast += max(Double(meeting.contrast), 1.2 * Double(meeting.ink))
    }
  }
}

/// Two pixels that touch, of different segments.
private struct Meeting {
  /// Their segments, the lower one first.
  let first: Int32
  let second: Int32
  /// From two pixels this side to two pixels that side; 0 where a line lies between.
  let contrast: Float
  /// The depth of a line on the two.
  let ink: Int16
}

/// The sums of one thread's rows.
private struct Band: Sendable {
  var segments: [ReferenceMerging.Segment]
  /// Row by row.
  var meetings: [Meeting] = []

  init(segments count: Int) {
    segments = Array(repeating: ReferenceMerging.Segment(), count: count)
  }

  /// Adds the pixels of row `y`, and what they share with those right of and below them.
  mutating func addRow(
    _ y: Int, of labels: Plane<Int32>, shade: Span<ReferenceColour>, line: Span<Int16>
  ) {
    let (width, height) = (labels.width, labels.height)
    let label = labels.elements.span
    func meet(_ p: Int, _ q: Int, _ before: Int, _ after: Int) {
      let a = min(label[p], label[q]) - 1
      let b = max(label[p], label[q]) - 1
      segments[Int(a)].outline += 1
      segments[Int(b)].outline += 1
      let ink = max(line[p], line[q])
      let contrast = ink >= ReferenceLines.inked ? 0 : distance(shade[before], shade[after])
      meetings.append(Meeting(first: a, second: b, contrast: contrast, ink: ink))
    }
    var run = ReferenceMerging.Segment()
    for x in 0..<width {
      let p = y * width + x
      run.area += 1
      if line[p] < ReferenceLines.inked {
        run.bareArea += 1
        run.bareSum += SIMD4<Double>(shade[p])
      } else {
        run.inkedSum += SIMD4<Double>(shade[p])
      }
      let isLast = x + 1 == width
      if isLast || label[p] != label[p + 1] {
        segments[Int(label[p]) - 1].add(run)
        run = ReferenceMerging.Segment()
        if !isLast { meet(p, p + 1, p - min(x, 2), p + min(width - 1 - x, 3)) }
      }
      if y + 1 < height && label[p] != label[p + width] {
        meet(p, p + width, p - min(y, 2) * width, p + min(height - 1 - y, 3) * width)
      }
    }
  }
}

/// Numbers the pairs of segments that meet, in the order they are first seen.
private struct EdgeIndex {
  private var numbers: [UInt64: Int] = [:]
  /// Those asked for last: along a border one pair is asked for again and again.
  private var recent = [(key: UInt64, number: Int)](repeating: (.max, 0), count: 256)

  /// The pair's number; `next` for one that has none yet.
  mutating func number(of key: UInt64, next: Int) -> Int {
    let place = Int((key &* 0x9E37_79B9_7F4A_7C15) >> 56)
    if recent[place].key == key { return recent[place].number }
    let number = numbers[key] ?? next
    if number == next { numbers[key] = next }
    recent[place] = (key, number)
    return number
  }
}
