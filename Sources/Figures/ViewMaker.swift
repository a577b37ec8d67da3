import Raster

/// Makes one view of a character: poses it, frames it, sets it in a scene, and draws that twice, coloured and
/// as lines.
struct ViewMaker {
  let character: CharacterDesign
  let chance: Chance
  let width: Int
  let height: Int
  /// The alike framing of a data set's pictures, which show one figure; nil where chance frames.
  var cut: FigurePortrait.Cut?

  init(_ character: CharacterDesign, _ chance: Chance, width: Int, height: Int) {
    self.character = character
    self.chance = chance
    self.width = width
    self.height = height
  }

  func view(isInked: Bool) -> FigureView {
    let (scene, figure) = scene()
    let cover = Cover(scene)
    let truth = ViewTruth(scene, cover, figure: figure)
    var colour = coloured(scene, cover)
    let lines = lineDrawing(scene, cover, colour)
    finish(&colour)
    return FigureView(
      colour: picture(colour), line: picture(lines), parts: truth.parts, groups: truth.groups,
      regions: truth.regions, flats: truth.flats, points: truth.points,
      ink: isInked ? ink(scene, cover) : nil)
  }

  /// The figure, who else is there, and what stands behind.
  func scene() -> (Scene, figure: UInt8) {
    var scene = Scene(width: width, height: height)
    if chance.happens("scenery", 0.18) {
      var scenery = Scenery(chance("scenery"), width: width, height: height)
      scene.add(scenery.draw(), Camera())
    }
    if cut == nil && chance.happens("two figures", 0.05) {
      let other = CharacterDesign(chance("other"))
      let (sketch, camera) = posed(other, chance("other view"))
      var aside = camera
      aside.scale *= chance.value("farther", 0.6, 0.95)
      aside.offset.x += chance.sign("aside") * Float(width) * 0.33
      scene.add(sketch, aside)
    }
    let (sketch, camera) = posed(character, chance("pose"))
    let figure = UInt8(scene.cameras.count)
    scene.add(sketch, camera)
    return (scene, figure)
  }

  private func posed(_ character: CharacterDesign, _ chance: Chance) -> (Sketch, Camera) {
    var drafter = Drafter(
      character, pose: FigurePose(chance("pose")),
      expression: FigureExpression(chance("expression")),
      chance: chance("details"))
    let sketch = drafter.draw()
    let framing = Framing(chance("framing"))
    let camera =
      switch cut {
      case nil: framing.camera(sketch, drafter.skeleton, width: width, height: height)
      case .heads: framing.headCamera(drafter.skeleton.head, character.face, side: width)
      case .bodies: framing.bodyCamera(sketch, drafter.skeleton, side: width)
      }
    return (sketch, camera)
  }

  func coloured(_ scene: Scene, _ cover: Cover) -> [SIMD3<Float>] {
    let own = chance("colour")
    let style = ColourStyle(own("style"))
    var inking = Inking(scene, cover)
    inking.draw(scene, PenStyle.coloured(own("lines")), own("strokes"))
    let painter = Painter(scene: scene, cover: cover, style: style, chance: own("paint"))
    let ink = rgb(own.unit("ink hue"), own.value("ink", 0, 0.4), own.value("ink light", 0, 0.22))
    return painter.painted(
      ground: PictureGround(own("ground"), width: width, height: height), inking: inking,
      inkColour: ink)
  }

  private func lineDrawing(_ scene: Scene, _ cover: Cover, _ colour: [SIMD3<Float>]) -> [SIMD3<
    Float
  >] {
    let own = chance("line")
    let style = PenStyle(own("style"))
    var inking = Inking(scene, cover)
    inking.draw(scene, style, own("strokes"))
    let drawing = LineDrawing(style: style, chance: own("paper"), width: width, height: height)
    var result = drawing.picture(inking, colour: colour, fills: fills(scene, cover, style))
    if own.happens("jpeg", 0.08) {
      JPEGMarks.degrade(
        &result, width: width, height: height, quality: own.count("quality", 25, 80))
    }
    return result
  }

  /// The places that the hand fills with black: dark paint but for its gloss, and pupils; and with a tone: shadows.
  private func fills(_ scene: Scene, _ cover: Cover, _ style: PenStyle) -> [LineFill] {
    let isBlack = [false] + scene.pieces.map { isFilled($0, style) }
    var result = [LineFill](repeating: .none, count: width * height)
    guard style.extracted < 1 else { return result }
    for y in 0..<height {
      for x in 0..<width {
        let at = (2 * y + 1) * cover.width + 2 * x + 1
        if isBlack[Int(cover.paint[at])] && cover.tone[at] != 2 {
          result[y * width + x] = .black
        } else if style.tone != .none && cover.tone[at] == 1 {
          result[y * width + x] = .tone
        }
      }
    }
    return result
  }

  private func isFilled(_ piece: Piece, _ style: PenStyle) -> Bool {
    switch piece.group {
    case .lash, .brow: return true
    case .iris where piece.paint.lightness < 0.2 && piece.kind == .surface:
      return style.hasPupils || style.fillsPupils
    case .ground where piece.kind == .surface: return false
    default: break
    }
    if piece.kind == .mark && piece.paint == character.colours.irisDark {
      return style.fillsPupils && style.hasPupils
    }
    return style.fillsBlack && piece.kind == .surface && piece.paint.lightness < 0.17
  }

  /// The traces that a camera, a hand or a file format leaves in a coloured picture.
  private func finish(_ pixels: inout [SIMD3<Float>]) {
    let style = ColourStyle(chance("colour")("style"))
    let key = UInt32(chance.unit("noise") * 16_777_215)
    for index in pixels.indices {
      if style.washStrength > 0 {
        pixels[index] += (style.wash * pixels[index] - pixels[index]) * style.washStrength
      }
      if style.noise > 0 {
        pixels[index] += (latticeValue(UInt32(index), key) - 0.5) * style.noise * 3
      }
    }
    if let quality = style.quality {
      JPEGMarks.degrade(&pixels, width: width, height: height, quality: quality)
    }
  }

  func picture(_ pixels: [SIMD3<Float>]) -> Image {
    Image(width: width, height: height, elements: pixels.map { RGBA($0) })
  }
}
