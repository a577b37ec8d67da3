internal import Coloring
internal import Dispatch
internal import Projects
internal import Raster
internal import Regions
internal import Synchronization
internal import TerminalUI

// Colours the drawing that the artist looks at, again after each correction. One drawing at a time: a newer order
// cancels the one before it, within the 50 ms that the flow promises. Results of stages are kept in
// memory, so that a correction costs only what follows from it; so are the pictures last read. References of other
// characters are read once for their colours, one after the other, and of them nothing else is kept.

final class Analyst: Sendable {
  private let load: @Sendable (PictureID, Picture.Kind, Work) throws -> Image
  private let post: @Sendable (Action) -> Void
  private let threads: Int
  private let queue = DispatchQueue(label: "nurie.analysis", qos: .utility)
  /// Composed pictures are not kept: each is as large as all else, and composing is quick.
  private let cache = MemoryCache(
    stages: Set(Stage.allCases).subtracting([.layers]), capacity: 8)
  /// Counts orders: work for any but the newest is cancelled.
  private let newest = Mutex(0)
  /// The colours of references that a drawing was not matched with: a few kilobytes each.
  private let palettes = Mutex<[LabelledReference: ReferencePalette]>([:])
  /// Least recently used first.
  private let pictures = Mutex<[(id: PictureID, picture: Pyramid<RGBA>)]>([])

  /// Pictures are kept up to so many pixels in all.
  private static let keptPixels = 14_000_000

  /// - Parameters:
  ///   - load: reads a picture of the project; throws what can be shown to the artist.
  ///   - post: called from any thread.
  init(
    threads: Int, load: @escaping @Sendable (PictureID, Picture.Kind, Work) throws -> Image,
    post: @escaping @Sendable (Action) -> Void
  ) {
    self.threads = threads
    self.load = load
    self.post = post
  }

  func analyse(_ order: AnalysisOrder) {
    let number = newest.withLock { newest in
      newest += 1
      return newest
    }
    queue.async { self.run(order, number) }
  }

  /// Gives up what is under way.
  func cancel() { newest.withLock { $0 += 1 } }

  private func run(_ order: AnalysisOrder, _ number: Int) {
    let isCancelled = { @Sendable in self.newest.withLock { $0 != number } }
    if isCancelled() { return }
    giveWayToTheInterface()
    do {
      let work = Work(threads: threads, isCancelled: isCancelled)
      let others = try order.others.map { try palette(of: $0, work) }
      let references = try order.references.map { try picture($0, .reference, work) }
      var inputs = ColoringInputs(
        drawing: try picture(order.drawing, .drawing, work).plane,
        references: references.map(\.plane), places: order.places, others: others,
        corrections: order.corrections, settings: order.settings)
      inputs.referenceLabels = order.referenceLabels
      let result = try Coloring.run(inputs, cache: cache, work: work) { [post] progress in
        post(.analysing(order, share: progress.overall, stage: progress.stage))
      }
      post(
        .analysed(
          try Analysis(order: order, result: result, references: references, work: work)))
    } catch is Cancelled {
      return
    } catch {
      post(.analysisFailed(order, "\(error)"))
    }
  }

  private func palette(of reference: LabelledReference, _ work: Work) throws -> ReferencePalette {
    if let known = palettes.withLock({ $0[reference] }) { return known }
    let image = try load(reference.id, .reference, work)
    let palette = try ReferencePalette(of: image, labels: reference.labels, work: work)
    palettes.withLock { palettes in
      // Labels that were taken back or added to are not asked for again.
      palettes = palettes.filter { $0.key.id != reference.id }
      palettes[reference] = palette
    }
    return palette
  }

  private func picture(_ id: PictureID, _ kind: Picture.Kind, _ work: Work) throws -> Pyramid<RGBA>
  {
    let known = pictures.withLock { pictures -> Pyramid<RGBA>? in
      guard let index = pictures.firstIndex(where: { $0.id == id }) else { return nil }
      let entry = pictures.remove(at: index)
      pictures.append(entry)
      return entry.picture
    }
    if let known { return known }
    let picture = try Pyramid(load(id, kind, work), work: work)
    pictures.withLock { pictures in
      pictures.append((id, picture))
      while pictures.count > 2,
        pictures.map(\.picture.plane.elements.count).reduce(0, +) > Self.keptPixels
      {
        pictures.removeFirst()
      }
    }
    return picture
  }
}
