internal import Coloring
internal import Delivery
internal import Dispatch
internal import ImageFormats
internal import Projects
internal import Raster

/// Reads and writes what the artist exchanges with other programs: palettes and finished pictures.
final class FileExchange: Sendable {
  /// A palette is no longer than this, in bytes.
  private static let paletteLimit = 1 << 22

  private let home: String?
  private let threads: Int
  private let post: @Sendable (Action) -> Void
  private let queue = DispatchQueue(label: "nurie.exchange", qos: .userInitiated)

  /// - Parameter post: called from any thread.
  init(home: String?, threads: Int, post: @escaping @Sendable (Action) -> Void) {
    self.home = home
    self.threads = threads
    self.post = post
  }

  func readPalette(_ path: String) {
    queue.async { [self] in
      giveWayToTheInterface()
      let file = UserPath.expanded(path, home: home)
      do {
        let palette = try Palette(gpl: readBytes(file, limit: Self.paletteLimit))
        post(.paletteRead(palette, file: printable(path)))
      } catch let error as GPLError {
        post(.exchangeFailed(error.phrase.of(path), .readPalette))
      } catch {
        post(.exchangeFailed(Phrase(error), .readPalette))
      }
    }
  }

  /// - Parameter isReplacing: whether another file may be replaced; else `fileExists` asks.
  func write(_ order: FileOrder, to path: String, isReplacing: Bool) {
    queue.async { [self] in
      giveWayToTheInterface()
      let file = UserPath.expanded(path, home: home)
      do {
        try write(order, file, isReplacing)
        // Whole, since a name alone does not say which folder it was taken to be in.
        let place = printable(UserPath.shortened(UserPath.absolute(file), home: home))
        post(.written(place, order.prompt))
      } catch let error as ImageError where error.problem == .exists {
        let place = UserPath.absolute(file)
        post(.fileExists(PendingFile(order: order, path: path, place: place)))
      } catch {
        post(.exchangeFailed(Phrase(error), order.prompt))
      }
    }
  }

  private func write(_ order: FileOrder, _ file: String, _ isReplacing: Bool) throws {
    let work = Work(threads: threads)
    switch order {
    case .palette(let palette, let title):
      var target = try AtomicFile(replacing: file, overwriting: isReplacing)
      try target.write(palette.gpl(named: title))
      try target.commit()
    case .result(let drawing, let background):
      try drawing.write(
        to: DeliveredFiles(file), on: background, overwriting: isReplacing, work: work)
    }
  }
}
