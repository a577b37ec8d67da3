import Raster

/// Samples contents: a colour, and where need be a letter, for each subcell.
struct ContentPainter {
  let frame: ViewFrame
  let grid: SubcellGrid
  let look: PictureLook
  let work: Work

  /// The whole pane.
  func canvas(_ content: PictureView.Content) -> PictureCanvas {
    var canvas = PictureCanvas(
      width: frame.columns * grid.across, height: frame.rows * grid.down, grid: grid)
    paint(content, 0..<canvas.width, onto: &canvas)
    return canvas
  }

  /// - Parameter columns: of subcells.
  private func paint(
    _ content: PictureView.Content, _ columns: Range<Int>, onto canvas: inout PictureCanvas
  ) {
    if columns.isEmpty { return }
    switch content {
    case .picture(let picture): paint(picture, columns, onto: &canvas)
    case .mask(let mask): paint(mask, columns, onto: &canvas)
    case .lineArt(let lines): paint(lines, columns, onto: &canvas)
    case .split(let first, let second, let share):
      let shown = Double(columns.count) * min(1, max(0, share))
      let middle = columns.lowerBound + Int(shown.rounded())
      paint(first, columns.lowerBound..<middle, onto: &canvas)
      paint(second, middle..<columns.upperBound, onto: &canvas)
      for y in 0..<canvas.height { canvas.mark(min(middle, canvas.width - 1), y, .accent) }
    }
  }

  private func paint(
    _ picture: Pyramid<RGBA>, _ columns: Range<Int>, onto canvas: inout PictureCanvas
  ) {
    requireSize(picture.plane.width, picture.plane.height)
    let (level, shrink) = picture.level(forStep: step)
    let (across, down) = spans(columns, level.width, level.height, shrink)
    let means = level.lightMeans(across, down, work: work)
    let board = [look.theme[.boardLight], look.theme[.boardDark]].map {
      RGBA($0.background) ?? RGBA(200, 200, 200)
    }
    var reduction = ColorReduction(look.colors, dithers: true)
    canvas.fill(columns, across, down) { x, y, index in
      var color = means.elements[index]
      if color.a < 255 {
        let square = (x / grid.across / 2 + y / grid.down) % 2
        color = board[square].mixed(with: color, color.a)
      }
      return (reduction.reduced(color, x, y), LetterRamp.scalar(darkness: 255 - color.luma))
    }
  }

  private func paint(
    _ mask: MaskPicture, _ columns: Range<Int>, onto canvas: inout PictureCanvas
  ) {
    requireSize(mask.labels.width, mask.labels.height)
    let (across, down) = spans(columns, mask.labels.width, mask.labels.height, 1)
    let labels = mask.labels.majorities(across, down, work: work)
    let inks = mask.ink.map { coverage($0, columns) }
    let ground = mask.ground.map { picture in
      requireSize(picture.plane.width, picture.plane.height)
      let (level, shrink) = picture.level(forStep: step)
      let (across, down) = spans(columns, level.width, level.height, shrink)
      return level.lightMeans(across, down, work: work)
    }
    let share = UInt8((min(1, max(0, mask.opacity)) * 255).rounded())
    let showsBorders = look.usesLetters && look.colors == .mono
    var reduction = ColorReduction(look.colors, dithers: false)
    canvas.fill(columns, across, down) { x, y, index in
      let label = Int(labels.elements[index])
      let paint = label < mask.paints.count ? mask.paints[label] : nil
      // Stripes keep their slant and width whatever a subcell's shape.
      let isStripe = (x / grid.across + 2 * y / grid.down) % 6 < 2
      let opacity = inks.map { InkOpacity.table[Int($0.elements[index])] } ?? 0
      var fill =
        ground.map { mask.paper.mixed(with: $0.elements[index], $0.elements[index].a) }
        ?? mask.paper
      if let paint {
        // Faint: lines must show among the stripes. Where there are letters, slashes say it.
        let amount = !paint.isHatched ? share : isStripe && !look.usesLetters ? share / 2 : 0
        fill = fill.mixed(with: paint.color, amount)
      }
      let letter =
        switch paint {
        case let paint? where showsBorders && borders(labels, index, paint.letter, mask):
          LetterRamp.border
        case let paint? where paint.isHatched:
          opacity >= InkOpacity.dot
            ? LetterRamp.ink : isStripe ? LetterRamp.hatch : LetterRamp.blank
        case let paint?: opacity >= InkOpacity.solid ? LetterRamp.ink : paint.letter.value
        case nil: opacity >= InkOpacity.solid ? LetterRamp.ink : LetterRamp.blank
        }
      return (reduction.reduced(fill.mixed(with: mask.inkColor, opacity), x, y), letter)
    }
  }

  /// Whether a cell touches another region that its letter does not tell apart, to the right or below: without colours, and
  /// from so far that ink fills no cell, the two would run together.
  private func borders(
    _ labels: Plane<UInt16>, _ index: Int, _ letter: Unicode.Scalar, _ mask: MaskPicture
  ) -> Bool {
    let label = labels.elements[index]
    // Beside the picture there is no region.
    if label == 0 { return false }
    var others: [UInt16] = []
    if (index + 1) % labels.width != 0 { others.append(labels.elements[index + 1]) }
    if index + labels.width < labels.elements.count {
      others.append(labels.elements[index + labels.width])
    }
    let isHatched = mask.paints[Int(label)].isHatched
    return others.contains { other in
      guard other != 0, other != label, Int(other) < mask.paints.count else { return false }
      // Slashes are too few to show where a region ends.
      let next = mask.paints[Int(other)]
      return isHatched || next.isHatched || next.letter == letter
    }
  }

  private func paint(
    _ lines: LineArtPicture, _ columns: Range<Int>, onto canvas: inout PictureCanvas
  ) {
    let (across, down) = spans(columns, lines.ink.plane.width, lines.ink.plane.height, 1)
    let inks = coverage(lines.ink, columns)
    var reduction = ColorReduction(look.colors, dithers: false)
    canvas.paper = reduction.reduced(lines.paper, 0, 0)
    canvas.fill(columns, across, down) { x, y, index in
      var opacity = InkOpacity.table[Int(inks.elements[index])]
      if grid == .braille { opacity = opacity >= InkOpacity.dot ? 255 : 0 }
      return (
        reduction.reduced(lines.paper.mixed(with: lines.inkColor, opacity), x, y),
        LetterRamp.scalar(darkness: opacity)
      )
    }
  }

  /// The share of each subcell that ink covers.
  private func coverage(_ ink: Pyramid<UInt8>, _ columns: Range<Int>) -> Plane<UInt8> {
    requireSize(ink.plane.width, ink.plane.height)
    let (level, shrink) = ink.level(forStep: step)
    let (across, down) = spans(columns, level.width, level.height, shrink)
    return level.means(across, down, work: work)
  }

  private func requireSize(_ width: Int, _ height: Int) {
    precondition(
      width == frame.viewport.width && height == frame.viewport.height,
      "a picture of \(width)×\(height) in a view of \(frame.viewport.width)×\(frame.viewport.height)"
    )
  }

  /// Pixels a subcell along its shorter side.
  private var step: Double {
    frame.pixelsPerColumn * min(1 / Double(grid.across), 2 / Double(grid.down))
  }

  private func spans(_ columns: Range<Int>, _ width: Int, _ height: Int, _ shrink: Double) -> (
    SampleSpans, SampleSpans
  ) {
    (
      frame.columnSpans(grid, width: width, shrink: shrink).extracting(columns),
      frame.rowSpans(grid, height: height, shrink: shrink)
    )
  }
}
