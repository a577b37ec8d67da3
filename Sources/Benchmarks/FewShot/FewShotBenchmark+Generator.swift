import Coloring
import Delivery
import Figures
import Foundation
import ImageFormats
import Raster
import Regions
import Training

// By a generator's features: the drawings are projected (GAN + projection), or plain networks learn from generated pictures that
// the head has labelled (auto-shot). The three other ways see the same small drawings, enlarged to 256 pixels: a place each pixel.

extension FewShotBenchmark {
  /// Steps of an auto-shot network, of 16 pictures each.
  private static let autoShotSteps = 600
  private static let enlarged = 256

  func runGenerator(_ gan: String) throws {
    let count = arguments.value(after: "--drawings").flatMap(Int.init) ?? 24
    let turns = arguments.value(after: "--turns").flatMap(Int.init) ?? 1
    let steps = arguments.value(after: "--steps").flatMap(Int.init) ?? 300
    let generated = arguments.value(after: "--generated").flatMap(Int.init) ?? 2000
    guard
      let matcher = arguments.value(after: "--network") ?? ProgramFiles.path(of: Engines.weights),
      let inker = ProgramFiles.path(of: LineExtractor.weights)
    else { return print("The weights of the networks were not found beside the program.") }
    let extractor = try LineExtractor(network: inker)
    let projector = try Projector(checkpoint: gan, matcher: matcher)
    print("heads of \(projector.side) pixels, the 14 parts; \(count) held-out drawings")

    let most = turns * Self.shots.last!
    let pool = try triples(most, from: Self.firstSeed - 1000, projector.side, extractor)
    let heldOut = try triples(count, from: Self.firstSeed, projector.side, extractor)
    for isLineArt in [false, true] {
      print(isLineArt ? "on line art:" : "on colours:")
      let ways: [(name: String, features: PlaceFeatures)] = [
        ("colour and position", .plain), ("a network of random weights", .random(seed: 1)),
        (Self.matcher, try .matcher(matcher)),
      ]
      for (name, features) in ways {
        try score(name, turns, heldOut) { turn, shots in
          let parts = TaughtParts(
            from: try chosen(pool, turn, shots).map { try labelled($0, isLineArt) },
            parts: Self.parts, known: name == Self.matcher ? Array(Part.standard.indices) : nil,
            on: features, seed: UInt64(turn), work: work)
          return { triple in
            let large = try labelled(triple, isLineArt).picture
            return parts.parts(of: large, isLineArt: isLineArt, work: work)
              .onePixel(of: Self.enlarged / projector.side)
          }
        }
      }
    }

    let began = ContinuousClock.now
    let found = try projected(pool + heldOut, projector, steps)
    let seconds = (ContinuousClock.now - began) / .seconds(1)
    print(
      String(
        format: "projected %d drawings in %d steps: %.1f s each, two at a time", found.count,
        steps, 2 * seconds / Double(found.count)))
    let (learned, sought) = (Array(found[..<most]), Array(found[most...]))
    var taught: [String: ProjectedParts] = [:]
    func head(_ turn: Int, _ shots: Int) -> ProjectedParts {
      if let known = taught["\(turn) \(shots)"] { return known }
      let start = turn * Self.shots.last!
      let own = ProjectedParts(
        from: (start..<start + shots).map { (learned[$0], pool[$0].parts) },
        parts: Self.parts, by: projector, seed: UInt64(turn), work: work)
      taught["\(turn) \(shots)"] = own
      return own
    }
    print("on colours:")
    var index = 0
    try score("GAN + projection", turns, heldOut) { turn, shots in
      let parts = head(turn, shots)
      index = 0
      return { _ in
        defer { index += 1 }
        return parts.parts(of: sought[index], work: work)
      }
    }
    for isLineArt in [false, true] {
      if isLineArt { print("on line art:") }
      try score("auto-shot", turns, heldOut) { turn, shots in
        var pictures = try GeneratedParts(
          generated, labelledBy: head(turn, shots), seed: UInt64(turn), work: work)
        if isLineArt { pictures = try pictures.lines(by: extractor, work: work) }
        if let folder = arguments.value(after: "--pictures") {
          try PNG.write(
            pictures.sheet(64),
            to: "\(folder)/auto-shot-\(isLineArt ? "lines" : "colours")-\(shots).png")
        }
        let parts = try AutoShot(
          from: pictures, steps: Self.autoShotSteps, seed: UInt64(turn), work: work)
        return { parts.parts(of: picture(of: $0, isLineArt), work: work) }
      }
    }
    if let folder = arguments.value(after: "--pictures") {
      let parts = head(0, Self.shots.last!)
      let rows = zip(heldOut, sought).prefix(24).map { triple, found in
        [triple.colour, found.picture]
          + [triple.parts, parts.parts(of: found, work: work)].map {
            $0.map { RGBA(hex: Part.standard[Int($0)].hex) ?? .black }
          }
      }
      try PNG.write(sheet(rows), to: "\(folder)/projected.png")
    }
  }

