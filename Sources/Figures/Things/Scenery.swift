/// Things around a figure: furniture, leaves, hills, panels, scribbles; in pixels.
struct Scenery {
  enum Kind: Sendable, CaseIterable {
    case furniture, leaves, hills, panel, room, shapes, scribbles, marks
  }

  let chance: Chance
  let size: Vector
  var sketch = Sketch()

  init(_ chance: Chance, width: Int, height: Int) {
    self.chance = chance
    size = Vector(Float(width), Float(height))
  }

  mutating func draw() -> Sketch {
    let count = chance.weighted("count", [(1, 0.7), (2, 0.3)])
    for index in 0..<count {
      let own = chance(index)
      switch own.pick("kind", Kind.allCases) {
      case .furniture: drawFurniture(own)
      case .leaves: drawLeaves(own)
      case .hills: drawHills(own)
      case .panel: drawPanel(own)
      case .room: drawRoom(own)
      case .shapes: drawShapes(own)
      case .scribbles: drawScribbles(own)
      case .marks: drawMarks(own)
      }
    }
    return sketch
  }

  private func at(_ x: Float, _ y: Float) -> Vector { Vector(x, y) * size }

  private func paint(_ chance: Chance) -> Paint {
    Paint(
      hue: chance.unit("hue"), saturation: chance.value("saturation", 0, 0.45),
      value: chance.value("value", 0.4, 1))
  }

  private mutating func add(_ outline: [Vector], _ chance: Chance, _ layer: inout Sketch.Layer) {
    let surface = sketch.newSurface()
    layer.surface(outline, .ground, paint(chance), surface, isOutlined: false)
    layer.strokes.append(SketchStroke(outline + [outline[0]], .scenery, surface: surface))
  }

  private mutating func drawFurniture(_ chance: Chance) {
    var layer = Sketch.Layer(depth: 1)
    let x = chance.value("x", 0, 0.6)
    let y = chance.value("y", 0.45, 0.8)
    let w = chance.value("w", 0.3, 0.9)
    let wood = chance("wood")
    for leg in [x + 0.02, x + w - 0.06] {
      add([at(leg, y), at(leg + 0.04, y), at(leg + 0.04, 1.02), at(leg, 1.02)], wood, &layer)
    }
    add([at(x, y - 0.04), at(x + w, y - 0.04), at(x + w, y + 0.02), at(x, y + 0.02)], wood, &layer)
    if chance.happens("back", 0.6) {
      add(
        [at(x, y - 0.4), at(x + w, y - 0.4), at(x + w, y - 0.04), at(x, y - 0.04)], wood("back"),
        &layer)
      for step in 1..<4 {
        let u = x + w * Float(step) / 4
        layer.strokes.append(
          SketchStroke(
            [at(u, y - 0.4), at(u, y - 0.04)], .scenery, weight: 0.8, surface: sketch.surfaces - 1))
      }
    }
    sketch.add(layer)
  }

  private mutating func drawLeaves(_ chance: Chance) {
    var layer = Sketch.Layer(depth: 1)
    let green = Float(chance.count("leaves", 5, 22))
    for index in 0..<Int(green) {
      let own = chance(index)
      let centre = at(
        own.unit("x"), own.happens("low", 0.5) ? own.value("y", 0.6, 1) : own.unit("y"))
      let long = own.value("long", 0.03, 0.14) * size.y
      let axis = Vector(1, 0).turned(own.value("angle", 0, 6.28))
      let tip = centre + axis * long
      let wide = axis.quarter * (long * own.value("wide", 0.2, 0.5))
      let outline =
        [centre] + bow(centre, mix(centre, tip, 0.4) + wide, tip, steps: 5)
        + bow(tip, mix(centre, tip, 0.4) - wide, centre, steps: 5).dropLast()
      add(outline, chance("colour")(index % 3), &layer)
      layer.strokes.append(
        SketchStroke([centre, tip], .scenery, weight: 0.6, surface: sketch.surfaces - 1))
    }
    sketch.add(layer)
  }

  private mutating func drawHills(_ chance: Chance) {
    var layer = Sketch.Layer(depth: 0)
    for index in 0..<chance.count("hills", 1, 3) {
      let own = chance(index)
      let y = own.value("y", 0.35, 0.8) + 0.1 * Float(index)
      let ridge = smooth(
        (0...6).map {
          at(Float($0) / 6 * 1.1 - 0.05, y + chance(index)(Int($0)).bell("ridge", -0.12, 0.12))
        }, steps: 4)
      add(ridge + [at(1.1, 1.1), at(-0.1, 1.1)], own, &layer)
    }
    for index in 0..<chance.count("trees", 0, 4) {
      let own = chance(100 + index)
      let foot = at(own.unit("x"), own.value("foot", 0.5, 0.95))
      let tall = own.value("tall", 0.1, 0.35) * size.y
      add(
        [
          foot + Vector(-tall * 0.06, 0), foot + Vector(tall * 0.06, 0),
          foot + Vector(tall * 0.04, -tall * 0.5), foot + Vector(-tall * 0.04, -tall * 0.5),
        ], own("trunk"), &layer)
      let crown = (0..<24).map { step -> Vector in
        let t = Float(step) / 24 * 2 * .pi
        return foot
          + Vector(
            cosine(t) * tall * 0.35 * (1 + 0.15 * sine(t * 6)),
            -tall * 0.75 + sine(t) * tall * 0.35 * (1 + 0.15 * sine(t * 6)))
      }
      add(crown, own("crown"), &layer)
    }
    sketch.add(layer)
  }

