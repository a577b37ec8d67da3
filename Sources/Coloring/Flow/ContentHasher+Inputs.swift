internal import Raster
internal import Regions

// How each kind of input goes into a key. Every list is preceded by its count.

extension ContentHasher {
  mutating func combine(_ image: Image) {
    combine(image.width)
    combine(image.height)
    combine(image.elements)
  }

  mutating func combine(_ point: Point) {
    combine(point.x)
    combine(point.y)
  }

  mutating func combine(_ name: RegionName) { combine(name.inside) }

  mutating func combine(_ edits: RegionEdits) {
    combine(edits.cuts.count)
    for cut in edits.cuts {
      combine(cut.points.count)
      for point in cut.points { combine(point) }
    }
    combine(edits.joins.count)
    for join in edits.joins {
      combine(join.first)
      combine(join.second)
    }
    for closings in [edits.closed, edits.opened] {
      combine(closings.count)
      for closing in closings {
        combine(closing.from)
        combine(closing.to)
      }
    }
  }

  mutating func combine(_ pins: [Pin]) {
    combine(pins.count)
    for pin in pins {
      combine(pin.region)
      combine(pin.reference)
      combine(pin.counterpart)
    }
  }

  mutating func combine(_ names: [RegionName]) {
    combine(names.count)
    for name in names { combine(name) }
  }

  mutating func combine(_ labels: [PartLabel]) {
    combine(labels.count)
    for label in labels {
      combine(label.region)
      combine(label.part)
    }
  }

  mutating func combine(_ choices: [ColourChoice]) {
    combine(choices.count)
    for choice in choices {
      combine(choice.region)
      combine(choice.entry)
    }
  }

  mutating func combine(_ palette: Palette?) {
    combine(palette?.entries.count ?? -1)
    for entry in palette?.entries ?? [] { combine(entry) }
  }

  mutating func combine(_ entry: PaletteEntry) {
    combine(entry.name)
    combine(entry.part ?? "")
    for colour in [entry.base, entry.shadow, entry.highlight] { combine(colour) }
  }

  mutating func combine(_ references: [ReferencePalette]) {
    combine(references.count)
    for reference in references {
      combine(reference.palette)
      combine(reference.isRemoved)
      for parts in reference.parts {
        combine(parts.count)
        for (part, area) in parts.sorted(by: { $0.key < $1.key }) {
          combine(part)
          combine(area)
        }
      }
    }
  }

  mutating func combine(_ edits: [PaletteEdit]) {
    combine(edits.count)
    for edit in edits {
      switch edit {
      case .add(let entry):
        combine(0)
        combine(entry)
      case .change(let name, let entry):
        combine(1)
        combine(name)
        combine(entry)
      case .remove(let name):
        combine(2)
        combine(name)
      }
    }
  }

  mutating func combine(_ colour: RGBA) { combine([colour.r, colour.g, colour.b, colour.a]) }
}
