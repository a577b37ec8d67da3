public import Coloring
public import Figures
internal import ImageFormats
public import Raster

extension DataSetMaking {
  /// What becomes of a file of an artist's folder.
  public enum Outcome: Sendable {
    case taken(file: String)
    case leftOut(DataSetDescription.LeftOut)
  }

  /// A picture as its file holds it.
  public struct ReadPicture: Sendable {
    let pixels: Image
    let hash: String

    /// - Parameter hash: of the file's bytes.
    public init(pixels: Image, hash: String) {
      self.pixels = pixels
      self.hash = hash
    }
  }

  /// Makes what lacks of a folder's pictures, telling of each file what becomes of it. Where none shows a figure, nothing is
  /// written.
  ///
  /// - Parameters:
  ///   - files: the names of all files of the folder, each once; those that were looked at before are passed over.
  ///   - unwanted: names that the artist wants left out.
  ///   - eyes: an engine with a network.
  ///   - read: the picture of a file; nil where it cannot be read, which the caller has said.
  /// - Throws: as the other `run`.
  /// - Complexity: about a quarter of a second a picture on one core.
  public mutating func run(
    files: [String], unwanted: Set<String>, eyes: Engine, work: Work,
    read: (String) throws -> ReadPicture?, tell: (Outcome) -> Void
  ) throws {
    guard !description.isFinished else { return }
    let known =
      Set((description.pictures ?? []).map(\.file) + (description.leftOut ?? []).map(\.file))
    var next = description
    var glances = try glancesSoFar()
    var triples: [Triple] = []
    for file in files where !known.contains(file) {
      var reason: DataSetDescription.LeftOut.Reason?
      var other: String?
      if unwanted.contains(file) {
        reason = .listed
      } else if let picture = try read(file) {
        switch try triple(of: picture.pixels, eyes, work: work) {
        case .failure(let unfit): reason = unfit.reason
        case .success(let triple):
          let glance = Glance(triple.colour.channels.flatMap(\.self), size: description.size)
          if let like = glances.firstIndex(where: { $0.isLike(glance) }) {
            (reason, other) = (.alike, next.pictures?[like].file)
          } else {
            glances.append(glance)
            triples.append(triple)
            next.pictures?.append(.init(file: file, hash: picture.hash))
          }
        }
      } else {
        reason = .unreadable
      }
      if let reason {
        let leftOut = DataSetDescription.LeftOut(file: file, reason: reason, other: other)
        next.leftOut?.append(leftOut)
        tell(.leftOut(leftOut))
      } else {
        tell(.taken(file: file))
      }
      if triples.count == description.triplesPerSheet {
        try write(triples, next)
        triples = []
        next = description
      }
    }
    guard description.made + triples.count > 0 else { return }
    next.isFinished = true
    try write(triples, next)
  }

  /// Why a picture is no triple.
  private struct Unfit: Error { let reason: DataSetDescription.LeftOut.Reason }

  private func triple(of picture: Image, _ eyes: Engine, work: Work) throws
    -> Result<Triple, Unfit>
  {
    let picture = picture.map(\.onWhite)
    guard let figure = try eyes.seenFigure(in: picture, work: work),
      let frame = PictureFrame(of: figure, description.cut)
    else { return .failure(Unfit(reason: .noFigure)) }
    guard frame.side * 2 >= Double(description.size) else {
      return .failure(Unfit(reason: .tooSmall))
    }
    let side = Triple.drawnSide(for: description.size)
    let colour = frame.cut(picture, of: figure, to: side)
    let triple = Triple(
      colour: colour, line: try lines.lines(of: colour, work: work),
      parts: frame.parts(picture, of: figure, to: side))
    return .success(triple.reduced(to: description.size))
  }

  /// Those of the drawings that lie in sheets.
  private func glancesSoFar() throws -> [Glance] {
    let set = DataSet(description, folder: folder)
    return try (0..<set.count).map { Glance(try set.colour($0), size: set.size) }
  }
}

extension DataSetDescription {
  /// The wish for an artist's pictures.
  ///
  /// - Parameters:
  ///   - artist, permission: what the artist says.
  ///   - lineWeights, partWeights: which weights draw the lines and see the parts.
  public init(
    by artist: String, permission: String, of cut: FigurePortrait.Cut, size: Int,
    lineWeights: String, partWeights: String
  ) {
    self.init(
      size: size, cut: cut, artist: artist, permission: permission, lineWeights: lineWeights,
      parts: .network, partWeights: partWeights, pictures: [], leftOut: [])
  }
}
