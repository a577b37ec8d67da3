import Figures
import ImageFormats
import Raster
import Regions

/// The files of one pair: `SEED-1-colour.png` and so on, `SEED-points.tsv`.
struct PairFiles {
  let folder: String
  let seed: UInt64
  let overwriting: Bool

  func write(_ pair: FigurePair) throws {
    for (index, view) in pair.views.enumerated() {
      func path(_ name: String) -> String { "\(folder)/\(seed)-\(index + 1)-\(name).png" }
      try PNG.write(view.colour, to: path("colour"), overwriting: overwriting)
      try PNG.write(view.line, to: path("line"), overwriting: overwriting)
      try PNG.write(view.partsPicture, to: path("parts"), overwriting: overwriting)
      try PNG.write(view.groups, to: path("groups"), overwriting: overwriting)
      try PNG.write(view.regions, to: path("regions"), overwriting: overwriting)
      if let ink = view.ink {
        try PNG.write(ink.map { 255 - $0 }, to: path("ink"), overwriting: overwriting)
      }
    }
    var file = try AtomicFile(
      replacing: "\(folder)/\(seed)-points.tsv", overwriting: overwriting)
    try file.write(Array(table(pair).utf8))
    try file.commit()
  }

  /// The places that both views show, a line each, tab-separated.
  private func table(_ pair: FigurePair) -> String {
    var lines = ["group\tpart\tu\tv\tx1\ty1\tx2\ty2"]
    for match in pair.matches {
      let (a, b) = (match.first, match.second)
      lines.append(
        "\(a.group)\t\(Part.standard[Int(a.part)].id)\t\(a.u)\t\(a.v)\t\(a.x)\t\(a.y)\t\(b.x)\t\(b.y)"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FigureView {
  /// The parts in their fixed colours.
  var partsPicture: Image {
    let colours = Part.standard.map { RGBA(hex: $0.hex) ?? .black }
    return parts.map { colours[Int($0)] }
  }

  /// The part groups, each in a colour of its own.
  var groupsPicture: Image {
    groups.map { group in
      group == 0
        ? RGBA(240, 240, 240)
        : RGBA(60 &+ (group &* 53) % 180, 60 &+ (group &* 97) % 180, 60 &+ (group &* 29) % 180)
    }
  }
}
