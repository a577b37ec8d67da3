internal import Figures
internal import Networks
internal import Raster
internal import Tensors

/// Coloured views that no training sees, and how well a line extractor inks them.
///
/// The views are those of `HeldOutPairs`, taken as drawn.
struct HeldOutInk: Sendable {
  private static let side = 256
  /// Views that go through the network at a time.
  private static let batch = 8

  private let views: [FigureView]

  init(pairs: Int, work: Work) {
    views = work.mapItems(of: pairs) {
      FigurePair(seed: UInt64($0), width: Self.side, height: Self.side, isInked: true).views
    }.flatMap(\.self)
  }

  /// - Returns: `ink F1`: `InkScore.f1`, 0…1; `ink in pupils`: the share of pixels inside irises that are inked, 0…1.
  /// - Throws: `Cancelled`.
  func figures(of network: LineNetwork, work: Work) throws(Cancelled) -> [String: Double] {
    var score = InkScore()
    for start in stride(from: 0, to: views.count, by: Self.batch) {
      let some = Array(views[start..<min(start + Self.batch, views.count)])
      for (view, guess) in zip(some, ink(of: some, by: network, work: work)) {
        try score.add(
          guess, truth: view.ink!,
          isIris: { view.groups.elements[$0] == PartGroup.iris.rawValue }, work: work)
      }
    }
    return ["ink F1": score.f1, "ink in pupils": score.inPupils]
  }

  /// Of each view, 0 paper, 255 ink.
  private func ink(
    of views: [FigureView], by network: LineNetwork, work: Work
  ) -> [Plane<UInt8>] {
    let side = Self.side
    let found = Compute.with(work) { network.ink(of: tensor(views.map(\.colour))) }
    return found.withValues { values in
      views.indices.map { index in
        let own = values[index * side * side..<(index + 1) * side * side]
        return Plane(
          width: side, height: side, elements: own.map { UInt8($0 * 255 + 0.5) })
      }
    }
  }

  /// For some views a row: coloured, as it is truly inked, and as the network inks it.
  func picture(of network: LineNetwork, work: Work) -> Image {
    let shown = Array(views.prefix(3 * Self.batch))
    let found = stride(from: 0, to: shown.count, by: Self.batch).flatMap {
      ink(of: Array(shown[$0..<min($0 + Self.batch, shown.count)]), by: network, work: work)
    }
    let side = Self.side
    // Two views a row.
    var sheet = Image(
      width: 6 * side, height: (shown.count + 1) / 2 * side, repeating: .white)
    for (index, view) in shown.enumerated() {
      let pictures = [view.colour, onPaper(view.ink!), onPaper(found[index])]
      for (column, picture) in pictures.enumerated() {
        sheet.put(picture, x: (index % 2 * 3 + column) * side, y: index / 2 * side)
      }
    }
    return sheet
  }

  private func onPaper(_ ink: Plane<UInt8>) -> Image {
    ink.map { RGBA(255 - $0, 255 - $0, 255 - $0) }
  }
}
