internal import Coloring
internal import Delivery
internal import Dispatch
internal import ImageFormats
internal import Projects
internal import Raster
internal import Regions
internal import Synchronization
internal import TerminalUI

// Colours the drawing that the artist looks at, again after each correction. One drawing at a time: a newer order
// cancels the one before it, within the 50 ms that the flow promises. Results of stages are kept in
// memory, so that a correction costs only what follows from it; so are the pictures last read. References of other
// characters are read once for their colours, one after the other, and of them nothing else is kept.
//
// Memory: a picture of 6 megapixels is 24 MB, its division 12, its ink 12. So what the present order is made from is kept, each picture
// once, which the results hold anyway; of other drawings what fits in `keptPixels`.
//
// Results that memory lacks may lie in the project's cache on disk: a drawing that was open yesterday, or was rendered
// since, is there at once.
//
// A survey looks at a drawing that nobody waits for. It goes the same way, so that whatever the artist asks for cancels it; of
// what it makes only what all drawings share is kept in memory: the references.

final class Analyst: Sendable {
  private let load: @Sendable (PictureID, Picture.Kind, Work) throws -> DecodedImage
  private let division: @Sendable (PictureID, Image, Work) throws -> FinishedDivision?
  private let teller: @Sendable (ColoringSettings) throws -> PartTeller?
  private let post: @Sendable (Action) -> Void
  private let orders: NewestOnly
  private let engines: Engines
  private let toldOfLack = Atomic(false)
  /// The results on disk.
  private let files: StageFiles
  /// Composed pictures are not kept: each is as large as all else, and composing is quick.
  private let cache = MemoryCache(
    stages: Set(StageKind.allCases).subtracting([.layers]),
    capacity: Analyst.capacity(references: 1))
  /// The drawing of the present order, and of the one before until that is known.
  private let last = Mutex<PictureID?>(nil)
  /// The colours of references that a drawing was not matched with: a few kilobytes each.
  private let palettes = Mutex<[LabelledReference: ReferencePalette]>([:])
  /// Least recently used first.
  private let pictures = Mutex<[ReadPicture]>([])

  private struct ReadPicture: Sendable {
    let id: PictureID
    let picture: Pyramid<RGBA>
    let resolution: Resolution?
    /// Of a reference that is a finished drawing.
    var division: FinishedDivision?

    var asReference: ReferencePicture {
      ReferencePicture(picture.plane, division: division)
    }
  }

  /// Pictures are kept up to so many pixels in all, and those of the present order in any case.
  private static let keptPixels = 8_000_000

  /// The results of one run, and two for a correction that is taken back.
  private static func capacity(references: Int) -> Int { 6 + references + 2 }

  /// - Parameters:
  ///   - files: the project's results of stages on disk.
  ///   - load: reads a picture of the project; throws what can be shown to the artist.
  ///   - division: reads that of a reference, where it is a finished drawing; throws likewise.
  ///   - teller: reads what was taught of the project's parts; throws likewise.
  ///   - post: called from any thread.
  init(
    threads: Int, files: StageFiles, engines: Engines,
    load: @escaping @Sendable (PictureID, Picture.Kind, Work) throws -> DecodedImage,
    division: @escaping @Sendable (PictureID, Image, Work) throws -> FinishedDivision?,
    teller: @escaping @Sendable (ColoringSettings) throws -> PartTeller?,
    post: @escaping @Sendable (Action) -> Void
  ) {
    self.files = files
    self.engines = engines
    self.load = load
    self.division = division
    self.teller = teller
    self.post = post
    orders = NewestOnly(
      on: DispatchQueue(label: "nurie.analysis", qos: .utility), threads: threads)
  }

  func analyse(_ order: AnalysisOrder) {
    orders.run { [self] work in
      do {
        // Before anything is read there has to be room for it.
        keepPictures(of: [order.drawing] + order.references)
        cache.resize(to: Self.capacity(references: order.references.count))
        let drawing = try picture(order.drawing, .drawing, work)
        let isAnother = last.withLock { last in
          defer { last = order.drawing }
          return last != order.drawing
        }
        if isAnother, 2 * drawing.picture.plane.elements.count > Self.keptPixels {
          cache.forgetDrawings()
        }
        post(
          .analysed(
            try analysis(order, of: drawing, cache: TieredCache(cache, before: files), work) {
              [post] progress in
              post(.analysing(order, share: progress.overall, stage: progress.stage))
            }))
      } catch is Cancelled {
        return
      } catch {
        post(.analysisFailed(order, Phrase(error)))
      }
    }
  }

