import ArgumentParser
import Coloring
import Delivery
import Glibc
import ImageFormats
import Projects
import Raster
import Regions
import Studio

extension ColorizeCommand {
  mutating func validate() throws {
    if reference.isEmpty {
      throw ValidationError("give at least one --reference", "--reference で色見本を 1 つ以上指定してください")
    }
  }

  func run() throws {
    returnPlanesOfDrawings()
    let plans = try OutputPlan.plans(
      lines: lines, references: reference, output: output, layers: layers, labels: labels,
      force: force)
    let corrected = try matches.map { try MatchesFile($0) }
    let settings = try self.settings
    let work = workOptions.work
    let engines = try network.map { try Engines(network: $0) } ?? .shipped
    engines.sayLack(for: [settings])
    let display = ProgressDisplay(progress)
    // The references are the same for every drawing; other results are never asked for again.
    let cache = MemoryCache(stages: [.reference], capacity: reference.count)
    var first: Result<DecodedImage, any Error>?
    let references: [ReferencePicture]
    if areLarge(reference + lines.prefix(1)) {
      references = try reference.map { file in
        let picture = try readPictures(telling(of: [file], on: display), work: work)[0].get()
        display.clear()
        for warning in picture.warnings { say(warning.phrase) }
        return .read(
          try ReferenceReading(
            .pixels(picture.pixels), engine: engines.engine(for: settings), cache: cache,
            work: work
          ) {
            display.tell($0)
          })
      }
    } else {
      // The first drawing is read together with the references.
      var read = readPictures(telling(of: reference + lines.prefix(1), on: display), work: work)
      first = read.removeLast()
      display.clear()
      references = try read.map { result in
        let picture = try result.get()
        for warning in picture.warnings { say(warning.phrase) }
        return .pixels(picture.pixels)
      }
    }
    try OutputPlan.makeFolders(
      [output, layers, labels].compactMap(\.self), several: lines.count > 1)

    var complaints: [String] = []
    var isWhole = true
    for plan in plans {
      do {
        try color(
          plan, first: &first, references: references, corrected: corrected, settings: settings,
          engines: engines, cache: cache, work: work, display: display)
      } catch let failure as Failure {
        complaints += failure.complaints
        isWhole = false
      } catch let error as ImageError {
        complaints.append(Phrase(error).spoken)
      }
      display.clear()
    }
    if !isWhole || !complaints.isEmpty { throw Failure(complaints) }
  }

  /// Shows that these pictures are being read, the last one last.
  private func telling(of files: [String], on display: ProgressDisplay) -> [String] {
    for file in files {
      display.begin(file)
      display.tell(
        Phrase("reading the picture", "画像を読み込んでいます"), stage: "read", share: 0, overall: 0)
    }
    return files
  }

  private var settings: ColoringSettings {
    get throws {
      var given = colouring.given
      given.said.gap = gap.gap
      var settings = given.applied(to: ColoringSettings())
      settings.palette = try palette.map { try PaletteFile.read($0) }
      return settings
    }
  }

  private func color(
    _ plan: OutputPlan, first: inout Result<DecodedImage, any Error>?,
    references: [ReferencePicture], corrected: MatchesFile?, settings: ColoringSettings,
    engines: Engines, cache: MemoryCache, work: Work, display: ProgressDisplay
  ) throws {
    var picture = try
      (first.take()
      ?? readPictures(telling(of: [plan.line], on: display), work: work)[0]).get()
    var files = plan.files
    // Said before the work, which the other files are worth.
    let refusal = files.dropLayers(width: picture.width, height: picture.height)
    if let refusal {
      display.clear()
      say(Phrase(refusal).spoken)
    }
    let coloured: ColouredDrawing
    do {
      // Nobody but the flow holds the drawing's pixels, so that they can go.
      coloured = try ColouredDrawing(
        inputs(picture.takePixels(), plan, references, corrected, settings),
        resolution: picture.resolution, engines: engines, cache: cache, work: work
      ) { display.tell($0) }
    } catch let error as LineArtError {
      throw Failure([Phrase(error).of(plan.line).spoken])
    }
    if coloured.result.map.regions.allSatisfy(\.isBackground) {
      throw Failure([
        whyNothingIsColoured(coloured.result.lineArt, in: plan.line).spoken
      ])
    }
    display.tell(Phrase("writing", "書き出しています"), stage: "write", share: 0, overall: 0.9)
    try coloured.write(to: files, overwriting: force, work: work)
    let result = coloured.result
    display.clear()
    let warnings =
      picture.warnings.map(\.phrase) + self.warnings(of: result, drawing: plan.line)
    for warning in warnings { say(warning) }
    if json {
      let document = ColoringDocument(
        result, drawing: plan.line, output: plan.files.picture, references: reference,
        warnings: warnings.map(\.english))
      print(try document.line)
    }
    display.conclude(try summary(of: result, files, work: work))
    if refusal != nil { throw Failure([String]()) }
  }