  private mutating func drawPanel(_ chance: Chance) {
    var layer = Sketch.Layer(depth: 0)
    let inset = chance.value("inset", 0.02, 0.2)
    let round = chance.happens("round", 0.4)
    add(
      round
        ? ellipse(size * 0.5, size * (0.5 - inset), count: 36)
        : [at(inset, inset), at(1 - inset, inset), at(1 - inset, 1 - inset), at(inset, 1 - inset)],
      chance, &layer)
    sketch.add(layer)
  }

  private mutating func drawRoom(_ chance: Chance) {
    var layer = Sketch.Layer(depth: 0)
    let y = chance.value("floor", 0.6, 0.9)
    add(
      [at(-0.1, y), at(1.1, y + chance.bell("slope", -0.1, 0.1)), at(1.1, 1.1), at(-0.1, 1.1)],
      chance("floor"), &layer)
    let x = chance.value("window", 0.02, 0.7)
    let w = chance.value("wide", 0.15, 0.35)
    let top = chance.value("top", 0.05, 0.25)
    add(
      [at(x, top), at(x + w, top), at(x + w, top + w * 1.2), at(x, top + w * 1.2)], chance("glass"),
      &layer)
    let surface = sketch.surfaces - 1
    layer.strokes.append(
      SketchStroke([at(x + w / 2, top), at(x + w / 2, top + w * 1.2)], .scenery, surface: surface))
    layer.strokes.append(
      SketchStroke([at(x, top + w * 0.6), at(x + w, top + w * 0.6)], .scenery, surface: surface))
    sketch.add(layer)
  }

  private mutating func drawShapes(_ chance: Chance) {
    var layer = Sketch.Layer(depth: 1)
    let sides = chance.count("sides", 3, 6)
    for index in 0..<chance.count("count", 4, 16) {
      let own = chance(index)
      let centre = at(own.unit("x"), own.unit("y"))
      let radius = own.value("radius", 0.015, 0.07) * size.y
      let turn = own.value("turn", 0, 6.28)
      add(
        (0..<sides).map {
          centre + Vector(radius, 0).turned(turn + Float($0) / Float(sides) * 2 * .pi)
        }, chance("colour")(index % 2), &layer)
    }
    sketch.add(layer)
  }

  /// Lines without areas: tries of the pen, construction lines.
  private mutating func drawScribbles(_ chance: Chance) {
    var layer = Sketch.Layer(depth: 1)
    let surface = sketch.newSurface()
    for index in 0..<chance.count("count", 2, 8) {
      let own = chance(index)
      var point = at(own.unit("x"), own.unit("y"))
      var line = [point]
      for step in 0..<own.count("steps", 2, 9) {
        point += Vector(own(step).bell("dx", -0.12, 0.12), own(step).bell("dy", -0.12, 0.12)) * size
        line.append(point)
      }
      layer.strokes.append(
        SketchStroke(
          smooth(line, steps: 5), .scenery, weight: own.value("weight", 0.5, 1.2), surface: surface)
      )
    }
    sketch.add(layer)
  }

  /// A balloon, or writing.
  private mutating func drawMarks(_ chance: Chance) {
    var layer = Sketch.Layer(depth: 1)
    let centre = at(chance.happens("left", 0.5) ? 0.15 : 0.85, chance.value("y", 0.08, 0.5))
    let radii = Vector(chance.value("rx", 0.08, 0.2), chance.value("ry", 0.06, 0.14)) * size
    let white = Paint(hue: 0, saturation: 0, value: 1)
    let surface = sketch.newSurface()
    let outline = ellipse(centre, radii, count: 28)
    layer.surface(outline, .ground, white, surface, isOutlined: false)
    layer.strokes.append(SketchStroke(outline + [outline[0]], .scenery, surface: surface))
    for row in -1...1 {
      var x = -0.6 as Float
      while x < 0.6 {
        let own = chance(row)(Int(x * 100))
        let from = centre + Vector(x, Float(row) * 0.4) * radii
        layer.strokes.append(
          SketchStroke(
            [from, from + Vector(own.value("dx", 0.02, 0.14), own.bell("dy", -0.2, 0.2)) * radii],
            .scenery, weight: 0.8, surface: surface))
        x += 0.17
      }
    }
    sketch.add(layer)
  }
}
