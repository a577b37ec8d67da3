public import Coloring
public import Figures
internal import Glibc
internal import ImageFormats
public import Raster

/// The making of a data set, sheet by sheet; one that was broken off goes on.
public struct DataSetMaking: Sendable {
  let folder: String
  private(set) var description: DataSetDescription
  let lines: LineExtractor
  private static let contactName = "contact.png"

  /// A making in a folder that is there.
  ///
  /// - Parameters:
  ///   - wish: what is to be made, nothing of it made yet.
  ///   - lines: what draws the lines of coloured pictures.
  /// - Throws: `DataSetError`, `other` where the folder holds another data set, `occupied` where it holds files of a sheet's
  ///   name and no data set; `ImageError`.
  public init(of wish: DataSetDescription, in folder: String, lines: LineExtractor) throws {
    self.folder = folder
    self.lines = lines
    description = wish
    do {
      let known = try DataSetDescription.read(folder: folder)
      guard known.asksForTheSame(as: wish) else { throw DataSetError(.other, path: folder) }
      description = known
    } catch let error as DataSetError where error.problem == .missing {
      for name in SheetKind.allCases.map({ $0.fileName(0) }) + [Self.contactName]
      where access(folder + "/" + name, F_OK) == 0 {
        throw DataSetError(.occupied, path: folder + "/" + name)
      }
    }
  }

  /// The number of triples that are there.
  public var made: Int { description.made }
  public var isFinished: Bool { description.isFinished }

  /// Makes what lacks of generated characters, telling after each sheet the number of triples that are there.
  ///
  /// - Parameter eyes: whose sight of the parts is compared with the true ones; nothing is, where it has no network.
  /// - Throws: `ImageError` where a sheet cannot be written, which then is not there; `Cancelled`.
  /// - Complexity: about 30 ms a triple of 64 pixels on one core.
  public mutating func run(eyes: Engine, work: Work, tell: (Int) -> Void = { _ in }) throws {
    guard let generated = description.generated else {
      preconditionFailure("a data set of pictures is made of files")
    }
    while !description.isFinished {
      let first = description.made
      let count = min(description.triplesPerSheet, generated.count - first)
      let making = self
      let single = Work(threads: 1, isCancelled: { work.isCancelled })
      let triples = try work.mapItems(of: count) { index in
        Result { try making.triple(generated.seed &+ UInt64(first + index), work: single) }
      }.map { try $0.get() }
      try work.checkCancelled()
      var next = description
      next.isFinished = first + count == generated.count
      if next.isFinished { next.agreement = try agreement(generated, eyes, work: work) }
      try write(triples, next)
      tell(description.made)
    }
  }

  /// Writes `contact.png`, some of a finished data set's drawings, each as all three, where it is not there.
  ///
  /// - Throws: as `run`; `DataSetError` for a sheet that is damaged.
  public func writeContact() throws {
    let path = folder + "/" + Self.contactName
    guard description.made > 0, access(path, F_OK) != 0 else { return }
    try PNG.write(try DataSet(folder: folder).contactSheet(), to: path)
  }

  private func triple(_ seed: UInt64, work: Work) throws -> Triple {
    let side = Triple.drawnSide(for: description.size)
    try work.checkCancelled()
    let portrait = FigurePortrait(seed: seed, of: description.cut, side: side)
    return Triple(
      colour: portrait.colour, line: try lines.lines(of: portrait.colour, work: work),
      parts: portrait.parts
    ).reduced(to: description.size)
  }

  /// The number of drawings that the network's sight is compared on.
  private static let compared = 48

  private func agreement(
    _ generated: DataSetDescription.Generated, _ eyes: Engine, work: Work
  ) throws -> DataSetDescription.Agreement? {
    let side = Triple.drawnSide(for: description.size)
    let drawings = min(Self.compared, generated.count)
    var (seen, truth): ([Int32], [Int32]) = ([], [])
    for index in 0..<drawings {
      let portrait = FigurePortrait(
        seed: generated.seed &+ UInt64(index), of: description.cut, side: side)
      guard let figure = try eyes.seenFigure(in: portrait.colour, work: work) else { return nil }
      for y in 0..<side {
        for x in 0..<side { seen.append(Int32(figure.part(atX: Double(x), y: Double(y)))) }
      }
      truth += portrait.parts.elements.map { Int32($0) }
    }
    let equal = zip(seen, truth).count { $0 == $1 }
    return DataSetDescription.Agreement(
      drawings: drawings, share: Double(equal) / Double(seen.count),
      overlap: meanOverlap(seen, truth, classes: PartColours.all.count))
  }

  /// Writes the next sheets, and the description that counts them, together.
  ///
  /// - Parameter next: the description but for the count.
  mutating func write(_ triples: [Triple], _ next: DataSetDescription) throws {
    var next = next
    next.made = description.made + triples.count
    var files = triples.isEmpty ? [] : sheets(triples)
    files.append((path: folder + "/" + DataSetDescription.fileName, bytes: try next.bytes))
    try AtomicFile.write(together: files)
    description = next
  }

  private func sheets(_ triples: [Triple]) -> [(path: String, bytes: [UInt8])] {
    let number = description.made / description.triplesPerSheet
    let sheet = TileSheet(
      size: description.size, columns: description.columns, count: triples.count)
    return SheetKind.allCases.map { kind in
      let bytes =
        switch kind {
        case .colour: PNG.encode(sheet.plane(triples.map(\.colour), paper: .white))
        case .line: PNG.encode(sheet.plane(triples.map(\.line), paper: 255))
        case .parts:
          PNG.encode(
            sheet.plane(triples.map(\.parts), paper: 0).map { PartColours.all[Int($0)] },
            indexed: true)
        }
      return (path: folder + "/" + kind.fileName(number), bytes: bytes)
    }
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
      permission: "public domain (CC0)", lineWeights: lineWeights,
      parts: .truth,
      generated: Generated(generator: Generator.name, seed: seed, count: count))
  }
}
