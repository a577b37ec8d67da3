import Coloring
import Projects
import Raster
import Regions
import Studio
import TerminalUI

/// The lit regions of the match screen, and the pictures that show them.
///
/// While the drawing has the keys its selected region is outlined, and its counterpart in the reference; while the
/// reference has them, the region there and all of the drawing's that are matched to it.
struct MatchScene {
  let analysis: Analysis
  /// As they are now, ahead of the engine.
  let flats: Flats
  let correspondences: Correspondences
  let side: MatchState.Side
  let isPinning: Bool
  let tint: MatchState.Tint
  let opacity: Double
  /// With what is being tried.
  let colours: CurrentColours?
  /// Every part of the project as it is now.
  let parts: [Part]
  /// The region selected in the drawing, and its match.
  let selected: Correspondence?
  /// The point of the drawing that it was selected by.
  let focus: Point?
  /// Place of the shown reference in the analysis; nil where the analysis was made without it.
  let reference: Int?
  /// The region selected in the reference, while that has the keys.
  let place: Counterpart?
  /// The drawing's regions that are matched to `place`.
  let matched: [UInt16]
  /// The drawing's regions that are marked.
  let marked: [UInt16]
  /// The drawing's regions that the last gesture could go on to.
  let offered: [UInt16]
  /// The regions of the shown reference that doubtful ones are matched to.
  let doubtfulPlaces: [UInt16]
  /// The regions in doubt about which nothing was decided.
  let doubtful: [UInt16]
  /// The artist's decisions, as they are marked in the drawing.
  let decided: [UInt16: Correspondence.Standing]
  /// The number of candidates, the best first, that have their number in the reference.
  var numbered = Int.max

  init(
    _ analysis: Analysis, _ flats: Flats, _ correspondences: Correspondences, _ state: StudioState
  ) {
    self.analysis = analysis
    self.flats = flats
    self.correspondences = correspondences
    side = state.match.side
    isPinning = state.match.pinning != nil
    tint = state.match.tint
    // Colours that are worked on are shown as they are.
    let strength = state.isAnalysisDimmed ? 0.4 : 1
    opacity = strength * (tint == .colours && state.areColoursShown ? 1 : state.match.opacity)
    colours = tint == .colours ? state.currentColours : nil
    parts = state.allParts
    selected = state.correspondence
    focus = state.desk.focus
    reference = state.shownReferenceIndex
    place = side == .reference ? state.referencePlace : nil
    matched = isPinning ? [] : place.map { correspondences.regions(matchedTo: $0) } ?? []
    marked = state.markedLabels
    offered = state.offeredLabels
    doubtfulPlaces = side == .reference && !isPinning ? state.doubtfulPlaces : []
    doubtful = state.doubtful
    decided = correspondences.decided
  }

  /// Whether the facts are about the reference's region, and not about the drawing's.
  var asksForPlace: Bool { side == .reference && !isPinning }

  /// The rank of the region chosen in the reference among the candidates of the drawing's, if it has one.
  var candidate: Candidate? { selected?.candidates.first { $0.counterpart == place } }

  /// By `Part.id`; nil while it is unlabelled.
  func part(of place: Counterpart) -> String? {
    flats.referenceParts[place.reference][place.label]?.part
  }

  func paint(of place: Counterpart) -> PaletteEntry? {
    analysis.result.references[place.reference].paint(of: place.label)
  }

  // MARK: the drawing

  struct DrawingKey: Hashable, Sendable {
    let order: AnalysisOrder
    let tint: MatchState.Tint
    let opacity: Double
    let colours: CurrentColours?
    let parts: [Part]
    let regions: RegionTable<RegionPart?>
    let isLit: Bool
    let selected: UInt16?
    let ground: Point?
    let matched: [UInt16]
    let marked: [UInt16]
    let offered: [UInt16]
    let doubtful: [UInt16]
    let decided: [UInt16: Correspondence.Standing]
  }

  /// Whether the drawing's selected region is what everything else answers to.
  private var isSelectionLit: Bool { side == .drawing || isPinning }

