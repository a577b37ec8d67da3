internal import Coloring
internal import Delivery
internal import Dispatch
internal import ImageFormats
public import Projects
internal import Raster
internal import Regions
internal import Renders
internal import Synchronization
public import TerminalUI

/// Does what the reducer asks of the world, each kind of work on a queue of its own, so that a slow
/// picture keeps neither the journal nor the interface waiting. What comes of it is posted as actions.
public final class EffectRunner: Sendable {
  private let folder: ProjectFolder
  /// Nil where the project may only be read.
  private let writer: ProjectWriter?
  private let threads: Int
  private let folders: UserFolders
  private let post: @Sendable (Action) -> Void
  private let analyst: Analyst
  private let teacher: Teacher
  private let divider: Divider
  private let outside: OutsideFiles
  private let sources: SourceWatch?
  private let facts: FactsKeeper
  private let composer: Composer
  private let renders: RenderWatch
  private let seer: RenderSeer
  private let exchange: FileExchange

  private let files = DispatchQueue(label: "nurie.files", qos: .userInitiated)
  private let thumbnails = DispatchQueue(label: "nurie.thumbnails", qos: .utility)
  /// The pictures that wait for thumbnails: the one that was asked for last is seen now, and comes first.
  private let waitingThumbnails = Mutex<[Picture]>([])
  /// Whether it was said that preferences cannot be kept.
  private let toldOfPreferences = Atomic(false)

  /// - Parameters:
  ///   - threads: for the engine.
  ///   - post: called from any thread.
  public init(
    project: Project, folders: UserFolders, threads: Int, post: @escaping @Sendable (Action) -> Void
  ) {
    let folder = project.folder
    self.folder = folder
    writer = project.writer
    outside = OutsideFiles(folder, post: post)
    sources = project.writer.map { SourceWatch($0.importer, post: post) }
    facts = FactsKeeper(folder)
    self.threads = threads
    self.folders = folders
    self.post = post
    exchange = FileExchange(home: folders.home, threads: threads, post: post)
    seer = RenderSeer(post: post)
    renders = RenderWatch(RenderQueue(project.folder), post: post)
    composer = Composer(threads: threads, post: post)
    teacher = Teacher(folder, threads: threads, engines: .shipped, post: post)
    divider = Divider(threads: threads, post: post)
    analyst = Analyst(
      threads: threads, files: StageFiles(in: folder), engines: .shipped,
      load: { id, kind, work in
        do {
          return try ImageFile.read(folder.file(of: id, kind), work: work)
        } catch let error as ImageError {
          throw error.named(in: folder)
        }
      },
      division: { id, image, work in
        do {
          return try folder.division(of: id, image, work: work)
        } catch let error as ImageError {
          throw error.named(in: folder)
        }
      }, teller: { try folder.teller(for: $0) }, post: post)
  }

  /// Starts doing it; returns at once. What concerns the terminal is the run loop's, and nothing here.
  public func run(_ effect: Effect) {
    switch effect {
    case .quit, .open, .suspend, .repaint, .setMouse, .copy, .announce: return
    case .append(let line): writer?.journal.append(line)
    case .retryJournal: writer?.journal.retry()
    case .analyse(let order): analyst.analyse(order)
    case .compose(let order, let result): composer.compose(order, result)
    case .survey(let order): analyst.survey(order)
    case .stopSurvey: analyst.cancel()
    case .keepFacts(let counts): if writer != nil { facts.keep(counts) }
    case .teach(let state): if writer != nil { teacher.teach(state) }
    case .countTaught(let old, let new): teacher.count(from: old, to: new)
    case .divide(let order, let lineArt): divider.divide(order, lineArt)
    case .thumbnails(let wanted):
      waitingThumbnails.withLock { $0 = wanted + $0 }
      for _ in wanted { thumbnails.async { self.makeThumbnail() } }
    case .keepThumbnail(let image, let drawing):
      if writer != nil {
        thumbnails.async { [folder] in Thumbnail.keep(image, of: drawing, in: folder) }
      }
    case .keep(let analysis, let drawing, let references, let parts):
      if writer != nil {
        outside.keep(analysis, of: drawing, references: references, parts: parts)
      }
    case .keepPalette(let palette, let parts):
      if writer != nil { outside.keep(palette, parts: parts) }
    case .lookOutside(let drawing, let parts):
      if writer != nil { outside.look(at: drawing, parts: parts) }
    case .watchSources(let drawings, let known): sources?.watch(drawings, known: known)
    case .acknowledgeOutside(let drawing, let reading, let parts):
      outside.acknowledge(reading, of: drawing, parts: parts)
    case .acknowledgePalette(let parts): outside.acknowledgePalette(parts: parts)
    case .importFiles(let names, let kind): files.async { self.importFiles(names, kind) }
    case .complete(let path, let endings): files.async { self.complete(path, endings) }
    case .importResult(let result, let title, let drawing):
      files.async { self.importResult(result, title, drawing) }
    case .startRenders(let jobs): renders.start(jobs)
    case .wish(let wish): renders.fulfil(wish)
    case .lookForRenders: renders.refresh()
    case .lookAtRender(let render): seer.look(at: render)
    case .readRenderLog(let render): seer.readLog(of: render)
    case .readPalette(let path): exchange.readPalette(path)
    case .write(let order, let path, let isReplacing):
      exchange.write(order, to: path, isReplacing: isReplacing)
    case .loadThemes: files.async { self.loadThemes() }
    case .savePreferences(let preferences): files.async { self.save(preferences) }
    }
  }

