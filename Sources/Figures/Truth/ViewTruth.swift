import Raster

/// The truth of every pixel of a view, by the sample at its middle.
struct ViewTruth {
  var parts: Plane<UInt8>
  var groups: Plane<UInt8>
  var regions: Plane<UInt16>
  /// Each pixel's paint alone: no shade, no line, no ground.
  var flats: Image
  var points: [TruePoint]

  /// - Parameter figure: the camera of the figure that has true points.
  init(_ scene: Scene, _ cover: Cover, figure: UInt8) {
    let (width, height) = (scene.width, scene.height)
    var numbers: [Paint: UInt16] = [:]
    let paintNumbers =
      [0]
      + scene.pieces.map { piece -> UInt16 in
        if let known = numbers[piece.paint] { return known }
        let new = UInt16(numbers.count + 1)
        numbers[piece.paint] = new
        return new
      }
    let partOf = [PartIndex.background] + scene.pieces.map(\.part)
    let groupOf = [PartGroup.ground.rawValue] + scene.pieces.map(\.group.rawValue)
    let colourOf = [RGBA.white] + scene.pieces.map { RGBA($0.paint.base) }
    var partValues = [UInt8](repeating: 0, count: width * height)
    var groupValues = partValues
    var paintValues = [UInt16](repeating: 0, count: width * height)
    var colours = [RGBA](repeating: .white, count: width * height)
    var areas = [Int](repeating: 0, count: scene.pieces.count + 1)
    for y in 0..<height {
      for x in 0..<width {
        let at = ViewTruth.sample(x, y, cover)
        let piece = Int(cover.surface[at])
        let paint = Int(cover.paint[at])
        let index = y * width + x
        partValues[index] = partOf[piece]
        groupValues[index] = groupOf[piece]
        paintValues[index] = paintNumbers[paint]
        colours[index] = colourOf[paint]
        areas[piece] += 1
      }
    }
    parts = Plane(width: width, height: height, elements: partValues)
    groups = Plane(width: width, height: height, elements: groupValues)
    flats = Plane(width: width, height: height, elements: colours)
    regions = ViewTruth.components(Plane(width: width, height: height, elements: paintValues))
    points = []
    points = visiblePoints(scene, cover, areas: areas, figure: figure)
  }

  private static func sample(_ x: Int, _ y: Int, _ cover: Cover) -> Int {
    (2 * y + 1) * cover.width + 2 * x + 1
  }

  /// Candidates of each piece's own sequence, kept where the piece is seen: the more, the larger it is.
  private func visiblePoints(_ scene: Scene, _ cover: Cover, areas: [Int], figure: UInt8)
    -> [TruePoint]
  {
    var result: [TruePoint] = []
    let unit = Float(scene.width * scene.height) / 65536
    for (index, piece) in scene.pieces.enumerated() {
      guard let frame = piece.frame, piece.kind == .surface, scene.cameraOfPiece[index] == figure
      else { continue }
      let area = Float(areas[index + 1]) / unit
      guard area > 1 else { continue }
      let wanted = Int(2 + area.squareRoot() * 1.1)
      let camera = scene.cameras[Int(figure)]
      var found = 0
      for candidate in 0..<wanted * 5 where found < wanted {
        guard let place = frame(candidate) else { continue }
        let seen = camera(place.seen)
        guard seen.x >= 0, seen.y >= 0, seen.x < Float(scene.width), seen.y < Float(scene.height)
        else { continue }
        let (x, y) = (Int(seen.x), Int(seen.y))
        guard cover.surface[ViewTruth.sample(x, y, cover)] == UInt16(index + 1) else { continue }
        found += 1
        result.append(
          TruePoint(
            x: Int32(x), y: Int32(y), group: piece.group, part: piece.part, region: regions[x, y],
            u: place.u, v: place.v))
      }
    }
    return result
  }

  /// Connected areas of one value, numbered from 1 in reading order; neighbours share a side.
  static func components(_ values: Plane<UInt16>) -> Plane<UInt16> {
    let (width, height) = (values.width, values.height)
    let source = values.elements
    var parent: [Int32] = []
    var labels = [Int32](repeating: 0, count: width * height)
    func root(_ label: Int32) -> Int32 {
      var label = label
      while parent[Int(label)] != label {
        parent[Int(label)] = parent[Int(parent[Int(label)])]
        label = parent[Int(label)]
      }
      return label
    }
    for y in 0..<height {
      for x in 0..<width {
        let index = y * width + x
        let value = source[index]
        let left = x > 0 && source[index - 1] == value ? labels[index - 1] : -1
        let above = y > 0 && source[index - width] == value ? labels[index - width] : -1
        if left >= 0 && above >= 0 && left != above {
          let (a, b) = (root(left), root(above))
          parent[Int(max(a, b))] = min(a, b)
          labels[index] = min(a, b)
        } else if left >= 0 || above >= 0 {
          labels[index] = max(left, above)
        } else {
          labels[index] = Int32(parent.count)
          parent.append(Int32(parent.count))
        }
      }
    }
    var numbers = [UInt16](repeating: 0, count: parent.count)
    var next: UInt16 = 1
    var result = [UInt16](repeating: 0, count: width * height)
    for index in labels.indices {
      let own = Int(root(labels[index]))
      if numbers[own] == 0 {
        numbers[own] = next
        if next < .max { next += 1 }
      }
      result[index] = numbers[own]
    }
    return Plane(width: width, height: height, elements: result)
  }
}

extension RGBA {
  /// A colour of 0…1.
  init(_ colour: SIMD3<Float>) {
    let value = (colour * 255 + 0.5).clamped(lowerBound: .zero, upperBound: SIMD3(repeating: 255))
    self.init(UInt8(value.x), UInt8(value.y), UInt8(value.z))
  }
}
