import Raster

extension GapScene {
  /// A character-like figure: nested shapes, hair with tapered tips, pleats that end in the cloth.
  static func figure(radius: ClosedRange<Double>, seed: UInt64) -> GapScene {
    var numbers = SeededNumbers(seed: seed)
    var strokes: [DrawnStroke] = []
    // The hand is unsteady, but strokes that share a place go on sharing it.
    var places: [Vector: Vector] = [:]
    func at(_ x: Double, _ y: Double) -> Vector {
      let exact = Vector(600 + x * 5.4, 30 + y * 5.4)
      if let place = places[exact] { return place }
      let shake = Vector(
        Double.random(in: -3...3, using: &numbers), Double.random(in: -3...3, using: &numbers))
      places[exact] = exact + shake
      return exact + shake
    }
    func add(
      _ points: [(Double, Double)], _ start: StrokeEnding = .joint, _ end: StrokeEnding = .joint,
      closed: Bool = false, taper: Bool = false
    ) {
      var stroke = DrawnStroke(
        through: points.map { at($0.0, $0.1) }, radius: .random(in: radius, using: &numbers),
        start: start, end: end, closed: closed)
      if taper { stroke.endTaper = 40 }
      strokes.append(stroke)
    }
    // Hair's outline, a closed curve round the head; the face hangs below its fringe.
    add(
      [
        (0, 4), (22, 9), (33, 28), (36, 52), (41, 80), (34, 95), (28, 74), (25, 58), (20, 40),
        (12, 33), (6, 40), (0, 31), (-7, 41), (-13, 33), (-20, 40), (-25, 58), (-28, 74), (-34, 95),
        (-41, 80), (-36, 52), (-33, 28), (-22, 9),
      ], closed: true)
    add([(-24, 52), (-20, 66), (-9, 77), (0, 80), (9, 77), (20, 66), (24, 52)], .tee, .tee)
    for side in [-1.0, 1.0] {
      add([(side * 1, 4), (side * 7, 18), (side * 12, 33)], .tee, .tee)
      add([(side * 34, 34), (side * 30, 44), (side * 27, 60)], .tee, .tee)
      add([(side * 4, 10), (side * 11, 15), (side * 16, 24)], .free, .free, taper: true)
      // Eyes: an almond, its iris and pupil.
      add([(side * 6, 56), (side * 11, 51), (side * 17, 55), (side * 12, 61)], closed: true)
      add([(side * 9, 52.6), (side * 9, 60.2)], .tee, .tee)
      add([(side * 14, 52.6), (side * 14, 60.2)], .tee, .tee)
      add([(side * 6, 48), (side * 12, 45), (side * 18, 48)], .free, .free, taper: true)
      // Neck, collar, body.
      add([(side * 7, 77.5), (side * 7, 85), (side * 12, 90)], .tee, .tee)
      add([(side * 12, 89.5), (side * 2, 99), (0, 110)], .tee, .corner)
      add([(side * 12, 89.5), (side * 26, 95), (side * 32, 106), (side * 33, 112)], .joint, .joint)
      // Sleeve and arm.
      add([(side * 33, 112), (side * 44, 130), (side * 53, 142)], .joint, .joint)
      add([(side * 22, 112), (side * 29, 138), (side * 41, 152)], .joint, .joint)
      add([(side * 53, 142), (side * 46, 150), (side * 41, 152)], .joint, .joint)
      add([(side * 52, 141), (side * 62, 152), (side * 66, 163)], .tee, .joint)
      add([(side * 44, 150), (side * 53, 163), (side * 58, 170)], .tee, .joint)
      add([(side * 66, 163), (side * 68, 172), (side * 61, 177), (side * 58, 170)], .joint, .joint)
      add([(side * 66.5, 164), (side * 62, 165.5), (side * 58, 169.5)], .tee, .tee)
      add([(side * 22, 112), (side * 19, 126), (side * 17, 136)], .joint, .joint)
      // Skirt, pleats, legs, shoes.
      add([(side * 17, 136), (side * 28, 158), (side * 36, 178)], .joint, .corner)
      add([(side * 7, 138), (side * 10, 158), (side * 13, 181)], .tee, .tee)
      add([(side * 20, 150), (side * 23, 160), (side * 25, 168)], .free, .free, taper: true)
      add([(side * 17, 181), (side * 17, 200), (side * 15, 206)], .tee, .joint)
      add([(side * 4, 182), (side * 4, 200), (side * 5, 206)], .tee, .joint)
      add([(side * 15, 206), (side * 19, 213), (side * 12, 216), (side * 4, 213), (side * 5, 206)])
      add([(side * 15, 206), (side * 10, 208), (side * 5, 206)])
      add([(side * 16.8, 196), (side * 10, 198), (side * 4, 196)], .tee, .tee)
    }
    // Mouth and nose, collar's middle, belt, hem.
    add([(-4, 70), (0, 68.6), (4, 70), (0, 73)], closed: true)
    add([(0, 61), (-1, 64), (1, 65)], .free, .free)
    add([(0, 110), (0.5, 124), (0, 137)], .tee, .tee)
    add([(-22, 112), (-8, 114), (0, 113)], .joint, .tee)
    add([(-17, 136), (0, 138), (17, 136)])
    add([(-18, 131), (0, 133), (18, 131)], .tee, .tee)
    add([(-36, 178), (-18, 181), (0, 182), (18, 181), (36, 178)], .corner, .corner)
    for index in strokes.indices {
      let others = strokes[..<index] + strokes[(index + 1)...]
      strokes[index].meetSides(of: others)
    }
    return GapScene(name: "figure", width: 1200, height: 1240, strokes: strokes)
  }

