public import Projects
public import Studio
internal import TerminalUI

/// A studio with a project of some drawings and references, as tests need it.
public func studio(
  drawings: [String] = ["cut 01", "cut 02", "cut 03"], references: [String] = ["sheet"],
  size: (columns: Int, rows: Int) = (80, 24), refusal: String? = nil
) -> StudioState {
  let pictures =
    drawings.map {
      Picture(
        id: PictureID(rawValue: $0), kind: .drawing, title: $0, width: 1600, height: 1200)
    }
    + references.map {
      Picture(
        id: PictureID(rawValue: $0), kind: .reference, title: $0, width: 1600, height: 1200)
    }
  return .opened(pictures, size: size, refusal: refusal)
}

extension StudioState {
  /// A studio with a project of these pictures.
  ///
  /// - Parameters:
  ///   - gesture: what was done to them, if anything.
  ///   - refusal: why the project can only be read.
  public static func opened(
    _ pictures: [Picture], gesture: [Edit] = [], size: (columns: Int, rows: Int) = (80, 24),
    refusal: String? = nil
  ) -> StudioState {
    var state = StudioState(
      capabilities: Capabilities(colors: .direct, glyphs: .halves), size: size)
    var history = History(pictures: pictures)
    if !pictures.isEmpty {
      _ = history.record([.add(pictures.map(\.id))], title: "import", time: 0)
    }
    if !gesture.isEmpty { _ = history.record(gesture, title: "gesture", time: 0) }
    _ = reduce(
      &state,
      .projectOpened(
        OpenProject(
          title: "hana", path: "hana.nurie", history: history,
          refusal: refusal.map(Phrase.init(same:)))))
    return state
  }

  /// Presses keys by their names, one blank between.
  ///
  /// - Returns: what was asked of the world.
  @discardableResult
  public mutating func press(_ keys: String) -> [Effect] {
    keys.split(separator: " ").flatMap { name in
      guard let key = Key(String(name)) else { preconditionFailure("no key is named \(name)") }
      return reduce(&self, .key(key))
    }
  }
}
