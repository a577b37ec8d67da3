import Raster

// Subcells to characters.
//
// A cell has two colours. In halves that is one each; elsewhere the subcells are divided so that the squared
// error of the codes is least, each group shown by the one of its colours that is nearest to the group's
// mean: labels' colours are never mixed. The lighter colour becomes the background, so that along
// a line on paper only the character changes, and a cell of one colour is a space: both keep a frame small.

extension PictureCanvas {
  /// - Returns: a cell for each group of subcells.
  func cells(_ look: PictureLook, work: Work) -> Plane<Cell> {
    let ground = look.theme[.canvas]
    var cells = Plane(width: width / grid.across, height: height / grid.down, repeating: Cell())
    // Given up, some are blank: whoever cancelled does not show them.
    try? work.forEachRow(of: &cells) { y, row in
      for x in 0..<row.count {
        row[x] =
          look.usesLetters
          ? letterCell(x, y, look, ground)
          : grid == .braille ? brailleCell(x, y, look, ground) : blockCell(x, y, look, ground)
      }
    }
    return cells
  }

  private func letterCell(_ x: Int, _ y: Int, _ look: PictureLook, _ ground: CellStyle) -> Cell {
    let index = y * width + x
    if let role = marks[index] {
      var style = look.theme[role]
      if look.colors == .mono {
        // The selection must be found among letters and slashes.
        let isSelection = role == .outline
        style = CellStyle(.terminal, on: .terminal, isSelection ? [.bold, .reverse] : [.bold])
      }
      return Cell(role.mark, style)
    }
    var cell = Cell(" ", ground)
    if colors[index].a == 0 { return cell }
    cell.scalar = letters[index]
    if look.colors > .mono {
      let color = colors[index]
      cell.style = CellStyle(
        color.luma > 127 ? CellColor(0, 0, 0) : CellColor(255, 255, 255), on: color.cellColor)
    }
    return cell
  }

  /// The colour of a line that has to be seen on what the picture shows there.
  private func line(_ role: Role, over ground: RGBA, _ look: PictureLook) -> RGBA {
    var style = look.theme[role]
    // A role without a ground of its own is its text.
    if style.background == look.theme[.text].background {
      swap(&style.foreground, &style.background)
    }
    guard let color = RGBA(style.background) else { return .white }
    // The divider goes through the whole picture: it is seen as long as it stays one line.
    if role == .accent { return color }
    // Half as far as black is from white is far; the clear ground beside a picture is dark or light as the theme is.
    let isSeen = Oklab(color).squaredDistance(to: Oklab(ground)) > 0.03
    return isSeen || ground.a == 0 ? color : RGBA(style.foreground) ?? .white
  }

  private func brailleCell(_ x: Int, _ y: Int, _ look: PictureLook, _ ground: CellStyle) -> Cell {
    var mask = 0
    var isPicture = false
    var color: CellColor?
    for dy in 0..<grid.down {
      for dx in 0..<grid.across {
        let index = (y * grid.down + dy) * width + x * grid.across + dx
        isPicture = isPicture || colors[index].a > 0
        if let role = marks[index] {
          mask |= 1 << (dy * grid.across + dx)
          color = look.theme[role].background
        } else if letters[index] != 0x20 {
          mask |= 1 << (dy * grid.across + dx)
          color = color ?? colors[index].cellColor
        }
      }
    }
    let back = isPicture ? paper.cellColor : ground.background
    var cell = Cell(" ", CellStyle(color ?? ground.foreground, on: back))
    if mask != 0 { cell.scalar = grid.scalar(covering: mask) }
    return cell
  }

  private func blockCell(_ x: Int, _ y: Int, _ look: PictureLook, _ ground: CellStyle) -> Cell {
    var subcells = InlineArray<8, RGBA>(repeating: .clear)
    var outside = 0
    for dy in 0..<grid.down {
      for dx in 0..<grid.across {
        let (column, row) = (x * grid.across + dx, y * grid.down + dy)
        let index = row * width + column
        let bit = dy * grid.across + dx
        if let role = marks[index] {
          subcells[bit] = line(role, over: colors[index], look)
        } else {
          subcells[bit] = colors[index]
          if colors[index].a == 0 { outside |= 1 << bit }
        }
      }
    }
    let all = (1 << grid.count) - 1
    if outside == all { return Cell(" ", ground) }
    var fit = TwoColorFit(subcells, count: grid.count, outside: outside)
    if outside == 0 && fit.first.luma > fit.second.luma { fit.exchange(all) }
    if fit.mask == 0 { return Cell(" ", CellStyle(ground.foreground, on: fit.second.cellColor)) }
    if fit.mask == all { return Cell(" ", CellStyle(ground.foreground, on: fit.first.cellColor)) }
    var cell = Cell(
      " ",
      CellStyle(
        fit.first.cellColor, on: outside == 0 ? fit.second.cellColor : ground.background))
    cell.scalar = grid.scalar(covering: fit.mask)
    return cell
  }
}

extension Role {
  /// The mark of a cell that cannot be told by its colour.
  fileprivate var mark: Unicode.Scalar {
    switch self {
    case .outline: "*"
    case .outlineMarked: "%"
    case .counterpart: "o"
    case .closing: "="
    case .opened: "x"
    case .accent: "|"
    default: "+"
    }
  }
}