  /// Gives up what is under way and waits until every edit is written.
  ///
  /// - Parameter preferences: for the next start.
  /// - Returns: what kept edits from being written, ready for a terminal.
  public func finish(remembering preferences: Preferences) -> String? {
    analyst.cancel()
    teacher.cancel()
    divider.cancel()
    composer.cancel()
    save(preferences)
    facts.finish()
    outside.finish()
    sources?.finish()
    return writer?.journal.finish()?.description
  }

  private func makeThumbnail() {
    giveWayToTheInterface()
    guard let picture = waitingThumbnails.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else {
      return
    }
    if picture.kind == .drawing, let coloured = Thumbnail.coloured(picture.id, in: folder) {
      post(.colouredThumbnail(picture.id, coloured))
    }
    do {
      post(
        .thumbnail(
          picture.id, try Thumbnail.image(of: picture, in: folder, work: Work(threads: 1))))
    } catch let error as ImageError {
      post(.pictureFailed(picture.id, error.named(in: folder).phrase))
    } catch {
      post(.pictureFailed(picture.id, Phrase(error)))
    }
  }

  private func importFiles(_ names: [String], _ kind: Picture.Kind) {
    giveWayToTheInterface()
    guard let writer else { return }
    do {
      let files = try PictureFiles.named(by: names, home: folders.home)
      let outcome = try writer.importer.add(files, as: kind, work: Work(threads: threads))
      for warning in outcome.warnings { post(.happened(.warning, warning.phrase)) }
      post(
        .imported(
          outcome.pictures, as: kind, coloured: outcome.coloured,
          failures: outcome.failures.map(\.phrase)))
    } catch {
      post(.imported([], as: kind, failures: [Phrase(error)]))
    }
  }

  private func importResult(_ result: ColoringResult, _ title: String, _ drawing: PictureID) {
    guard let writer else { return }
    do {
      post(
        .resultImported(
          try writer.importer.add(result, title: title, resultOf: drawing),
          of: drawing))
    } catch {
      post(.happened(.failed, Phrase(error)))
    }
  }

  private func complete(_ path: String, _ endings: [String]) {
    let completions = PathCompletion.completions(of: path, endings: endings, home: folders.home)
    post(.completions(completions, for: path))
  }

  private func loadThemes() {
    let library = folders.themes
    post(
      .themes(
        library.names.map { name in
          let (theme, problem) = library.usable(name)
          return ThemeChoice(name: name, theme: theme, problem: problem?.phrase)
        }))
  }

  private func save(_ preferences: Preferences) {
    guard let configuration = folders.configuration else { return }
    do {
      try preferences.write(folder: configuration)
    } catch {
      // Said once, and behind what is about the work: nothing of worth is lost.
      if toldOfPreferences.exchange(true, ordering: .relaxed) { return }
      post(.noted(.warning, Phrase(error)))
    }
  }
}

extension ImageError {
  /// The same with its file named from the project's folder on, so that a line has room for the reason.
  fileprivate func named(in folder: ProjectFolder) -> ImageError {
    guard file.hasPrefix(folder.path + "/") else { return self }
    return ImageError(inside(folder).problem, file: String(file.dropFirst(folder.path.count + 1)))
  }
}

extension UserFolders {
  /// The themes that the user has beside the built-in ones.
  public var themes: ThemeLibrary {
    ThemeLibrary(folder: configuration.map { $0 + "/themes" })
  }
}