  private static let parts = Part.standard.count

  /// Prints a way's mean overlaps, and how long it took.
  ///
  /// - Parameter teach: gives what tells the parts of a drawing, for a turn and a number of drawings to learn from.
  private func score(
    _ name: String, _ turns: Int, _ heldOut: [Triple],
    _ teach: (_ turn: Int, _ shots: Int) throws -> (Triple) throws -> Plane<UInt8>
  ) throws {
    var line = "  " + name.padding(toLength: 30, withPad: " ", startingAt: 0)
    var last = Score()
    var (taught, applied) = (0.0, 0.0)
    for shots in Self.shots {
      var all = Score()
      for turn in 0..<turns {
        let began = ContinuousClock.now
        let parts = try teach(turn, shots)
        let learned = ContinuousClock.now
        for triple in heldOut { all.add(try parts(triple), triple.parts, of: Self.parts) }
        taught = (learned - began) / .seconds(1)
        applied = (ContinuousClock.now - learned) / .seconds(1) / Double(heldOut.count)
      }
      line += String(format: "  %2d: %.3f", shots, all.mean)
      last = all
    }
    print(line + String(format: "   taught in %.1f s, applied in %.3f s", taught, applied))
    print("    with ten: " + last.text(Part.standard.map(\.id)))
  }

  private func chosen(_ pool: [Triple], _ turn: Int, _ shots: Int) -> ArraySlice<Triple> {
    pool[turn * Self.shots.last!..<turn * Self.shots.last! + shots]
  }

  private func picture(of triple: Triple, _ isLineArt: Bool) -> Image {
    isLineArt ? triple.line.map { RGBA($0, $0, $0) } : triple.colour
  }

  /// Enlarged, for the ways that see a place every four pixels.
  private func labelled(_ triple: Triple, _ isLineArt: Bool) throws -> LabelledDrawing {
    let side = Self.enlarged
    let factor = side / triple.colour.width
    let parts = (0..<side * side).map { triple.parts[$0 % side / factor, $0 / side / factor] }
    return LabelledDrawing(
      try picture(of: triple, isLineArt).resized(width: side, height: side, .lanczos, work: work),
      isLineArt: isLineArt, parts: Plane(width: side, height: side, elements: parts))
  }

  /// Drawn as those of a data set.
  private func triples(
    _ count: Int, from seed: UInt64, _ size: Int, _ extractor: LineExtractor
  ) throws -> [Triple] {
    let side = Triple.drawnSide(for: size)
    return try (0..<count).map { index in
      let portrait = FigurePortrait(seed: seed + UInt64(index), of: .heads, side: side)
      return Triple(
        colour: portrait.colour, line: try extractor.lines(of: portrait.colour, work: work),
        parts: portrait.parts
      ).reduced(to: size)
    }
  }

  private func projected(
    _ triples: [Triple], _ projector: Projector, _ steps: Int
  ) throws -> [Projection] {
    try work.mapItems(of: triples.count) { index in
      Result {
        try projector.project(
          triples[index].colour, steps: steps, seed: 1, work: Work(threads: 1))
      }
    }.map { try $0.get() }
  }

  /// Rows of pictures side by side, two rows beside each other.
  private func sheet(_ rows: [[Image]]) -> Image {
    let side = rows[0][0].width
    let width = rows[0].count * side
    var sheet = Image(
      width: 2 * width, height: (rows.count + 1) / 2 * side, repeating: .white)
    for (row, pictures) in rows.enumerated() {
      for (column, picture) in pictures.enumerated() {
        for y in 0..<side {
          for x in 0..<side {
            sheet[row % 2 * width + column * side + x, row / 2 * side + y] = picture[x, y]
          }
        }
      }
    }
    return sheet
  }
}

extension Plane<UInt8> {
  /// One pixel of each square of this side.
  fileprivate func onePixel(of factor: Int) -> Plane<UInt8> {
    let (width, height) = (width / factor, height / factor)
    return Plane(
      width: width, height: height,
      elements: (0..<width * height).map {
        self[$0 % width * factor + factor / 2, $0 / width * factor + factor / 2]
      })
  }
}
