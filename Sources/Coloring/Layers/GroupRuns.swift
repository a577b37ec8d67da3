internal import Raster
internal import Regions

/// The places of the flats of each group in a range of rows: the runs of regions' pixels, those under the ink too.
struct GroupRuns: Sendable {
  private struct Run {
    let label: UInt16
    let start: Int32
    let end: Int32
  }

  let rows: Range<Int>
  /// The pixels of each group that lie in these rows, in drawing pixels; nil where none do.
  let boxes: [Box?]
  private let runs: [Run]
  /// The runs of row `y` are `starts[y - rows.lowerBound] ..< starts[y - rows.lowerBound + 1]`.
  private let starts: [Int]
  private let groups: RegionTable<Int>

  init(_ groups: FlatGroups, in map: RegionMap, rows: Range<Int>, work: Work) throws(Cancelled) {
    var boxes = [Box?](repeating: nil, count: groups.names.count)
    var runs: [Run] = []
    var starts = [0]
    for y in rows {
      if y % 64 == 0 { try work.checkCancelled() }
      let labels = map.labels.elements.span.extracting(y * map.width..<(y + 1) * map.width)
      var start = 0
      for end in 1...labels.count where end == labels.count || labels[end] != labels[start] {
        let group = groups.groups[labels[start], ofNone: FlatGroups.none]
        if group != FlatGroups.none {
          runs.append(Run(label: labels[start], start: Int32(start), end: Int32(end)))
          let box = Box(x: start, y: y, width: end - start, height: 1)
          boxes[group] = boxes[group]?.union(box) ?? box
        }
        start = end
      }
      starts.append(runs.count)
    }
    self.rows = rows
    self.boxes = boxes
    self.runs = runs
    self.starts = starts
    self.groups = groups.groups
  }

  /// Calls `body` with each run of a group in row `y`, from the left.
  @inline(__always)
  func forEach(
    of group: Int, inRow y: Int, _ body: (_ label: UInt16, _ columns: Range<Int>) -> Void
  ) {
    let row = y - rows.lowerBound
    for run in runs[starts[row]..<starts[row + 1]] where groups[run.label] == group {
      body(run.label, Int(run.start)..<Int(run.end))
    }
  }
}
