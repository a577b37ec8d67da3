import Glibc
import ImageFormats
import Projects
import Renders

/// Shows a folder's renders as they change: a table that is drawn over itself on a terminal, a line for each that changed
/// its state elsewhere, or JSON.
struct RenderFollowing {
  private let place: RenderedFolder
  private let name: String
  private let isJSON: Bool

  init(_ place: RenderedFolder, named name: String, isJSON: Bool = false) {
    self.place = place
    self.name = name
    self.isJSON = isJSON
  }

  /// - Parameter isLasting: whether to stay when nothing goes on any more.
  func run(isLasting: Bool) throws {
    let queue = place.queue
    let events = RenderEvents(of: place.folder)
    var known: [Int: Render] = [:]
    var words: [Int: String] = [:]
    var drawn = 0
    var isFirst = true
    while true {
      queue.askRunners(about: isFirst ? nil : Array(known.values))
      let renders = queue.renders(known: known)
      let list = RenderListing(renders, of: place, named: name)
      let isNew = isFirst || renders != known.values.sorted { $0.number < $1.number }
      if isJSON {
        if isNew { write(try list.json(pretty: false) + "\n", to: STDOUT_FILENO) }
      } else if let size = terminalSize() {
        // Also where nothing is new: times go on.
        let lines = list.text(columns: size.columns - 1, rows: size.rows - 1)
        let back = drawn > 0 ? "\u{1b}[\(drawn)A" : ""
        write("\(back)\r\u{1b}[J" + lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
        drawn = lines.count
      } else {
        for render in renders where words[render.number] != list.word(render) {
          words[render.number] = list.word(render)
          if isFirst && !render.isActive { continue }
          let why = list.shownWhy(render).map { ": \($0)" } ?? ""
          print(
            "\(render.number) \(printable(list.title(render))): \(list.said(list.word(render)))\(why)"
          )
        }
      }
      if !isLasting, !renders.contains(where: \.goesOn) { return }
      known = Dictionary(uniqueKeysWithValues: renders.map { ($0.number, $0) })
      isFirst = false
      events.wait(renders)
    }
  }
}