  /// Open mouths to cap: bottles and sleeves whose straight necks are `mouth` pixels wide.
  ///
  /// - Returns: the closed drawing; its last strokes, `caps` of them, are the caps.
  static func mouths(_ mouth: Double, radius: ClosedRange<Double>, seed: UInt64)
    -> (scene: GapScene, caps: Int)
  {
    var numbers = SeededNumbers(seed: seed)
    var strokes: [DrawnStroke] = []
    var caps: [DrawnStroke] = []
    for row in 0..<4 {
      for column in 0..<5 {
        let centre = Vector(140 + Double(column) * 240, 190 + Double(row) * 290)
        let angle = Double.random(in: -1...1, using: &numbers)
        let axis = Vector(angle, -1) / Vector(angle, -1).length
        let thickness = Double.random(in: radius, using: &numbers)
        // Inner edges are `mouth` apart.
        let half = axis.normal * (mouth / 2 + thickness)
        let tip = centre + axis * (100 + mouth)
        let isSleeve = (row + column) % 2 == 0
        var sides: [[Vector]] = [[], []]
        for (index, sign) in [-1.0, 1.0].enumerated() {
          let belly = axis.normal * (sign * (half.length + 34))
          sides[index] =
            isSleeve
            ? [
              centre - axis * 60 + belly, centre + axis * 20 + half * sign * 1.5,
              centre + axis * 60 + half * sign, tip + half * sign,
            ]
            : [
              centre - axis * 70, centre - axis * 40 + belly, centre + belly * 1.1,
              centre + axis * 45 + half * sign, centre + axis * 70 + half * sign, tip + half * sign,
            ]
          strokes.append(
            DrawnStroke(through: sides[index], radius: thickness, start: .joint, end: .corner))
        }
        if isSleeve {
          strokes.append(
            DrawnStroke(
              through: [sides[0][0], centre - axis * 72, sides[1][0]], radius: thickness))
        }
        caps.append(DrawnStroke(through: [tip + half, tip - half], radius: thickness))
      }
    }
    return (
      GapScene(name: "mouths", width: 1240, height: 1240, strokes: strokes + caps), caps.count
    )
  }
}
