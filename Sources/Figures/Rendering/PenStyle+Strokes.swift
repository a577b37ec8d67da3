extension PenStyle {
  /// The pen for a stroke, or nothing where this hand leaves the stroke out.
  func pen(for stroke: SketchStroke, _ chance: Chance) -> (
    width: Float, darkness: Float, tint: UInt8
  )? {
    let black = darkness
    switch stroke.kind {
    case .outline:
      guard !chance.happens("missing", missing) else { return nil }
      return (width * outlines * stroke.weight, black, 0)
    case .inner:
      guard chance.happens("inner", inner) else { return nil }
      return (width * stroke.weight, black * 0.95, 0)
    case .wrinkle:
      guard chance.happens("wrinkle", wrinkles) else { return nil }
      return (width * stroke.weight, black * 0.9, 0)
    case .feature: return (width * stroke.weight, black, 0)
    case .pupil: return hasPupils ? (width * stroke.weight * 0.8, black, 0) : nil
    case .border: return hasBorders ? (width * stroke.weight, black, 0) : nil
    case .shadow, .highlight:
      let tint: UInt8 = stroke.kind == .shadow ? 1 : 2
      switch shadows {
      case .none: return nil
      case .black: return stroke.kind == .shadow ? (width * 0.6, black * 0.8, 0) : nil
      case .traced: return (width * 0.7, 1, tint)
      }
    case .scenery: return hasScenery ? (width * stroke.weight, black, 0) : nil
    }
  }

  /// A line as the hand puts it down: unsteady, in pieces where it has gaps, short where it ends early.
  func path(_ points: [Vector], _ chance: Chance, unit: Float) -> [[Vector]] {
    var line = points
    let amount = (wobble + (repeats > 1 ? 0.8 : 0)) * unit
    if amount > 0.12 {
      let across = Tremor(chance("across"))
      let down = Tremor(chance("down"))
      let step = 1 / (14 * unit)
      var length: Float = 0
      for index in line.indices {
        if index > 0 { length += (points[index] - points[index - 1]).length }
        line[index] += Vector(across(length * step), down(length * step)) * amount
      }
    }
    if openEnds > 0 && chance.happens("open", openEnds) {
      line =
        chance.happens("at start", 0.5)
        ? section(line, chance.value("start", 0.02, 0.15), 1)
        : section(line, 0, 1 - chance.value("end", 0.02, 0.15))
    }
    guard gaps > 0 else { return [line] }
    var length: Float = 0
    for index in 1..<line.count { length += (line[index] - line[index - 1]).length }
    let count = Int(length / unit / 100 * gaps + chance.unit("rest"))
    guard count > 0, length > 8 * unit else { return [line] }
    var pieces: [[Vector]] = []
    var from: Float = 0
    for index in 0..<min(count, 6) {
      let at = (Float(index) + chance(index).unit("gap")) / Float(count)
      let half = chance(index).value("wide", 1, 4) * unit / length
      if at - half > from { pieces.append(section(line, from, at - half)) }
      from = min(1, at + half)
    }
    if from < 1 { pieces.append(section(line, from, 1)) }
    return pieces
  }
}