  var drawingKey: DrawingKey {
    DrawingKey(
      order: analysis.order, tint: tint, opacity: opacity, colours: colours, parts: parts,
      regions: flats.parts, isLit: isSelectionLit, selected: selected?.label,
      ground: groundFocus, matched: matched,
      marked: marked, offered: offered,
      doubtful: doubtful,
      decided: decided)
  }

  func drawing(_ page: Page, _ frame: ViewFrame) -> PictureView {
    let map = analysis.result.map
    let paints = [MaskPicture.Paint(.white)] + map.regions.map { paint($0, page) }
    let mask = MaskPicture(
      labels: map.labels, paints: paints, ink: analysis.ink, opacity: opacity)
    var overlays = standings(page, frame)
    if isSelectionLit {
      // Marked regions are what a gesture changes; the selected one then only says where the artist is.
      if !marked.isEmpty { overlays.append(.outline(Set(marked), of: map.labels, .outlineMarked)) }
      overlays += marked.map { .tag("✓", at: map[$0].inside, .marked) }
      overlays += page.offered(offered, on: map)
      overlays += selection(.outline, frame)
    }
    if !matched.isEmpty {
      overlays.append(.outline(Set(matched), of: map.labels, .counterpart))
      overlays += matched.filter { isSmall(map[$0], frame) }.map {
        .cursor(map[$0].inside, .counterpart)
      }
    }
    return PictureView(.mask(mask), overlays: overlays)
  }

  private func paint(_ region: Region, _ page: Page) -> MaskPicture.Paint {
    let part = flats.parts[region.label].flatMap { known in
      parts.first { $0.id == known.part }
    }
    // In letters the figure must stand out from what is around it.
    let unlabelled = Unicode.Scalar(Sign.unlabelled.glyph) ?? " "
    let letter = region.isBackground ? " " : part?.letter.unicodeScalars.first ?? unlabelled
    switch tint {
    case .colours:
      return MaskPicture.Paint(colours?.base(of: region.label) ?? .white, letter: letter)
    case .parts:
      guard let part else { return page.unlabelledPaint }
      return MaskPicture.Paint(page.colour(of: part), letter: letter)
    }
  }

  /// The point that the ground was selected by; nil where a region of the figure is selected.
  private var groundFocus: Point? {
    guard let label = selected?.label, analysis.result.map[label].isBackground else { return nil }
    return focus ?? analysis.result.map[label].inside
  }

  /// The outline of the drawing's selected region; a cross-hair where it is too small for one. An outline of the ground would
  /// be one of the whole figure, so it has the cross-hair alone.
  private func selection(_ role: Role, _ frame: ViewFrame) -> [PictureOverlay] {
    guard let label = selected?.label else { return [] }
    if let groundFocus { return [.cursor(groundFocus, role)] }
    let map = analysis.result.map
    var overlays = [PictureOverlay.outline([label], of: map.labels, role)]
    if isSmall(map[label], frame) { overlays.append(.cursor(map[label].inside, role)) }
    return overlays
  }

  /// Whether a region's outline is easily overlooked: it is small, or too thin to be met by every cell.
  private func isSmall(_ region: Region, _ frame: ViewFrame) -> Bool {
    Double(max(region.box.width, region.box.height)) < 3 * frame.pixelsPerColumn
      || region.insideRadius < frame.pixelsPerColumn
  }

  /// Signs on what the artist decided, and on what is in doubt where a region has room for a sign.
  private func standings(_ page: Page, _ frame: ViewFrame) -> [PictureOverlay] {
    let map = analysis.result.map
    var overlays: [PictureOverlay] = doubtful.compactMap { label in
      guard map[label].insideRadius > frame.pixelsPerColumn else {
        return nil
      }
      return .tag(
        page.sign(.doubtful), at: map[label].inside, .doubtful)
    }
    for (label, standing) in decided.sorted(by: { $0.key < $1.key }) {
      overlays.append(.tag(page.sign(standing), at: map[label].inside, standing.role))
    }
    return overlays
  }

