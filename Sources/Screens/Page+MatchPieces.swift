import Coloring
import Raster
import Regions
import Studio
import TerminalUI

// What the facts of a match are put together from, in lines below the pictures or in a pane beside them. Each
// writes one line and returns the column after it.
extension Page {
  mutating func nothingSelected(at origin: Point, before end: Int) {
    let text = Phrase("Arrows or a click select a region", "矢印かクリックで領域を選択")
    write(text(language), at: origin, .muted, before: end)
  }

  /// How the match stands, and how sure it is.
  @discardableResult
  mutating func standing(_ match: Correspondence, at origin: Point, before end: Int) -> Int {
    var text = "\(sign(match.standing)) \(match.standing.word(language))"
    if match.isAwaited {
      text += " …"
    } else if let confidence = match.confidence, match.counterpart != nil {
      text += " \(percent(confidence))"
    }
    return write(text, at: origin, match.standing.role, before: end)
  }

  /// The region's part, and its counterpart's.
  @discardableResult
  mutating func parts(
    _ match: Correspondence, _ scene: MatchScene, at origin: Point, before end: Int
  ) -> Int {
    let own = scene.analysis.result.parts[Int(match.label) - 1].map { partName($0.part) }
    let theirs = match.counterpart.flatMap { scene.part(of: $0) }.map { partName($0) }
    if own == nil && theirs == nil { return write(unlabelled, at: origin, .muted, before: end) }
    let counterpart = match.counterpart == nil ? "" : " → \(theirs ?? unlabelled)"
    return write((own ?? unlabelled) + counterpart, at: origin, .text, before: end)
  }

  /// The region's paint: while the engine is asked anew, the counterpart's.
  @discardableResult
  mutating func paint(
    _ match: Correspondence, _ scene: MatchScene, at origin: Point, before end: Int
  ) -> Int {
    let result = scene.analysis.result
    let flat = result.flats[match.label]
    let entry =
      match.isAwaited
      ? match.counterpart.flatMap { scene.paint(of: $0) }
      : flat.entry.map { result.palette.entries[$0] }
    guard let entry else {
      return write(Phrase("unpainted", "塗りなし")(language), at: origin, .muted, before: end)
    }
    var x = swatch(entry.base, at: origin, before: end)
    x = write(" \(entry.name)", at: Point(x, origin.y), .text, before: end)
    guard !match.isAwaited, let why = flat.origin.explanation else { return x }
    return write(", \(why(language))", at: Point(x, origin.y), .muted, before: end)
  }

  /// A reference's region: its part and its paint.
  @discardableResult
  mutating func partAndPaint(
    _ place: Counterpart, _ scene: MatchScene, at origin: Point, before end: Int
  ) -> Int {
    let part = scene.part(of: place).map { partName($0) }
    let x = write(
      part ?? unlabelled, at: origin, part == nil ? .muted : .text, before: end)
    guard let paint = scene.paint(of: place) else { return x }
    let after = swatch(paint.base, at: Point(x + 3, origin.y), before: end)
    return write(" \(paint.name)", at: Point(after, origin.y), .text, before: end)
  }

  /// How many of the drawing's regions are matched to the reference's, and how they stand: in two lines.
  mutating func matchedCounts(_ scene: MatchScene, at origin: Point, before end: Int) {
    let standings = scene.matched.map { scene.correspondences[$0].standing }
    let count = standings.count
    if count == 0 {
      let text = Phrase("matched to nothing in the drawing", "対応する線画の領域なし")
      write(text(language), at: origin, .muted, before: end)
      return
    }
    let text =
      count == 1
      ? Phrase("1 region of the drawing", "線画の 1 領域")
      : Phrase("\(count) regions of the drawing", "線画の \(count) 領域")
    write(text(language), at: origin, .text, before: end)
    var x = origin.x
    for standing in Correspondence.Standing.allCases {
      let count = standings.count { $0 == standing }
      if count == 0 { continue }
      let words = "\(sign(standing)) \(count) \(standing.word(language))"
      x = write(words, at: Point(x, origin.y + 1), standing.role, before: end) + 2
    }
  }

