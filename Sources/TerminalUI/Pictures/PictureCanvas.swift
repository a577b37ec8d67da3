import Raster

/// The subcells of a pane before they become characters.
struct PictureCanvas {
  let width: Int
  let height: Int
  let grid: SubcellGrid
  /// `[height * width]`; clear outside of the picture.
  private(set) var colors: [RGBA]
  /// Characters that stand for the colours where there are none.
  private(set) var letters: [UInt32]
  /// The colour where ink is not; set for braille, whose dots are ink.
  var paper: RGBA = .white
  /// The drawings over the colours.
  private(set) var marks: [Role?]

  init(width: Int, height: Int, grid: SubcellGrid) {
    self.width = width
    self.height = height
    self.grid = grid
    colors = Array(repeating: .clear, count: width * height)
    letters = Array(repeating: 0x20, count: width * height)
    marks = Array(repeating: nil, count: width * height)
  }

  /// Sets the colours and letters of the subcells that show the picture.
  ///
  /// - Parameters:
  ///   - columns: of this canvas; as many as `across` has.
  ///   - subcell: gets a subcell's place here, and its index among `across` × `down`.
  mutating func fill(
    _ columns: Range<Int>, _ across: SampleSpans, _ down: SampleSpans,
    _ subcell: (_ x: Int, _ y: Int, _ index: Int) -> (RGBA, UInt32)
  ) {
    for y in 0..<height where !down.isEmpty(y) {
      for x in 0..<across.count where !across.isEmpty(x) {
        let place = y * width + columns.lowerBound + x
        (colors[place], letters[place]) = subcell(columns.lowerBound + x, y, y * across.count + x)
      }
    }
  }

  /// Marks a subcell; outside this has no effect.
  mutating func mark(_ x: Int, _ y: Int, _ role: Role) {
    if x >= 0 && x < width && y >= 0 && y < height { marks[y * width + x] = role }
  }
}