  // MARK: the reference

  struct ReferenceKey: Hashable, Sendable {
    let order: AnalysisOrder
    let reference: Int?
    let selected: Correspondence?
    let lit: Set<UInt16>
    let place: Counterpart?
    let isPinning: Bool
    let numbered: Int
  }

  var referenceKey: ReferenceKey {
    ReferenceKey(
      order: analysis.order, reference: reference, selected: isSelectionLit ? selected : nil,
      lit: lit, place: place, isPinning: isPinning, numbered: numbered)
  }

  /// The counterparts in the shown reference of what is marked, or else selected.
  private var lit: Set<UInt16> {
    guard isSelectionLit, !isPinning else { return [] }
    let counterparts =
      marked.isEmpty
      ? [selected?.counterpart] : marked.map { correspondences.counterpart(of: $0) }
    return Set(counterparts.compactMap(\.self).filter { $0.reference == reference }.map(\.label))
  }

  func reference(_ page: Page, _ frame: ViewFrame) -> PictureView {
    guard let reference else { preconditionFailure("no reference is shown") }
    let map = analysis.result.references[reference].map
    var overlays: [PictureOverlay] = []
    let lit = lit.filter { !map[$0].isBackground || groundFocus == nil }
    if !lit.isEmpty { overlays.append(.outline(lit, of: map.labels, .counterpart)) }
    overlays += lit.sorted().filter { isSmall(map[$0], frame) }.map {
      .cursor(map[$0].inside, .counterpart)
    }
    if isSelectionLit, let selected { overlays += candidates(selected, map, page, frame) }
    if let place {
      let role: Role = isPinning ? .counterpart : .outline
      overlays.append(.outline([place.label], of: map.labels, role))
      overlays.append(.cursor(map[place.label].inside, role))
    }
    return PictureView(.picture(analysis.references[reference]), overlays: overlays)
  }

  /// The candidates' numbers at their places, the chosen one with the sign of its standing; a number that would stand
  /// right beside a better one's, and be read as one with it, is left to the list below.
  private func candidates(
    _ selected: Correspondence, _ map: RegionMap, _ page: Page, _ frame: ViewFrame
  )
    -> [PictureOverlay]
  {
    var overlays: [PictureOverlay] = []
    var taken: [Point] = []
    if let chosen = selected.counterpart, chosen.reference == reference {
      let number = selected.candidates.firstIndex { $0.counterpart == chosen }
      let text = (number.map { "\($0 + 1)" } ?? "") + page.sign(selected.standing)
      let region = map[chosen.label]
      // Beside what it would hide.
      let place =
        Double(region.box.width) < 5 * frame.pixelsPerColumn
        ? Point(region.box.maxX + Int(frame.pixelsPerColumn), region.inside.y) : region.inside
      overlays.append(.tag(text, at: place, .selection))
      let cell = frame.cell(ofPixel: place)
      taken = (0..<text.terminalColumns).map { Point(cell.x + $0, cell.y) }
    }
    for (index, candidate) in selected.candidates.prefix(numbered).enumerated()
    where candidate.reference == reference && candidate.counterpart != selected.counterpart {
      let place = map[candidate.label].inside
      let cell = frame.cell(ofPixel: place)
      if taken.contains(where: { $0.y == cell.y && abs($0.x - cell.x) < 2 }) { continue }
      taken.append(cell)
      overlays.append(.tag("\(index + 1)", at: place, .number))
    }
    return overlays
  }

  // MARK: the result

  struct ResultKey: Hashable, Sendable {
    let order: AnalysisOrder
    let selected: UInt16?
    let ground: Point?
  }

  var resultKey: ResultKey {
    ResultKey(
      order: analysis.order, selected: isSelectionLit ? selected?.label : nil, ground: groundFocus)
  }

  func result(_ page: Page, _ frame: ViewFrame) -> PictureView {
    PictureView(
      .picture(analysis.picture), overlays: isSelectionLit ? selection(.outline, frame) : [])
  }
}
