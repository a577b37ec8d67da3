import ImageFormats
import Projects
import Studio

extension ProjectState {
  /// The drawings of these names or titles, in their order.
  ///
  /// - Parameter project: as its user named it.
  /// - Throws: where there is none of a name.
  func drawings(named names: [String], in project: String) throws -> [Picture] {
    try names.map { name in
      guard let drawing = drawings.first(where: { $0.id.rawValue == name || $0.title == name })
      else {
        throw Failure(
          name, "is no drawing of \(printable(project)); check the name",
          "\(printable(project)) にこの線画はありません。名前を確かめてください")
      }
      return drawing
    }
  }

  /// Refuses drawings that have nothing to be coloured from.
  func checkReferences(of drawings: [Picture], in project: String) throws {
    let without = drawings.filter { matched(for: $0.id).isEmpty }
    if !without.isEmpty {
      throw Failure(
        without.map {
          Phrase(
            "has no reference in \(printable(project)); assign one first.",
            "\(printable(project)) に色見本がありません。先に割り当ててください。"
          ).of($0.title)
        })
    }
  }
}
