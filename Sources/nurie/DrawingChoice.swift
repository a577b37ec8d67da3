import ImageFormats
import Projects

extension ProjectState {
  /// The drawings of these names or titles, in their order.
  ///
  /// - Parameter project: as its user named it.
  /// - Throws: where there is none of a name.
  func drawings(named names: [String], in project: String) throws -> [Picture] {
    try names.map { name in
      guard let drawing = drawings.first(where: { $0.id.rawValue == name || $0.title == name })
      else { throw Failure(name, "is no drawing of \(printable(project)); check the name") }
      return drawing
    }
  }

  /// Refuses drawings that have nothing to be coloured from.
  func checkReferences(of drawings: [Picture], in project: String) throws {
    let without = drawings.filter { matched(for: $0.id).isEmpty }
    if !without.isEmpty {
      throw Failure(
        without.map {
          "\(printable($0.title)): has no reference in \(printable(project)); assign one first."
        })
    }
  }
}