  /// The likely reason why a drawing has no region to colour, and what to do.
  private func whyNothingIsColoured(_ lineArt: LineArt, in drawing: String) -> Phrase {
    let file = printable(drawing)
    let side = (Double(lineArt.width) * Double(lineArt.height)).squareRoot()
    if lineArt.strokeWidth > 0.04 * side {
      let width = Int(lineArt.strokeWidth)
      return Phrase(
        "\(file): has no region to colour: its strokes came out \(width) pixels wide, so tones in it were taken for ink; give its lines without grey or colour below them.",
        "\(file): 塗る領域がありません。線の太さが \(width) px になり、濃淡を線とみなしました。灰色や下塗りのない線画を指定してください。"
      )
    }
    return Phrase(
      "\(file): has no region to colour: its lines close none; close them, or give a wider --gap.",
      "\(file): 塗る領域がありません。線が閉じていません。線を閉じるか、--gap を広げてください。")
  }

  private func inputs(
    _ drawing: consuming Image, _ plan: OutputPlan, _ references: [ReferencePicture],
    _ corrected: MatchesFile?, _ settings: ColoringSettings
  ) throws -> ColoringInputs {
    var inputs = ColoringInputs(
      drawing: drawing, references: references, settings: settings)
    if let corrected {
      guard let corrections = corrected.corrections(for: plan.line, isOnly: lines.count == 1)
      else {
        throw Failure([
          Phrase(
            "\(printable(plan.line)): is not in the list given by --matches; make one for it with --json.",
            "\(printable(plan.line)): --matches のリストにありません。--json で作ってください。"
          ).spoken
        ])
      }
      inputs.corrections = corrections
    }
    return inputs
  }

  private func warnings(of result: ColoringResult, drawing: String) -> [Phrase] {
    var warnings = result.warnings.map { warning in
      switch warning.source {
      case .drawing: warning.phrase.of(drawing)
      case .reference(let index): warning.phrase.of(reference[index])
      }
    }
    let orphans = result.orphans
    let lost =
      orphans.pins.map(\.region.inside) + orphans.unlinks.map(\.inside)
      + orphans.colours.map(\.region.inside)
    if !lost.isEmpty {
      let places = lost.map { "(\($0.x), \($0.y))" }.joined(separator: ", ")
      warnings.append(
        Phrase(
          "\(printable(drawing)): the corrections in --matches at \(places) name no region, reference or paint that exists; they were left out.",
          "\(printable(drawing)): --matches の修正 \(places) に合う領域、色見本、色がないため、除きました。"))
    }
    return warnings
  }

  private func summary(of result: ColoringResult, _ written: DeliveredFiles, work: Work) throws
    -> String
  {
    let figure = result.map.regions.count { !$0.isBackground }
    let doubtful = result.flats.doubts.count
    let traces = try result.lineArt.traceLineCount(work: work)
    let files = written.all.map(printable).joined(separator: ", ")
    return Phrase(
      "\(files): \(figure) regions coloured" + (doubtful > 0 ? ", \(doubtful) in doubt" : "")
        + (traces > 0 ? "; \(traces) trace line\(traces == 1 ? "" : "s") found" : ""),
      "\(files): \(figure) 領域を塗りました" + (doubtful > 0 ? " (要確認 \(doubtful))" : "")
        + (traces > 0 ? "。色トレス線 \(traces) 本" : "")
    ).spoken
  }
}
