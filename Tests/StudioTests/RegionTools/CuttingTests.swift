import Coloring
import DrawnStudios
import Projects
import Raster
import Regions
import TerminalUI
import TestSupport
import Testing

@testable import Studio

@Suite("Cutting regions")
struct CuttingTests {
  /// A coat without a line down its middle.
  static let plain = [
    "....................",
    "..###############...",
    "..#.............#...",
    "..#.............#...",
    "..#.............#...",
    "..#.............#...",
    "..#.............#...",
    "..#.............#...",
    "..#.............#...",
    "..#.............#...",
    "..###############...",
    "....................",
  ]

  /// A studio whose coat is selected.
  func studio() throws -> DrawnStudio {
    var studio = try DrawnStudio(Self.plain)
    studio.state.desk.focus = DrawnStudio.pixel(9, 5)
    return studio
  }

  func cuts(_ studio: DrawnStudio) -> [Cut] {
    studio.state.desk.project?.state.regionEdits["line"]?.cuts ?? []
  }

  func drag(_ studio: inout DrawnStudio, _ pixels: [Point]) throws -> [Effect] {
    var effects: [Effect] = []
    func target(_ pixel: Point) -> Target {
      .canvas(.drawing, SIMD2(Double(pixel.x) + 0.5, Double(pixel.y) + 0.5))
    }
    effects += try studio.act(.pointer(Pointer(.press(.left), on: target(pixels[0]))))
    for pixel in pixels.dropFirst() {
      effects += try studio.act(.pointer(Pointer(.drag(.left), on: target(pixel))))
    }
    effects += try studio.act(
      .pointer(Pointer(.release(.left), on: target(pixels[pixels.count - 1]))))
    return effects
  }

  @Test("By keys: corners, and the last one twice; the ends are carried on to the ink")
  func keys() throws {
    var studio = try studio()
    try studio.press("C")
    #expect(studio.state.contexts.first == .cutting)
    let start = studio.state.lineTool!.cursor
    try studio.press("k")
    #expect(studio.state.lineTool!.cursor.y < start.y)
    // Up to a few pixels below the upper line, then down to above the lower one.
    while studio.state.lineTool!.cursor.y > 16 { try studio.press("k") }
    try studio.press("space")
    while studio.state.lineTool!.cursor.y < 55 { try studio.press("j") }
    #expect(studio.state.lineEnds.map { [$0.start, $0.end] } == [true, true])
    #expect(cuts(studio).isEmpty)
    let effects = try studio.press("enter enter")
    #expect(effects.appended == ["cut a region"])
    #expect(studio.state.activeTool == nil)
    #expect(studio.state.viewports["line"]?.showsWholePicture == false)
    let cut = try #require(cuts(studio).first)
    #expect(cut.points.first!.y <= 11 && cut.points.last!.y >= 60)
    #expect(studio.state.notice?.text.english.hasPrefix("Cut into 2: ") == true)
    #expect(studio.state.analysis?.result.map.regions.count == 3)
    try studio.press("u")
    #expect(cuts(studio).isEmpty)
    #expect(studio.state.analysis?.result.map.regions.count == 2)
  }

  @Test("Capital letters and Shift go eight steps; Backspace takes corners back")
  func corners() throws {
    var studio = try studio()
    try studio.press("C")
    let start = studio.state.lineTool!.cursor
    try studio.press("l")
    let step = studio.state.lineTool!.cursor.x - start.x
    #expect(step >= 1)
    try studio.press("H")
    #expect(studio.state.lineTool!.cursor.x == start.x + step - 8 * step)
    try studio.press("space shift-right space")
    #expect(studio.state.lineTool!.corners.count == 2)
    try studio.press("l backspace")
    #expect(studio.state.lineTool!.corners.count == 1)
    #expect(studio.state.lineTool!.cursor == Point(start.x + step, start.y))
    try studio.press("u u")
    #expect(studio.state.notice?.text.english == "No corner is set yet")
    #expect(try studio.press("q").appended.isEmpty)
    #expect(studio.state.activeTool == nil)
  }

  @Test("A loop needs three corners, and cuts out what it goes around")
  func loop() throws {
    var studio = try studio()
    try studio.press("C space c")
    #expect(studio.state.notice?.text.english == "A loop needs three corners")
    try studio.press("L space J space")
    let effects = try studio.press("c")
    #expect(effects.appended == ["cut out a loop"])
    let cut = try #require(cuts(studio).first)
    #expect(cut.points.count == 4 && cut.points.first == cut.points.last)
    #expect(studio.state.notice?.text.english.hasPrefix("Cut into 2: ") == true)
  }

  @Test("A line not from border to border divides nothing, and leaves nothing to undo")
  func dividesNothing() throws {
    var studio = try studio()
    let before = studio.state.desk.project?.history.undoNumber
    try studio.press("C space l l l enter enter")
    #expect(cuts(studio).isEmpty)
    #expect(studio.state.desk.project?.history.undoNumber == before)
    #expect(studio.state.notice?.kind == .warning)
    #expect(studio.state.notice?.text.english.hasPrefix("Nothing was divided, ") == true)
    // The knife stays in the hand.
    #expect(studio.state.lineTool?.corners.isEmpty == true)
  }

  @Test("By mouse: a stroke across cuts when the button is let go, in few points")
  func stroke() throws {
    var studio = try studio()
    try studio.press("C")
    let path = (8...66).map { Point(54 + ($0 % 2), $0) }
    let effects = try drag(&studio, path)
    #expect(effects.appended == ["cut a region"])
    #expect(cuts(studio)[0].points.count < 8)
    #expect(studio.state.notice?.text.english.hasPrefix("Cut into 2: ") == true)
  }

