public import Raster
import Synchronization

/// A terminal for tests: events from a script, surfaces kept.
public final class RecordingBackend: Backend {
  public var size: (columns: Int, rows: Int)
  public var capabilities: Capabilities
  /// The events that each call of `events(timeout:)` returns, first to last; nothing after the end.
  public var script: [[TerminalEvent]]
  /// Whether frames are taken; a terminal that stops reading takes none.
  public var isReading = true

  public private(set) var surfaces: [Surface] = []
  /// The cursor's place in the last frame.
  public private(set) var cursor: Point?
  public private(set) var repaints = 0
  public private(set) var suspensions = 0
  public private(set) var rings: [String?] = []
  public private(set) var copied: [String] = []
  public private(set) var capturesMouse = true
  public private(set) var exactColors: Set<CellColor> = []
  public private(set) var isClosed = false
  private let wakeUps = Mutex(0)

  public init(
    columns: Int = 80, rows: Int = 24,
    capabilities: Capabilities = Capabilities(colors: .direct, glyphs: .halves, hasMouse: true),
    script: [[TerminalEvent]] = []
  ) {
    size = (columns, rows)
    self.capabilities = capabilities
    self.script = script
  }

  /// The text of the last frame.
  public var lines: [String] { surfaces.last?.lines ?? [] }
  public var wakeUpCount: Int { wakeUps.withLock { $0 } }

  public func show(_ surface: Surface, cursor: Point?) -> Bool {
    guard isReading else { return false }
    surfaces.append(surface)
    self.cursor = cursor
    return true
  }

  public func events(timeout: Int?) -> [TerminalEvent] {
    script.isEmpty ? [] : script.removeFirst()
  }

  public func wake() { wakeUps.withLock { $0 += 1 } }
  public func repaint() { repaints += 1 }
  public func suspend() { suspensions += 1 }
  public func keepExact(_ colors: Set<CellColor>) { exactColors = colors }
  public func captureMouse(_ isOn: Bool) { capturesMouse = isOn }
  public func copy(_ text: String) -> Bool {
    copied.append(text)
    return true
  }
  public func ring(_ note: String?) { rings.append(note) }
  public func close() { isClosed = true }
}
