import ArgumentParser
import Coloring
import Glibc
import ImageFormats
import Raster
import Regions

extension ColorizeCommand {
  mutating func validate() throws {
    if reference.isEmpty { throw ValidationError("give at least one --reference") }
  }

  func run() throws {
    let plans = try OutputPlan.plans(
      lines: lines, references: reference, output: output, layers: layers, force: force)
    let corrected = try matches.map { try MatchesFile($0) }
    let settings = try self.settings
    let work = workOptions.work
    let display = ProgressDisplay(progress)
    let references = try reference.map { path in
      display.begin(path)
      display.tell("reading the picture", stage: "read", share: 0, overall: 0)
      let picture = try ImageFile.read(path, work: work)
      display.clear()
      for warning in picture.warnings { say(warning) }
      return picture.pixels
    }
    try OutputPlan.makeFolders(output: output, layers: layers, several: lines.count > 1)

    // The references are the same for every drawing; other results are never asked for again.
    let cache = MemoryCache(stages: [.reference], capacity: references.count)
    var complaints: [String] = []
    for plan in plans {
      do {
        try color(
          plan, references: references, corrected: corrected, settings: settings, cache: cache,
          work: work, display: display)
      } catch let failure as Failure {
        complaints += failure.complaints
      } catch let error as ImageError {
        complaints.append(error.description)
      }
      display.clear()
    }
    if !complaints.isEmpty { throw Failure(complaints) }
  }

  private var settings: ColoringSettings {
    get throws {
      var settings = colouring.settings
      settings.gap = gap.gap
      settings.palette = try palette.map { try PaletteFile.read($0) }
      return settings
    }
  }

  private func color(
    _ plan: OutputPlan, references: [Image], corrected: MatchesFile?, settings: ColoringSettings,
    cache: MemoryCache, work: Work, display: ProgressDisplay
  ) throws {
    display.begin(plan.line)
    display.tell("reading the picture", stage: "read", share: 0, overall: 0)
    let picture = try ImageFile.read(plan.line, work: work)
    var inputs = ColoringInputs(
      drawing: picture.pixels, references: references, settings: settings)
    if let corrected {
      guard let corrections = corrected.corrections(for: plan.line, isOnly: lines.count == 1)
      else {
        throw Failure(
          plan.line, "is not in the list given by --matches; make one for it with --json")
      }
      inputs.corrections = corrections
    }
    let result: ColoringResult
    do {
      result = try Coloring.run(inputs, cache: cache, work: work) { display.tell($0) }
    } catch let error as LineArtError {
      throw Failure(plan.line, error.description)
    }
    display.tell("writing", stage: "write", share: 0, overall: 0.9)
    let metadata = PNG.Metadata(
      resolution: picture.resolution,
      text: [
        ("Software", "nurie \(Nurie.configuration.version)"),
        ("Settings", description(of: settings)),
      ])
    if let layers = plan.layers, let format = LayerFile(layers) {
      try format.write(
        result.layered(work: work), merged: result.image, to: layers, overwriting: force,
        resolution: picture.resolution, work: work)
    }
    try PNG.write(
      result.image, to: plan.picture, overwriting: force, metadata: metadata, work: work)
    display.clear()
    let warnings = picture.warnings + self.warnings(of: result, drawing: plan.line)
    for warning in warnings { say(warning) }
    if json {
      let document = ColoringDocument(
        result, drawing: plan.line, output: plan.picture, references: reference,
        warnings: warnings)
      print(try document.line)
    }
    display.conclude(summary(of: result, plan))
  }

  private func warnings(of result: ColoringResult, drawing: String) -> [String] {
    var warnings = result.warnings.map { warning in
      switch warning.source {
      case .drawing: "\(printable(drawing)): \(warning.text)"
      case .reference(let index): "\(printable(reference[index])): \(warning.text)."
      }
    }
    let orphans = result.orphans
    let lost =
      orphans.pins.map(\.region.inside) + orphans.unlinks.map(\.inside)
      + orphans.colours.map(\.region.inside)
    if !lost.isEmpty {
      let places = lost.map { "(\($0.x), \($0.y))" }.joined(separator: ", ")
      warnings.append(
        "\(printable(drawing)): the corrections in --matches at \(places) name no region, reference or paint that exists; they were left out."
      )
    }
    return warnings
  }

  private func summary(of result: ColoringResult, _ plan: OutputPlan) -> String {
    let figure = result.map.regions.filter { !$0.isBackground }
    let doubtful = result.flats.doubts.count
    let files = [plan.picture, plan.layers].compactMap(\.self).map(printable)
    return "\(files.joined(separator: ", ")): \(figure.count) regions coloured"
      + (doubtful > 0 ? ", \(doubtful) in doubt" : "")
  }

  /// The settings as they would be typed, for the file's text; without the names of files.
  private func description(of settings: ColoringSettings) -> String {
    var parts = ["--trace-lines \(settings.traceLines)", "--lines \(settings.lines)"]
    parts.insert(settings.gap.map { "--gap \($0)" } ?? "--gap auto", at: 0)
    parts += ["--shading \(settings.shading)", "--background \(settings.background.name)"]
    if settings.aliased { parts.append("--aliased") }
    return parts.joined(separator: " ")
  }
}
