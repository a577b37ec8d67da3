public import Coloring
import FoundationEssentials
import ImageFormats
import Raster

/// What a render is to do: `job.json` in its folder. It never changes once it is written.
public struct RenderJob: Hashable, Sendable {
  public let drawing: PictureID
  /// How many lines of the journal count for it: later edits do not.
  public let position: Int
  /// The key of everything that the project said of the drawing then, in hexadecimal. Where the project's is another now,
  /// the render is stale.
  public let key: String
  public let settings: ColoringSettings
  /// The layered file to write too.
  public let layers: Layers?

  public enum Layers: String, Sendable, Codable {
    case psd
    case ora
  }

  /// A render of a drawing as it stands.
  public init(
    of drawing: PictureID, in history: History, settings: ColoringSettings = ColoringSettings(),
    layers: Layers? = nil
  ) {
    self.drawing = drawing
    self.settings = settings
    self.layers = layers
    position = history.lines.count
    key = history.state.contentKey(for: drawing, settings: settings).description
  }

  /// Whether the drawing was changed since.
  public func isStale(in state: ProjectState) -> Bool {
    state.contentKey(for: drawing, settings: settings).description != key
  }
}

extension RenderJob {
  private static let format = 1

  private struct Record: Codable {
    var format: Int
    var drawing: PictureID
    var position: Int
    var key: String
    var layers: Layers?
    var traceLines: ColoringSettings.TraceLines
    var lines: ColoringSettings.Lines
    var shading: ColoringSettings.ShadingSource
    var background: String
    var aliased: Bool
  }

  /// - Throws: `missing`, `unreadable`, `newer`, `brokenManifest`.
  init(file: String) throws {
    let bytes = try readBytes(file, limit: 1 << 20)
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(bytes))
    } catch {
      throw RenderError("the render's job.json \(JSONReason.of(error)); start the render again")
    }
    guard record.format == RenderJob.format, record.drawing.isSafe, record.position >= 0 else {
      throw RenderError(
        "the render's job.json was made by another version of nurie; start the render again")
    }
    drawing = record.drawing
    position = record.position
    key = record.key
    layers = record.layers
    var settings = ColoringSettings()
    settings.traceLines = record.traceLines
    settings.lines = record.lines
    settings.shading = record.shading
    settings.background =
      record.background == "reference"
      ? .reference : RGBA(hex: record.background).map { .colour($0) } ?? .none
    settings.aliased = record.aliased
    self.settings = settings
  }

  var bytes: [UInt8] {
    let background =
      switch settings.background {
      case .none: "none"
      case .reference: "reference"
      case .colour(let colour): colour.hex
      }
    let record = Record(
      format: RenderJob.format, drawing: drawing, position: position, key: key, layers: layers,
      traceLines: settings.traceLines, lines: settings.lines, shading: settings.shading,
      background: background, aliased: settings.aliased)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    do {
      return Array(try encoder.encode(record))
    } catch {
      preconditionFailure("a job is always JSON: \(error)")
    }
  }
}

/// Why a render could not be done: a sentence without the render's name, ready for a terminal.
public struct RenderError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ sentence: String) { description = printable(sentence) }
}