  func survey(_ order: AnalysisOrder) {
    orders.run(threads: 1) { [self] work in
      do {
        let file = try load(order.drawing, .drawing, work)
        let drawing = ReadPicture(
          id: order.drawing, picture: Pyramid(file.pixels), resolution: file.resolution)
        let found = try analysis(
          order, of: drawing, cache: TieredCache(ReferencesOnly(cache: cache), before: files), work
        ) { _ in }
        post(
          .surveyed(
            order, DrawingFacts(found), source: found.result.flats.sourcePalette,
            picture: found.thumbnail))
      } catch is Cancelled {
        return
      } catch {
        // The artist hears why on opening the drawing.
        post(.surveyed(order, nil))
      }
    }
  }

  /// Gives up what is under way.
  func cancel() { orders.cancel() }

  private func analysis(
    _ order: AnalysisOrder, of drawing: ReadPicture, cache: some StageCache, _ work: Work,
    progress: @escaping @Sendable (ColoringProgress) -> Void
  ) throws -> Analysis {
    let others = try order.others.map { try palette(of: $0, work) }
    let references = try order.references.map { try picture($0, .reference, work) }
    var inputs = ColoringInputs(
      drawing: drawing.picture.plane, references: references.map(\.asReference),
      places: order.places,
      others: others, corrections: order.corrections, settings: order.settings)
    inputs.referenceLabels = order.referenceLabels
    inputs.examples = order.examples
    inputs.teller = try teller(order.settings)
    tellLack(for: order.settings)
    let coloured = try ColouredDrawing(
      inputs, resolution: drawing.resolution, engines: engines, cache: cache, work: work,
      progress: progress)
    return try Analysis(
      order: order, result: coloured.result, resolution: coloured.resolution,
      references: references.map(\.picture), work: work)
  }

  /// Says once that there is no other engine than rules where one is wished for.
  private func tellLack(for settings: ColoringSettings) {
    guard let lack = engines.lack(for: settings),
      !toldOfLack.exchange(true, ordering: .relaxed)
    else { return }
    post(.happened(.warning, lack.phrase))
  }

  private func palette(of reference: LabelledReference, _ work: Work) throws -> ReferencePalette {
    if let known = palettes.withLock({ $0[reference] }) { return known }
    let read = { [self] in
      let image = try load(reference.id, .reference, work).pixels
      return try ReferencePalette(
        of: ReferencePicture(image, division: division(reference.id, image, work)),
        labels: reference.labels, cache: files, work: work)
    }
    let palette = try reference.isRemoved ? ReferencePalette.ofRemoved(read) : read()
    palettes.withLock { palettes in
      // Labels that were taken back or added to are not asked for again.
      palettes = palettes.filter { $0.key.id != reference.id }
      palettes[reference] = palette
    }
    return palette
  }

  private func picture(_ id: PictureID, _ kind: Picture.Kind, _ work: Work) throws -> ReadPicture {
    let known = pictures.withLock { pictures -> ReadPicture? in
      guard let index = pictures.firstIndex(where: { $0.id == id }) else { return nil }
      let entry = pictures.remove(at: index)
      pictures.append(entry)
      return entry
    }
    if let known { return known }
    let file = try load(id, kind, work)
    let picture = ReadPicture(
      id: id, picture: try Pyramid(file.pixels, work: work), resolution: file.resolution,
      division: kind == .reference ? try division(id, file.pixels, work) : nil)
    pictures.withLock { $0.append(picture) }
    return picture
  }

  /// Lets go of the pictures used least recently, but for these.
  private func keepPictures(of needed: [PictureID]) {
    pictures.withLock { pictures in
      while pictures.map(\.picture.plane.elements.count).reduce(0, +) > Self.keptPixels,
        let oldest = pictures.firstIndex(where: { !needed.contains($0.id) })
      {
        pictures.remove(at: oldest)
      }
    }
  }
}

/// Of another cache only what the references gave, which no drawing has to itself.
private struct ReferencesOnly: StageCache {
  let cache: MemoryCache

  func value(for key: ContentKey, of stage: StageKind) -> (any Sendable)? {
    cache.value(for: key, of: stage)
  }

  func store(_ value: any Sendable, for key: ContentKey, of stage: StageKind) {
    if stage == .reference { cache.store(value, for: key, of: stage) }
  }
}
