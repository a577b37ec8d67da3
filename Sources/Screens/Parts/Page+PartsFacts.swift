import Coloring
import Raster
import Studio
import TerminalUI

extension Page {
  /// One line about the selected region: above the footer, while no news stand there.
  mutating func partsFacts(_ state: StudioState, row: Int) {
    guard let subject = state.partsSubject else { return }
    let parts = state.regionParts(of: subject)
    guard let facts = state.facts(parts: parts) else {
      write(
        Phrase("An arrow or a click selects a region", "矢印キーかクリックで領域を選びます")(language),
        at: Point(1, row), .muted, before: frame.surface.width - 1)
      return
    }
    let end = frame.surface.width - 1
    var x = write("\(facts.label)", at: Point(1, row), .strong) + 1
    if let part = facts.part.flatMap({ state.part($0.part) }) {
      swatch(part, at: Point(x, row))
      x += 4
    }
    for (text, role) in words(state, facts) {
      guard x < end else { return }
      x = write(text, at: Point(x, row), role, before: end)
      x = write(" · ", at: Point(x, row), .border, before: end)
    }
    // The last dot has nothing after it.
    fill(Box(x: max(1, x - 3), y: row, width: 3, height: 1), .text)
  }

  private func words(_ state: StudioState, _ facts: RegionFacts) -> [(String, Role)] {
    var words: [(String, Role)] = []
    let part = state.name(of: facts.part?.part)(language)
    if let origin = facts.part?.origin {
      words.append((part + " " + origin.phrase(language), .text))
    } else {
      words.append((part, .warning))
    }
    if let doubt = facts.doubt { words.append((doubt(language), .doubtful)) }
    if let doubtful = facts.doubtful { words.append((text(doubtful), .doubtful)) }
    if let confidence = facts.confidence {
      words.append((sureness(confidence), facts.isUnsure ? .doubtful : .muted))
    }
    // That it is labelled by hand stands beside the part.
    if let settled = facts.settled, settled != .labelled {
      words.append((settled.phrase(language), .pinned))
    }
    if let entry = facts.entry { words.append((Phrase(colour: entry.name)(language), .muted)) }
    words.append((text(area: facts.area), .muted))
    return words
  }

  private func text(_ place: RegionFacts.Place) -> String {
    Phrase("\(place.number) of \(place.count)", "\(place.number)/\(place.count)")(language)
  }

  /// The chance that a paint is right, in words: the one measure of doubt, on every screen.
  func sureness(_ confidence: Double) -> String {
    Phrase("\(percent(confidence)) sure", "確度 \(percent(confidence))")(language)
  }

  private func text(area: Int) -> String {
    Phrase(same: "\(area) px")(language)
  }

  /// The same in a pane of its own, where there is room.
  mutating func factsPane(_ state: StudioState, _ facts: RegionFacts, in box: Box) {
    let inside = panel(
      box, title: Phrase("Region \(facts.label)", "領域 \(facts.label)")(language),
      note: facts.settled == .pinned ? Settlement.pinned.phrase(language) : "")
    var y = inside.y
    if let part = facts.part.flatMap({ state.part($0.part) }) {
      swatch(part, at: Point(inside.x + 1, y))
    } else {
      unlabelledSwatch(at: Point(inside.x + 1, y))
    }
    write(
      state.name(of: facts.part?.part)(language), at: Point(inside.x + 5, y),
      facts.part == nil ? .warning : .strong, before: inside.maxX)
    y += 1
    if let origin = facts.part?.origin {
      write(
        origin.phrase(language), at: Point(inside.x + 5, y), .muted, before: inside.maxX)
    }
    y += 1
    if let entry = facts.entry {
      for (index, colour) in [entry.base, entry.shadow, entry.highlight].enumerated() {
        let style = CellStyle(on: CellColor(colour.r, colour.g, colour.b))
        frame.surface.write(" ", at: Point(inside.x + 1 + index, y), style)
      }
      write(
        Phrase(colour: entry.name)(language), at: Point(inside.x + 5, y), .text,
        before: inside.maxX)
    } else {
      write(
        Phrase("unpainted", "塗りなし")(language), at: Point(inside.x + 5, y), .muted,
        before: inside.maxX)
    }
    y += 1
    if let confidence = facts.confidence {
      let bar = Box(x: inside.x + 5, y: y, width: 8, height: 1)
      let style = theme[facts.isUnsure ? .doubtful : .success]
      frame.surface.drawProgress(confidence, in: bar, style, linework: Linework(glyphs))
      write(sureness(confidence), at: Point(bar.maxX + 1, y), .text, before: inside.maxX)
    }
    y += 1
    if let doubt = facts.doubt {
      let place = ([doubt(language)] + (facts.doubtful.map { [text($0)] } ?? []))
        .joined(separator: " · ")
      write(place, at: Point(inside.x + 5, y), .doubtful, before: inside.maxX)
    } else if let settled = facts.settled {
      write(
        settled.phrase(language), at: Point(inside.x + 5, y), .pinned, before: inside.maxX)
    }
    y += 1
    write(text(area: facts.area), at: Point(inside.x + 5, y), .muted, before: inside.maxX)
  }
}
