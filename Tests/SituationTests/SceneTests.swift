import Coloring
import Raster
import TestSupport
import Testing

/// A reference whose figure stands in a scene.
@Suite(.byEachEngine) struct SceneTests {
  // Not found yet: the second, whose raised sleeve falls on sky that a trunk and the other sleeve enclose.
  @Test(arguments: [0, 2, 3]) func aSampleBeforeAMeadowGivesItsOwnColours(number: Int) throws {
    let clean = Situation.sample(number, scale: 0.4)
    let scenic = clean.with { $0.reference = $0.reference.standing(in: .meadow) }
    let (share, whole) = (try scenic.rightShare(), try clean.rightShare())
    #expect(share >= 0.95 * whole, "\(share) of \(whole)")
  }

  @Test(arguments: [Scene.meadow, .street])
  fileprivate func aDollInASceneGivesItsOwnColours(scene: Scene) throws {
    let clean = Situation.doll()
    let scenic = clean.with { $0.reference = Doll().coloured(on: .clear).standing(in: scene) }
    #expect(try scenic.rightShare() >= 0.95 * clean.rightShare())
    #expect(try scenic.paintedGroundShare() < clean.paintedGroundShare() + 0.02)
  }

  @Test func aFigureThatTheEdgesCutOffIsNoScenery() throws {
    // The jacket goes on beyond both sides and the lower edge, as a meadow does.
    let bust = Box(x: 60, y: 0, width: 80, height: 160)
    let doll = Situation.doll().cropped(to: bust).with {
      $0.reference = $0.reference.cropped(to: bust)
    }
    #expect(try doll.rightShare() > 0.95)
  }
}

/// What is drawn behind a figure, with outlines.
private enum Scene {
  case meadow
  case street
}

extension Image {
  /// The figure in front of a scene. It stands on transparency, or on white with a closed outline.
  fileprivate func standing(in scene: Scene) -> Image {
    let isGround = ground()
    var result = Image(width: width, height: height, scene)
    for y in 0..<height {
      for x in 0..<width {
        let (own, behind) = (self[x, y], result[x, y])
        func part(_ own: UInt8, _ behind: UInt8) -> UInt8 {
          UInt8((Int(own) * Int(self[x, y].a) + Int(behind) * (255 - Int(self[x, y].a))) / 255)
        }
        if !isGround[x, y] {
          result[x, y] = RGBA(
            part(own.r, behind.r), part(own.g, behind.g), part(own.b, behind.b))
        }
      }
    }
    return result
  }

  /// The pixels of the upper left corner's colour that are joined to it.
  private func ground() -> Plane<Bool> {
    var isGround = Plane<Bool>(width: width, height: height, repeating: false)
    var open = [Point(0, 0)]
    while let place = open.popLast() {
      guard place.x >= 0, place.y >= 0, place.x < width, place.y < height, !isGround[place],
        self[place.x, place.y] == self[0, 0]
      else { continue }
      isGround[place] = true
      for (dx, dy) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
        open.append(Point(place.x + dx, place.y + dy))
      }
    }
    return isGround
  }

  private init(width: Int, height: Int, _ scene: Scene) {
    self.init(width: width, height: height, repeating: RGBA(150, 200, 250))
    switch scene {
    case .meadow:
      for y in 0..<height {
        let light = UInt8(y * 60 / height)
        fill(0..<width, y..<y + 1, with: RGBA(120 + light, 180 + light / 2, 245))
      }
      box(width / 14..<width / 6, height / 6..<height * 3 / 4, RGBA(120, 80, 50))
      ellipse(
        at: (Double(width) / 9, Double(height) / 7), (Double(width) / 6, Double(height) / 9),
        RGBA(60, 130, 60))
      ellipse(
        at: (Double(width) / 2, Double(height) * 1.2), (Double(width), Double(height) / 2),
        RGBA(110, 170, 80))
    case .street:
      box(-9..<width * 3 / 8, height / 5..<height * 2 / 3, RGBA(200, 120, 100))
      box(width * 5 / 8..<width + 9, height / 10..<height * 2 / 3, RGBA(170, 170, 190))
      for row in 0..<4 {
        let (y, side) = (height / 4 + row * height / 10, width / 10)
        box(side..<2 * side, y..<y + side, RGBA(120, 160, 190))
        box(width - 2 * side..<width - side, y..<y + side, RGBA(250, 230, 140))
      }
      box(-9..<width + 9, height * 2 / 3..<height + 9, RGBA(130, 130, 130))
    }
  }

  private mutating func box(_ columns: Range<Int>, _ rows: Range<Int>, _ colour: RGBA) {
    fill(columns.clamped(to: 0..<width), rows)
    fill(
      (columns.lowerBound + 3..<columns.upperBound - 3).clamped(to: 0..<width),
      rows.lowerBound + 3..<rows.upperBound - 3, with: colour)
  }

  private mutating func ellipse(
    at centre: (x: Double, y: Double), _ radii: (x: Double, y: Double), _ colour: RGBA
  ) {
    for y in 0..<height {
      for x in 0..<width {
        let (dx, dy) = ((Double(x) - centre.x) / radii.x, (Double(y) - centre.y) / radii.y)
        if (dx * dx + dy * dy).squareRoot() < 1 { self[x, y] = colour }
      }
    }
    drawEllipse(centre: centre, radii: radii, width: 3)
  }
}
