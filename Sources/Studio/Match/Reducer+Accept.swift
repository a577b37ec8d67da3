import Coloring
import Projects
import Regions

// "This is right": takes regions out of the queue of doubtful ones with one key.
extension StudioState {
  /// Says that regions are right as they are; of regions that are all accepted, takes that back.
  mutating func accept(_ labels: [UInt16]) -> [Effect] {
    guard let drawing, let analysis else { return [] }
    let (map, flats) = (analysis.result.map, flats(of: analysis))
    let settled = settlements(in: analysis)
    let open = labels.filter { settled[$0] == nil }
    if open.isEmpty {
      let accepted = labels.filter { settled[$0] == .accepted }.map(map.name(of:))
      return edit(
        [.release(drawing.id, accepted)],
        named: Phrase("doubt again\(many(accepted.count))", "確認を取り消す\(many(accepted.count))"))
    }
    let paints = Dictionary(grouping: open) { flats.paintName(of: $0) }
    let effects = edit(
      paints.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { paint, labels in
        .accept(drawing.id, labels.map(map.name(of:)), entry: paint)
      }, named: Phrase("accept\(many(open.count))", "確認済みにする\(many(open.count))"))
    if !effects.isEmpty {
      desk.marks.areSpent = true
      desk.marks.isRanging = false
      let left = doubtful.count
      tell(
        .done,
        left == 0
          ? Phrase("Accepted; nothing is in doubt any more", "確認済みにしました。要確認の領域はもうありません")
          : Phrase(
            "Accepted; n: \(left) more in doubt", "確認済みにしました。n で次へ (残り \(left))"))
    }
    return effects
  }

  private func many(_ count: Int) -> String { count == 1 ? "" : " (\(count))" }
}
