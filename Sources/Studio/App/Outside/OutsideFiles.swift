internal import Coloring
internal import Dispatch
internal import Projects
internal import Raster
internal import Regions
internal import Synchronization

// A project's files for other programs: the palette and the files of a drawing's parts are written when the
// artist pauses, and a `parts.png` that Krita or GIMP has mended, or a changed `palette.json`, is read back as edits: the
// first as soon as it is saved, both when the artist comes back to the terminal.

final class OutsideFiles: Sendable {
  private static let delay = DispatchTimeInterval.seconds(2)

  private let folder: ProjectFolder
  private let post: @Sendable (Action) -> Void
  private let queue = DispatchQueue(label: "nurie.outside", qos: .background)
  private let watch: FolderWatch
  /// The drawing whose folder is watched, and the parts there are.
  private let watched = Mutex<(Picture, [Part])?>(nil)
  /// Of several analyses only the last is written.
  private let writing: NewestOnly
  /// The contents that the palette's file is to have.
  private let waitingPalette = Mutex<(Palette, [Part])?>(nil)
  /// The complaint about a palette.json that cannot be read: not said again until it is another.
  private let complaint = Mutex<Phrase?>(nil)

  init(_ folder: ProjectFolder, post: @escaping @Sendable (Action) -> Void) {
    self.folder = folder
    self.post = post
    writing = NewestOnly(on: queue, threads: 1)
    watch = FolderWatch(on: queue)
    watch.start { [weak self] in
      // A file written here is not read again: its record is written before its change is told.
      if let self, let (drawing, parts) = watched.withLock({ $0 }) { read(drawing, parts) }
    }
  }

  /// Takes in what was edited outside; else writes what was found, unless something newer is found within
  /// two seconds.
  func keep(_ analysis: Analysis, of drawing: Picture, references: [Picture], parts: [Part]) {
    watched.withLock { $0 = (drawing, parts) }
    watch.watch([folder.folder(of: drawing.id, drawing.kind): .files])
    writing.run(after: Self.delay) { [self] work in
      do {
        let isWritten = try AnalysisFiles.write(
          analysis.result, of: drawing, references: references, parts: parts, in: folder,
          work: work)
        if !isWritten { read(drawing, parts) }
      } catch is Cancelled {
        return
      } catch {
        post(.outsideFailed(Phrase(error)))
      }
    }
  }

  /// Writes a palette, unless something newer is to be written within two seconds; takes in what was edited outside.
  func keep(_ palette: Palette, parts: [Part]) {
    let isFirst = waitingPalette.withLock { waiting in
      defer { waiting = (palette, parts) }
      return waiting == nil
    }
    if isFirst {
      queue.asyncAfter(deadline: .now() + Self.delay) { [self] in
        giveWayToTheInterface()
        writePalette()
      }
    }
  }

  /// Gives up what takes long, and writes the palette that waits.
  func finish() {
    writing.cancel()
    queue.sync { writePalette() }
  }

  private func writePalette() {
    let next = waitingPalette.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    guard let (palette, parts) = next else { return }
    do {
      if try !PaletteTable(in: folder).write(palette) { readPalette(parts) }
    } catch {
      post(.outsideFailed(Phrase(error)))
    }
  }

  /// Looks for edits made outside.
  func look(at drawing: Picture, parts: [Part]) {
    queue.async {
      self.read(drawing, parts)
      self.readPalette(parts)
    }
  }

  /// Notes that a palette edited outside is safe in the journal.
  func acknowledgePalette(parts: [Part]) {
    queue.async {
      do {
        try PaletteTable(in: self.folder).acknowledge(parts: parts)
      } catch {
        self.post(.happened(.warning, Phrase(error)))
      }
    }
  }

  private func readPalette(_ parts: [Part]) {
    let table = PaletteTable(in: folder)
    guard table.isEditedOutside else { return }
    do {
      post(.paletteEditedOutside(try table.outsideEdits(parts: parts)))
      complaint.withLock { $0 = nil }
    } catch {
      let text = Phrase(error)
      let isNew = complaint.withLock { complaint in
        defer { complaint = text }
        return complaint != text
      }
      if isNew { post(.happened(.warning, text)) }
    }
  }

  /// Notes that they are safe in the journal.
  func acknowledge(_ reading: PartsPicture.Reading, of drawing: Picture, parts: [Part]) {
    queue.async {
      do {
        try PartsPicture(of: drawing, in: self.folder, parts: parts).acknowledge(reading)
        // Somebody may have saved again meanwhile.
        self.read(drawing, parts)
      } catch {
        self.post(.happened(.warning, Phrase(error)))
      }
    }
  }

  private func read(_ drawing: Picture, _ parts: [Part]) {
    let picture = PartsPicture(of: drawing, in: folder, parts: parts)
    do {
      if let reading = try picture.outsideReading(work: Work(threads: 1)) {
        post(.editedOutside(drawing.id, reading))
      }
    } catch {
      post(.happened(.warning, Phrase(error)))
    }
  }
}
