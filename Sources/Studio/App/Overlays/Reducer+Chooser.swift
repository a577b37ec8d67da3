internal import Coloring
internal import Projects
internal import Raster
internal import Regions
internal import TerminalUI

extension StudioState {
  /// Opens the list of colours for the selected regions.
  mutating func choose(from current: CurrentColours) {
    guard let analysis, let parts = flats?.parts else { return }
    let regions = colourTargets
    guard let first = regions.first.flatMap(analysis.result.map.resolve) else { return }
    let part = parts[first]?.part
    let alike = analysis.result.map.regions.filter { region in
      part != nil && parts[region.label]?.part == part
    }
    overlay = .chooser(
      Chooser(
        regions: regions, part: part,
        wholePart: alike.isEmpty ? regions : alike.map { analysis.result.map.name(of: $0.label) },
        colours: current, now: current.entries[first]))
  }

  mutating func handle(_ key: Key, in chooser: Chooser) -> [Effect] {
    var chooser = chooser
    let last = chooser.choices.count - 1
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control):
      overlay = nil
      return []
    case (.function(1), _):
      showHelp(over: .chooser(chooser))
      return []
    case (.enter, _): return finish(chooser)
    case (.tab, _): if chooser.part != nil { chooser.isForWholePart.toggle() }
    case (.up, _), (.character("p"), .control): chooser.selected = max(0, chooser.selected - 1)
    case (.down, _), (.character("n"), .control):
      chooser.selected = min(last, chooser.selected + 1)
    case (.pageUp, _): chooser.selected = max(0, chooser.selected - 10)
    case (.pageDown, _): chooser.selected = min(last, chooser.selected + 10)
    default: if chooser.filter.handle(key) { chooser.selected = 0 }
    }
    overlay = .chooser(chooser)
    return []
  }

  mutating func finish(_ chooser: Chooser) -> [Effect] {
    overlay = nil
    switch chooser.choice {
    case .entry(let index): return paint(chooser.targets, with: chooser.palette.entries[index].name)
    case .automatic: return paint(chooser.targets, with: nil)
    case .new:
      if let typed = chooser.typed { return finish(chooser.mixer(from: typed)) }
      let now = settledColours.flatMap { current -> RGBA? in
        guard let label = chooser.regions.first.flatMap({ analysis?.result.map.resolve($0) }),
          let entry = current.entries[label]
        else { return nil }
        return current.palette.entries[entry].base
      }
      overlay = .mixer(chooser.mixer(from: now ?? RGBA(128, 128, 128)))
      return []
    case nil: return []
    }
  }

  /// The mouse in the list: a click takes what is under it, outside of it the list closes.
  mutating func point(_ pointer: Pointer, in chooser: Chooser) -> [Effect] {
    var chooser = chooser
    switch (pointer.kind, pointer.target) {
    case (.press(.left), .menuItem(let index)?):
      chooser.selected = index
      return finish(chooser)
    case (.press(.left), .wholePart?) where chooser.part != nil:
      chooser.isForWholePart.toggle()
      overlay = .chooser(chooser)
    case (.press(.left), .key(let key)?): return handle(key)
    case (.press(.left), nil): overlay = nil
    case (.wheelUp, _): return handle(Key(.up), in: chooser)
    case (.wheelDown, _): return handle(Key(.down), in: chooser)
    default: break
    }
    return []
  }
}
