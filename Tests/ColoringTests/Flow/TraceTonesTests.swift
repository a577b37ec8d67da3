import Raster
import Regions
import Testing

@testable import Coloring

@Suite struct TraceTonesTests {
  /// Regions of the given areas side by side in one row, labels from 1.
  private func map(areas: [Int]) -> RegionMap {
    var labels: [UInt16] = []
    let regions = areas.enumerated().map { index, area in
      let start = labels.count
      labels += [UInt16](repeating: UInt16(index + 1), count: area)
      return Region(
        label: UInt16(index + 1), area: area, box: Box(x: start, y: 0, width: area, height: 1),
        centroid: (Double(start) + Double(area) / 2, 0), inside: Point(start, 0), insideRadius: 1,
        isBackground: false)
    }
    return RegionMap(
      labels: Plane(width: labels.count, height: 1, elements: labels), regions: regions,
      closings: [])
  }

  private func red(_ length: Int, across: SIMD2<Int> = SIMD2(0, 0)) -> TraceBorder {
    TraceBorder(shadow: length, across: across)
  }

  @Test func theSmallerSideIsTheShadow() {
    #expect(shadowedRegions([RegionPair(1, 2): red(9)], map: map(areas: [50, 20])) == [2])
    #expect(shadowedRegions([RegionPair(1, 2): red(9)], map: map(areas: [20, 50])) == [1])
  }

  /// A fold's shadow between a broad sleeve and its narrow cuff: larger than the cuff alone.
  @Test func aShadowMayBeLargerThanOneOfItsLitNeighbours() {
    let lines = [RegionPair(1, 2): red(30), RegionPair(2, 3): red(25)]
    #expect(shadowedRegions(lines, map: map(areas: [500, 100, 60])) == [2])
  }

  /// Most shadows lie to the right of their lines, so one of nearly equal halves does too.
  @Test func theLightDecidesBetweenHalves() {
    let rightward = SIMD2(20, 0)
    let lines = [
      RegionPair(1, 2): red(20, across: rightward), RegionPair(3, 4): red(20, across: rightward),
      RegionPair(5, 6): red(20, across: rightward),
    ]
    let shadows = shadowedRegions(lines, map: map(areas: [90, 30, 80, 20, 48, 50]))
    #expect(shadows == [2, 4, 6])
  }

  @Test func greenPartsTwoShadowsWhereRedPartsLightFromShadow() {
    let lines = [RegionPair(1, 2): red(30), RegionPair(2, 3): TraceBorder(deeper: 20)]
    #expect(shadowedRegions(lines, map: map(areas: [500, 100, 60])) == [2, 3])
    let green = [RegionPair(1, 2): TraceBorder(deeper: 30)]
    #expect(shadowedRegions(green, map: map(areas: [500, 100])) == [2])
  }

  @Test func blueLinesPartNoShadow() {
    let lines = [RegionPair(1, 2): TraceBorder(highlight: 30)]
    #expect(shadowedRegions(lines, map: map(areas: [500, 100])) == [])
  }

  @Test(arguments: ColoringSettings.TraceColours.allCases)
  func coloursMeanWhatTheStudioSays(colours: ColoringSettings.TraceColours) throws {
    // A disc of paper with a small area set off on its left by a line, once red, once blue, once green.
    func tone(_ line: RGBA) throws -> TraceArea.Tone? {
      var drawing = Image(width: 120, height: 120, repeating: .white)
      for y in 0..<120 {
        for x in 0..<120 {
          let away = (x - 60) * (x - 60) + (y - 60) * (y - 60)
          if (47 * 47...50 * 50).contains(away) {
            drawing[x, y] = .black
          } else if away < 47 * 47, (40..<43).contains(x) {
            drawing[x, y] = line
          }
        }
      }
      let work = Work(threads: 1)
      let lineArt = try LineArt(drawing, work: work)
      let divided = try DividedDrawing(
        lineArt, gap: nil, edits: RegionEdits(), traceColours: colours, work: work)
      return divided.areas[divided.map.labels[Point(25, 60)]]?.tone
    }
    let (red, blue, green) = (RGBA(230, 40, 40), RGBA(40, 60, 230), RGBA(30, 170, 60))
    #expect(try tone(red) == (colours == .blueShadow ? .highlight : .shadow))
    #expect(try tone(blue) == (colours == .redShadow ? .highlight : .shadow))
    let isLight = colours == .greenHighlight || colours == .blueShadowGreenHighlight
    #expect(try tone(green) == (isLight ? .highlight : .shadow))
  }

  /// The map of a drawing with trace lines is made anew for them.
  @Test func aDrawingWithTraceLinesKeepsItsFrame() throws {
    var drawing = Image(width: 240, height: 240, repeating: .white)
    for y in 0..<240 {
      for x in 0..<240 {
        let away = (x - 120) * (x - 120) + (y - 120) * (y - 120)
        let isInFrame = (8..<232).contains(x) && (8..<232).contains(y)
        if isInFrame, !(11..<229).contains(x) || !(11..<229).contains(y) {
          drawing[x, y] = .black
        } else if (67 * 67...70 * 70).contains(away) {
          drawing[x, y] = .black
        } else if away < 67 * 67, (90..<93).contains(x) {
          drawing[x, y] = RGBA(230, 40, 40)
        }
      }
    }
    let work = Work(threads: 1)
    let divided = try DividedDrawing(
      LineArt(drawing, work: work), gap: nil, edits: RegionEdits(), work: work)
    #expect(divided.areas.contains { $0 != nil })
    #expect(divided.map.frame != nil)
  }
}
