import Coloring
import Raster
import Regions
import Studio
import TerminalUI

// The pieces that the facts of a match are put together from, in lines below the pictures or in a pane beside them.
extension Page {
  /// The first thing to do.
  func nothingSelected(_ scene: MatchScene) -> [Fact] {
    let arrows = Phrase("Arrows or a click select a region", "矢印かクリックで領域を選択")
    let count = scene.doubtful.count
    if scene.asksForPlace || count == 0 { return [Fact(arrows(language), .text)] }
    let first = Phrase("n goes through the \(count) in doubt", "n で要確認 \(count) 領域を順に表示")
    let click = Phrase("then click its place in the reference", "続けて色見本の場所をクリックすると固定")
    return [
      Fact(arrows(language), .text), Fact(click(language), .text), Fact(first(language), .text),
    ]
  }

  /// The meanings of the signs in the drawing.
  func legend() -> [Fact] {
    Correspondence.Standing.allCases.map {
      Fact("\(sign($0)) \($0.word(language))", $0.role)
    }
  }

  /// The number of marked regions, if there are any, and what that means.
  func marked(_ scene: MatchScene) -> (count: [Fact], meaning: [Fact]) {
    let count = scene.marked.count
    if count == 0 { return ([], []) }
    let all = Phrase("Enter, x, a change all", "Enter・x・a はすべてに")
    return (
      [Fact("✓ " + Phrase("\(count) marked", "印 \(count)")(language), .marked)],
      [Fact(all(language))]
    )
  }

  /// The standing of the match, and its confidence.
  func standing(_ match: Correspondence) -> Fact {
    var text = "\(sign(match.standing)) \(match.word(language))"
    if let confidence = match.confidence {
      text += " · \(sureness(confidence))"
    }
    return Fact(text, match.standing.role)
  }

  /// The region's part, and its counterpart's.
  func parts(_ match: Correspondence, _ scene: MatchScene) -> Fact {
    let own = scene.flats.parts[match.label].map { partName($0.part, scene) }
    let theirs = match.counterpart.flatMap { scene.part(of: $0) }.map { partName($0, scene) }
    if own == nil && theirs == nil { return Fact(unlabelled) }
    let counterpart = match.counterpart == nil ? "" : " → \(theirs ?? unlabelled)"
    return Fact((own ?? unlabelled) + counterpart, .text)
  }

  /// The region's paint, and why it has it where that is not its counterpart's.
  func paint(_ match: Correspondence, _ scene: MatchScene) -> [Fact] {
    let flat = scene.flats[match.label]
    guard let entry = flat.entry.map({ scene.flats.palette.entries[$0] }) else {
      return [Fact(Phrase("unpainted", "塗りなし")(language))]
    }
    return [paint(entry)] + (flat.origin.explanation.map { [Fact($0(language))] } ?? [])
  }

  private func paint(_ entry: PaletteEntry) -> Fact {
    Fact([.swatch(entry.base), .text(Phrase(colour: entry.name)(language), .text)])
  }

  /// A reference's region: its part and its paint.
  func partAndPaint(_ place: Counterpart, _ scene: MatchScene) -> [Fact] {
    let part = scene.part(of: place).map { partName($0, scene) }
    return [Fact(part ?? unlabelled, part == nil ? .muted : .text)]
      + (scene.paint(of: place).map { [paint($0)] } ?? [])
  }

  /// The place that a pin would go to now, and how good a candidate it is.
  func choice(_ match: Correspondence, _ scene: MatchScene) -> [Fact] {
    guard let place = scene.place else {
      return [Fact(Phrase("arrows choose the place", "矢印で場所を選択")(language))]
    }
    var facts = [Fact(Phrase("pin to", "固定先")(language) + " →", .accent)]
    if let index = match.candidates.firstIndex(where: { $0.counterpart == place }) {
      let number = Phrase("candidate \(index + 1)", "候補 \(index + 1)")(language)
      let score = whole(match.candidates[index].score)
      facts.append(
        Fact(Phrase("\(number), score \(score)", "\(number)、類似度 \(score)")(language), .text))
    }
    return facts + partAndPaint(place, scene)
  }

