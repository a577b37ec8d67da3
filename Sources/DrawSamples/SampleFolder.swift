import Characters
import Coloring
import Glibc
import ImageFormats
import Raster

/// Writes samples as files: pictures, and what is true of them.
struct SampleFolder {
  let path: String
  /// Times the samples' own sizes; for quick looks.
  let scale: Double

  func write(_ sample: Sample) throws {
    let folder = try made("\(path)/\(sample.character.name)")
    let page = sample.reference
    let drawing = page.drawing(of: sample.character, scale: scale)
    let seed = page.seed(for: sample.character)
    let truth = drawing.truth(style: page.style, seed: seed)
    try write(
      drawing.coloured(shading: sample.shading, style: page.style, seed: seed),
      "\(folder)/reference.png")
    try write(truth, reference: truth, to: "\(folder)/reference-", page)
    try write(sample.character.palette.gpl(named: sample.character.name), "\(folder)/palette.gpl")
    for page in sample.pages { try write(page, of: sample, reference: truth, in: folder) }
  }

  private func write(
    _ page: SamplePage, of sample: Sample, reference: Truth, in folder: String
  ) throws {
    let folder = try made("\(folder)/\(page.name)")
    let drawing = page.drawing(of: sample.character, scale: scale)
    let seed = page.seed(for: sample.character)
    try write(drawing.lineArt(style: page.style, seed: seed), "\(folder)/line.png")
    let isCel = page.style.hasTraceLines || sample.shading == .cel
    // The truth is the drawing finished: the ideal lines, without gaps or pencil.
    var clean = page.style
    clean.gaps = nil
    try write(
      drawing.asDrawn(page.style, seed: seed)
        .coloured(shading: isCel ? .cel : sample.shading, style: clean, seed: seed),
      "\(folder)/truth.png")
    try write(
      drawing.truth(style: page.style, seed: seed), reference: reference, to: "\(folder)/", page)
  }

  private func write(_ truth: Truth, reference: Truth, to prefix: String, _ page: SamplePage) throws
  {
    try PNG.write(truth.labels, to: prefix + "regions.png")
    try write(truth.partsPicture, prefix + "parts.png")
    try write(truth.linePicture, prefix + "ink.png")
    try write(Array(TruthTable(truth, reference: reference).text.utf8), prefix + "regions.txt")
    print("\(prefix) \(truth.regions.count) regions, \(truth.leaks) leaks")
  }

  private func write(_ image: Image, _ file: String) throws {
    try PNG.write(image, to: file, indexed: true)
  }

  private func write(_ bytes: [UInt8], _ file: String) throws {
    var output = try AtomicFile(replacing: file)
    try output.write(bytes)
    try output.commit()
  }

  private func made(_ folder: String) throws -> String {
    // An existing folder is what is wanted; anything else shows when its files are written.
    _ = mkdir(folder, 0o755)
    return folder
  }
}

extension Character {
  /// The colours as a project's palette.
  fileprivate var palette: Palette {
    Palette(
      entries: swatches.map {
        PaletteEntry(
          name: $0.name, part: $0.part, base: $0.base, shadow: $0.shadow, highlight: $0.highlight)
      })
  }
}
