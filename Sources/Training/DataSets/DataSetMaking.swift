public import Figures
internal import Glibc
internal import ImageFormats
public import Raster

/// The making of a data set, sheet by sheet; one that was broken off goes on.
public struct DataSetMaking: Sendable {
  /// Draws the lines of a coloured picture, `[H, W]`, 0 ink, 255 paper.
  public typealias LineDrawer = @Sendable (Image, Work) throws -> Plane<UInt8>

  private let folder: String
  private var description: DataSetDescription
  private let drawLines: LineDrawer

  /// A making in a folder that is there.
  ///
  /// - Parameters:
  ///   - wish: what is to be made, nothing of it made yet.
  ///   - drawLines: the lines of coloured pictures; called on several threads.
  /// - Throws: `DataSetError`, `other` where the folder holds another data set; `ImageError`.
  public init(of wish: DataSetDescription, in folder: String, drawLines: @escaping LineDrawer)
    throws
  {
    self.folder = folder
    self.drawLines = drawLines
    description = wish
    do {
      let known = try DataSetDescription.read(folder: folder)
      guard known.asksForTheSame(as: wish) else { throw DataSetError(.other, path: folder) }
      description = known
    } catch let error as DataSetError where error.problem == .missing {
      return
    }
  }

  /// The number of triples that are there.
  public var made: Int { description.made }
  public var isFinished: Bool { description.isFinished }

  /// Makes what lacks, telling after each sheet the number of triples that are there.
  ///
  /// - Throws: `ImageError` where a sheet cannot be written, which then is not there; `Cancelled`; what `drawLines` throws.
  /// - Complexity: about 20 ms a triple of 64 pixels on one core.
  public mutating func run(work: Work, tell: (Int) -> Void = { _ in }) throws {
    let wished = description.generated.count
    while !description.isFinished {
      let first = description.made
      let count = min(description.triplesPerSheet, wished - first)
      let making = self
      let single = Work(threads: 1, isCancelled: { work.isCancelled })
      let triples = try work.mapItems(of: count) { index in
        Result { try making.triple(first + index, work: single) }
      }.map { try $0.get() }
      try work.checkCancelled()
      try write(triples)
      tell(description.made)
    }
  }

  /// Writes `contact.png`, some of a finished data set's drawings, each as all three, where it is not there.
  ///
  /// - Throws: as `run`; `DataSetError` for a sheet that is damaged.
  public func writeContact() throws {
    let path = folder + "/contact.png"
    guard access(path, F_OK) != 0 else { return }
    try PNG.write(try DataSet(folder: folder).contactSheet(), to: path)
  }

  private func triple(_ index: Int, work: Work) throws -> Triple {
    let side = Triple.drawnSide(for: description.size)
    try work.checkCancelled()
    let portrait = FigurePortrait(
      seed: description.generated.seed &+ UInt64(index), of: description.cut, side: side)
    return Triple(
      colour: portrait.colour, line: try drawLines(portrait.colour, work), parts: portrait.parts
    ).reduced(to: description.size)
  }

  /// Writes the next sheets, and the description that counts them, together.
  private mutating func write(_ triples: [Triple]) throws {
    let number = description.made / description.triplesPerSheet
    let sheet = TileSheet(
      size: description.size, columns: description.columns, count: triples.count)
    var next = description
    next.made += triples.count
    next.isFinished = next.made == next.generated.count
    func path(_ kind: SheetKind) -> String { folder + "/" + kind.fileName(number) }
    let parts = sheet.plane(triples.map(\.parts), paper: 0)
    var files = [
      (
        path: path(.colour), bytes: PNG.encode(sheet.plane(triples.map(\.colour), paper: .white))
      ),
      (path: path(.line), bytes: PNG.encode(sheet.plane(triples.map(\.line), paper: 255))),
      (
        path: path(.parts),
        bytes: PNG.encode(parts.map { PartColours.all[Int($0)] }, indexed: true)
      ),
    ]
    files.append((path: folder + "/" + DataSetDescription.fileName, bytes: try next.bytes))
    try AtomicFile.write(together: files)
    description = next
  }
}

extension DataSetDescription {
  /// The wish for generated characters.
  ///
  /// - Parameter lineWeights: the hash of the weights that draw the lines.
  /// - Complexity: that of the generator's fingerprint, 0.2 s.
  public init(
    generated count: Int, seed: UInt64, of cut: FigurePortrait.Cut, size: Int, lineWeights: String
  ) {
    self.init(
      size: size, cut: cut, artist: "nurie's own generator of characters",
      permission: "drawn by nurie itself: free for every use", lineWeights: lineWeights,
      masks: .truth,
      generated: Generated(generator: Generator.name, seed: seed, count: count))
  }
}