  /// Why there are no scores to show.
  mutating func noReasons(_ match: Correspondence, at origin: Point, before end: Int) {
    let text =
      match.counterpart == nil
      ? Phrase("no counterpart", "対応先なし")
      : Phrase("not among the candidates: no scores", "候補外のため類似度なし")
    write(text(language), at: origin, .muted, before: end)
  }

  mutating func noCandidates(at origin: Point, before end: Int) {
    let text = Phrase("no candidates; Enter chooses a place", "候補なし。Enter で場所を選択")
    write(text(language), at: origin, .muted, before: end)
  }

  /// The candidate's digit; the chosen one's on the ground of a selection, with the sign of its standing.
  mutating func candidateMark(
    _ index: Int, _ candidate: Candidate, _ match: Correspondence, at origin: Point
  ) -> Int {
    let isChosen = candidate.counterpart == match.counterpart
    let mark = isChosen ? "\(index + 1)\(sign(match.standing))" : "\(index + 1) "
    return write(mark, at: origin, isChosen ? .selection : .strong)
  }

  /// A candidate's part or else its paint, and which reference it is in where there are several.
  func name(_ candidate: Candidate, _ scene: MatchScene) -> String {
    let counterpart = candidate.counterpart
    let name =
      scene.part(of: counterpart).map { partName($0) } ?? scene.paint(of: counterpart)?.name
      ?? "–"
    return scene.analysis.references.count > 1 ? "\(name) @\(candidate.reference + 1)" : name
  }

  func color(_ candidate: Candidate, _ scene: MatchScene) -> RGBA {
    scene.paint(of: candidate.counterpart)?.base ?? .white
  }

  /// A score as a line of that share; thin, so that bars below one another stay apart.
  mutating func scoreBar(_ score: Double, at origin: Point, width: Int) {
    let filled = Int((min(1, max(0, score)) * Double(width)).rounded())
    let (full, empty) = glyphs == .ascii ? ("#", ".") : ("━", "─")
    write(String(repeating: full, count: filled), at: origin, .accent)
    write(
      String(repeating: empty, count: width - filled), at: Point(origin.x + filled, origin.y),
      .border)
  }

  /// Two cells of a colour, where there are colours.
  mutating func swatch(_ color: RGBA, at origin: Point, before end: Int) -> Int {
    let width = min(2, end - origin.x)
    guard width > 0, look.colors > .mono else { return origin.x }
    let style = CellStyle(.terminal, on: CellColor(color.r, color.g, color.b))
    frame.surface.write(String(repeating: " ", count: width), at: origin, style)
    return origin.x + width
  }

  private var unlabelled: String { Phrase("no part yet", "パーツ未指定")(language) }

  private func partName(_ id: String) -> String {
    guard let part = Part.standard.first(where: { $0.id == id }) else { return id }
    return Phrase(part.name, part.japanese)(language)
  }

  func percent(_ share: Double) -> String { "\(whole(share)) %" }

  func whole(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
}

extension Reason {
  var word: Phrase {
    switch self {
    case .position: Phrase("position", "位置")
    case .shape: Phrase("shape", "形")
    case .neighbours: Phrase("neighbours", "隣接")
    case .texture: Phrase("texture", "模様")
    }
  }
}

extension FlatOrigin {
  /// How a region came to a paint that is not its counterpart's.
  fileprivate var explanation: Phrase? {
    switch self {
    case .match, .background: nil
    case .colour: Phrase("chosen by hand", "手動で選択")
    case .trace: Phrase("shade of the area around", "周囲の領域の影")
    case .neighbours: Phrase("guessed from its neighbours", "隣接領域から推定")
    }
  }
}