  @Test("By mouse: a stroke that ends where it began is a loop")
  func strokedLoop() throws {
    var studio = try studio()
    try studio.press("C")
    let effects = try drag(
      &studio,
      [
        Point(40, 25), Point(60, 25), Point(75, 25), Point(75, 45), Point(60, 45), Point(40, 45),
        Point(40, 28),
      ])
    #expect(effects.appended == ["cut out a loop"])
    #expect(cuts(studio)[0].points.first == cuts(studio)[0].points.last)
  }

  @Test("By mouse: a stroke that ends on open paper waits to be carried on")
  func openStroke() throws {
    var studio = try studio()
    try studio.press("C")
    #expect(try drag(&studio, [Point(54, 8), Point(54, 20), Point(54, 35)]).appended.isEmpty)
    #expect(studio.state.lineTool?.corners.isEmpty == false)
    #expect(studio.state.notice?.text.english.contains("open paper") == true)
    #expect(try drag(&studio, [Point(54, 36), Point(54, 50), Point(54, 66)]).appended.count == 1)
  }

  @Test("A stray digit labels nothing while a line is drawn")
  func obstacles() throws {
    var studio = try studio()
    try studio.press("C 2")
    #expect(studio.state.notice?.text.english == "Finish the line first, or leave it: q")
    #expect(studio.state.desk.project?.state.labels["line"] == nil)
  }

  @Test("From the list of gaps a gap is closed by hand, its ends on the nearest ink")
  func closing() throws {
    var studio = try DrawnStudio()
    let steps = Int(try DrawnStudio().limit.rounded(.up)) + 1
    try studio.press("o" + String(repeating: " -", count: steps))
    try studio.wait(1000)
    #expect(studio.state.gaps.isEmpty)
    try studio.press("a")
    #expect(studio.state.contexts.first == .cutting)
    // The gap in the middle line: from above it to below it.
    let effects = try drag(&studio, [Point(57, 28), Point(57, 33), Point(57, 44)])
    #expect(effects.appended == ["close a gap by hand"])
    #expect(studio.state.contexts.first == .gaps)
    #expect(studio.state.gaps.map(\.isByHand) == [true])
    #expect(studio.state.notice?.text.english.hasPrefix("Cut into 2") == true)
    try studio.press("space")
    #expect(studio.state.gaps.isEmpty)
  }

  @Test("After a cut the piece cut off is selected, and no crumb of it")
  func cutOff() {
    func region(_ label: UInt16, _ area: Int, at inside: Point) -> Region {
      Region(
        label: label, area: area, box: Box(x: 0, y: 0, width: 1, height: 1), centroid: (0, 0),
        inside: inside, insideRadius: 1, isBackground: false)
    }
    let whole = region(1, 9000, at: Point(5, 5))
    let piece = region(2, 700, at: Point(50, 50))
    let crumb = region(3, 20, at: Point(52, 70))
    let pieces = [[whole, piece, crumb]]
    #expect(pieces.cutOff(loop: nil, crumb: 100)?.label == 2)
    #expect([[whole, crumb]].cutOff(loop: nil, crumb: 100)?.label == 3)
    let loop = [Point(40, 40), Point(60, 40), Point(60, 80), Point(40, 80), Point(40, 40)]
    #expect(pieces.cutOff(loop: loop, crumb: 100)?.label == 2)
    #expect(
      [[whole, piece], [region(4, 90, at: Point(45, 60)), crumb]].cutOff(
        loop: loop, crumb: 100)?.label == 2)
  }

  @Test("It is known beforehand how many regions a line goes through, and told in what is undone")
  func crossing() throws {
    var studio = try DrawnStudio()
    try studio.press("C")
    let rows = DrawnStudio.pixel(0, 3).y
    studio.state.lineTool?.stroke = stride(from: 14, through: 100, by: 2).map { Point($0, rows) }
    #expect(studio.state.crossedCount == 2)
    studio.state.lineTool?.stroke = []
    let effects = try drag(
      &studio, stride(from: 14, through: 100, by: 2).map { Point($0, rows) })
    #expect(effects.appended == ["cut 2 regions"])
  }
}

extension DrawnStudio {
  fileprivate var limit: Double {
    get throws {
      var copy = self
      try copy.press("o")
      return copy.state.gapLimit?.pixels ?? 0
    }
  }
}

@Suite("Lines in fewer points")
struct SimplifiedTests {
  /// The same by the definition, recursively.
  func naive(_ line: [Point], _ tolerance: Double) -> [Point] {
    guard line.count > 2 else { return line }
    let distances = line.indices.map {
      line[$0].distance(toSegment: line[0], line[line.count - 1])
    }
    let farthest = distances.indices.max {
      (distances[$0], -$0) < (distances[$1], -$1)
    }!
    if distances[farthest] <= tolerance { return [line[0], line[line.count - 1]] }
    return naive(Array(line[...farthest]), tolerance).dropLast()
      + naive(Array(line[farthest...]), tolerance)
  }

  @Test("It keeps the points that the definition keeps")
  func sameAsNaive() {
    var random = SeededNumbers(seed: 7)
    for _ in 0..<200 {
      var place = Point(50, 50)
      let line = (0..<random.roll(40)).map { _ in
        place = Point(place.x + random.roll(9) - 4, place.y + random.roll(9) - 4)
        return place
      }
      let tolerance = Double(random.roll(40)) / 10
      #expect(line.simplified(tolerance: tolerance) == naive(line, tolerance))
    }
  }

  @Test("A straight line is its two ends, also one that was drawn in many points")
  func straight() {
    let line = (0...50).map { Point($0, 2 * $0) }
    #expect(line.simplified(tolerance: 0.5) == [Point(0, 0), Point(50, 100)])
  }
}