  /// The number of the drawing's regions matched to the reference's, and their standings.
  func matchedCounts(_ scene: MatchScene) -> [Fact] {
    let standings = scene.matched.map { scene.correspondences[$0].standing }
    let count = standings.count
    if count == 0 {
      return [Fact(Phrase("matched to nothing in the drawing", "対応する線画の領域なし")(language))]
    }
    let text =
      count == 1
      ? Phrase("1 region of the drawing", "線画の 1 領域")
      : Phrase("\(count) regions of the drawing", "線画の \(count) 領域")
    return [Fact(text(language), .text)]
      + Correspondence.Standing.allCases.compactMap { standing in
        let count = standings.count { $0 == standing }
        return count == 0
          ? nil : Fact("\(sign(standing)) \(count) \(standing.word(language))", standing.role)
      }
  }

  /// The regions that the keys for doubtful regions go through on this side.
  func doubtfulPlaces(_ scene: MatchScene) -> Fact {
    let count = scene.doubtfulPlaces.count
    let text =
      switch count {
      case 0: Phrase("no place here has doubtful matches", "この色見本に対応する要確認領域なし")
      case 1: Phrase("n: 1 place has doubtful matches", "n: 要確認領域の対応先 1 か所")
      default:
        Phrase("n: \(count) places have doubtful matches", "n: 要確認領域の対応先 \(count) か所")
      }
    return Fact(text(language))
  }

  /// Why there are no scores to show.
  func noReasons(_ match: Correspondence, _ scene: MatchScene) -> Phrase {
    match.counterpart == nil && !scene.isPinning
      ? Phrase("no counterpart; candidates have digits", "対応先なし。候補は数字で指定")
      : Phrase("not among the candidates: no scores", "候補外のため類似度なし")
  }

  mutating func noCandidates(at origin: Point, before end: Int) {
    let text = Phrase("no candidates; Enter chooses a place", "候補なし。Enter で場所を選択")
    write(text(language), at: origin, .muted, before: end)
  }

  /// Why the first candidate is the chosen one, where others have a better score.
  func lead(_ match: Correspondence) -> String? {
    match.leadsByPaint
      ? Phrase("1 leads: its paint in all", "1 は同じ色の合計で最良")(language) : nil
  }

  /// The candidate's digit, with the sign of its standing where it is the counterpart; on the ground of a selection
  /// where it is that, or would become it.
  mutating func candidateMark(
    _ index: Int, _ candidate: Candidate, _ match: Correspondence, _ scene: MatchScene,
    at origin: Point
  ) -> Int {
    let isOwn = candidate.counterpart == match.counterpart
    let isChosen = scene.isPinning ? candidate.counterpart == scene.place : isOwn
    let mark = isOwn ? "\(index + 1)\(sign(match.standing))" : "\(index + 1) "
    return write(mark, at: origin, isChosen ? .selection : .strong)
  }

  /// A candidate's part or else its paint, and which reference it is in where there are several.
  func name(_ candidate: Candidate, _ scene: MatchScene) -> String {
    let counterpart = candidate.counterpart
    let name =
      scene.part(of: counterpart).map { partName($0, scene) } ?? scene.paint(of: counterpart).map {
        Phrase(colour: $0.name)(language)
      }
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

  private var unlabelled: String { Phrase("no part yet", "パーツ未指定")(language) }

  private func partName(_ id: String, _ scene: MatchScene) -> String {
    guard let part = scene.parts.first(where: { $0.id == id }) else { return id }
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
  /// The origin of a paint that is not the counterpart's.
  fileprivate var explanation: Phrase? {
    switch self {
    case .match, .background: nil
    case .colour: Phrase("chosen by hand", "手動で選択")
    case .trace: Phrase("shade of the area around", "周囲の領域の影")
    case .part: Phrase("from its part", "パーツから")
    case .example: Phrase("like one that you corrected", "直した領域に似ている")
    case .neighbours: Phrase("guessed from its neighbours", "隣接領域から推定")
    }
  }
}
