internal import Coloring
internal import Figures
internal import Glibc
internal import Raster

/// The square of a picture that a data set shows, upright in it.
struct PictureFrame {
  /// Pixels of the picture.
  let middle: SIMD2<Double>
  let side: Double
  /// The tilt in radians, clockwise, of what is to stand upright.
  let tilt: Double

  /// The usual width and height of eyes, brows and mouth together in generated heads seen from the front, in sides of the
  /// frame: those of nine in ten are no wider and no higher.
  private static let faceBox = SIMD2(0.34, 0.31)

  /// The frame of a seen figure, with the measures of generated ones.
  ///
  /// - Returns: nil where what is asked for is not seen.
  init?(of figure: SeenFigure, _ cut: FigurePortrait.Cut) {
    switch cut {
    case .heads:
      guard let face = figure.face else { return nil }
      side = max(face.width / Self.faceBox.x, face.height / Self.faceBox.y)
      tilt = face.tilt
      let below = (0.5 - Double(FigurePortrait.eyeHeight)) * side
      middle = face.eyes + SIMD2(-sin(tilt), cos(tilt)) * below
    case .bodies:
      guard let box = figure.box else { return nil }
      side = Double(max(box.width, box.height)) / Double(FigurePortrait.bodyHeight)
      tilt = 0
      middle = SIMD2(
        Double(box.x) + Double(box.width) / 2, Double(box.y) + Double(box.height) / 2)
    }
  }

  /// The place in the picture of a place in the frame, 0…1 each way.
  func place(_ x: Double, _ y: Double) -> SIMD2<Double> {
    let (across, down) = ((x - 0.5) * side, (y - 0.5) * side)
    return middle
      + SIMD2(across * cos(tilt) - down * sin(tilt), across * sin(tilt) + down * cos(tilt))
  }

  /// What is in the frame, `[size, size]`; beyond the picture its ground goes on.
  ///
  /// - Parameter picture: opaque.
  /// - Complexity: O(size² + the frame's pixels).
  func cut(_ picture: Image, of figure: SeenFigure, to size: Int) -> Image {
    let ground = Self.ground(of: picture, figure)
    // So many samples each way as there are pixels under one.
    let samples = max(1, min(16, Int((side / Double(size)).rounded(.up))))
    var result = Image(width: size, height: size, repeating: .white)
    for y in 0..<size {
      for x in 0..<size {
        var sum = SIMD3<Double>.zero
        for row in 0..<samples {
          for column in 0..<samples {
            let u = (Double(x) + (Double(column) + 0.5) / Double(samples)) / Double(size)
            let v = (Double(y) + (Double(row) + 0.5) / Double(samples)) / Double(size)
            let at = place(u, v)
            sum += Self.holds(at, picture) ? Self.between(at - 0.5, picture) : ground
          }
        }
        let mean = sum / Double(samples * samples) + 0.5
        result.elements[y * size + x] = RGBA(UInt8(mean.x), UInt8(mean.y), UInt8(mean.z))
      }
    }
    return result
  }

  private static func holds(_ at: SIMD2<Double>, _ picture: Image) -> Bool {
    at.x >= 0 && at.y >= 0 && at.x < Double(picture.width) && at.y < Double(picture.height)
  }

  /// The mean colour of the picture's edge where ground is seen there; white where none is.
  private static func ground(of picture: Image, _ figure: SeenFigure) -> SIMD3<Double> {
    var (sum, count) = (SIMD3<Double>.zero, 0.0)
    func add(_ x: Int, _ y: Int) {
      guard figure.part(atX: Double(x), y: Double(y)) == 0 else { return }
      let pixel = picture.elements[y * picture.width + x]
      sum += SIMD3(Double(pixel.r), Double(pixel.g), Double(pixel.b))
      count += 1
    }
    for step in 0..<64 {
      let (x, y) = (step * picture.width / 64, step * picture.height / 64)
      add(x, 0)
      add(x, picture.height - 1)
      add(0, y)
      add(picture.width - 1, y)
    }
    return count > 0 ? sum / count : SIMD3(repeating: 255)
  }

  /// The colour between the four pixels around a place, 0 being the middle of the first.
  private static func between(_ at: SIMD2<Double>, _ picture: Image) -> SIMD3<Double> {
    let x = min(max(at.x, 0), Double(picture.width - 1))
    let y = min(max(at.y, 0), Double(picture.height - 1))
    let (left, top) = (Int(x), Int(y))
    let (right, low) = (min(left + 1, picture.width - 1), min(top + 1, picture.height - 1))
    func colour(_ x: Int, _ y: Int) -> SIMD3<Double> {
      let pixel = picture.elements[y * picture.width + x]
      return SIMD3(Double(pixel.r), Double(pixel.g), Double(pixel.b))
    }
    let (fx, fy) = (x - Double(left), y - Double(top))
    let above = colour(left, top) * (1 - fx) + colour(right, top) * fx
    let below = colour(left, low) * (1 - fx) + colour(right, low) * fx
    return above * (1 - fy) + below * fy
  }

  /// What each of a frame's pixels is seen as, `[size, size]`; beyond the picture ground.
  func parts(_ picture: Image, of figure: SeenFigure, to size: Int) -> Plane<UInt8> {
    var parts: [UInt8] = []
    parts.reserveCapacity(size * size)
    for y in 0..<size {
      for x in 0..<size {
        let at = place((Double(x) + 0.5) / Double(size), (Double(y) + 0.5) / Double(size))
        parts.append(
          Self.holds(at, picture) ? figure.part(atX: at.x - 0.5, y: at.y - 0.5) : 0)
      }
    }
    return Plane(width: size, height: size, elements: parts)
  }
}
