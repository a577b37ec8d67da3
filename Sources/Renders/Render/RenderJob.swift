import Coloring
import FoundationEssentials
public import ImageFormats
public import Projects
import Raster

/// The order for a render: `job.json` in its folder. It never changes once it is written.
public struct RenderJob: Hashable, Sendable {
  /// The work that is to be done.
  public enum Kind: Hashable, Sendable {
    /// Colours a drawing of a project.
    case colouring
    /// Finds what a generator draws a picture from, in the folder of a projection.
    case projection(ProjectionOrder)
  }

  public let kind: Kind
  /// The drawing, or the picture that is projected.
  public let drawing: PictureID
  /// The number of lines of the journal that count for it: later edits do not.
  public let position: Int
  /// The key of everything that the project said of the drawing then, in hexadecimal. Where the project's is another now,
  /// the render is stale.
  public let key: String
  /// What goes before what the project says.
  public let given: GivenSettings
  /// The layered file to write too.
  public let layers: LayeredFormat?
  /// The pixels of the drawing, from which is guessed how long it takes; nil where nobody noted them.
  public let pixels: Int?
  /// The runner that starts its workers, by name: `local` is this machine.
  public let runner: String
  /// The number of threads that a worker may use; nil leaves that to the runner. The picture is the same.
  public let threads: Int?
  /// The resources that are asked of a batch system for it.
  public let resources: BatchResources
  /// Where its files are wanted too; nil for nowhere but in its folder.
  public let output: RenderOutput?
  /// The number of the first render that was queued by the same command; nil before it is queued.
  public internal(set) var batch: Int?

  /// A render of a drawing as it stands.
  public init(
    of drawing: PictureID, in history: History, given: GivenSettings = GivenSettings(),
    layers: LayeredFormat? = nil, runner: String = RunnerList.usual, threads: Int? = nil,
    resources: BatchResources = BatchResources(), output: RenderOutput? = nil
  ) {
    kind = .colouring
    self.output = output
    self.drawing = drawing
    self.given = given
    self.layers = layers
    self.runner = runner
    self.threads = threads
    self.resources = resources
    pixels = history.state[drawing].map { $0.width * $0.height }
    position = history.lines.count
    key = history.state.contentKey(for: drawing, given: given).description
  }

  /// A projection of a picture.
  ///
  /// - Parameter key: of the picture and the generator.
  public init(
    projecting picture: PictureID, _ order: ProjectionOrder, key: String,
    runner: String = RunnerList.usual, threads: Int? = nil,
    resources: BatchResources = BatchResources()
  ) {
    kind = .projection(order)
    drawing = picture
    position = 0
    self.key = key
    given = GivenSettings()
    layers = nil
    pixels = nil
    self.runner = runner
    self.threads = threads
    self.resources = resources
    output = nil
  }

  /// Whether the drawing was changed since.
  public func isStale(in state: ProjectState) -> Bool {
    state.contentKey(for: drawing, given: given).description != key
  }
}

extension RenderJob {
  /// Format 1 was before renders had attempts; up to 2 every setting was there, given or not; up to 3 all were colourings.
  private static let format = 4

  private struct Record: Codable {
    var format: Int
    var projection: ProjectionOrder?
    var drawing: PictureID
    var position: Int
    var key: String
    var layers: LayeredFormat?
    var gap: Double?
    var matcher: ColoringSettings.Matcher?
    var borders: ColoringSettings.Borders?
    var traceLines: ColoringSettings.TraceLines?
    var traceColours: ColoringSettings.TraceColours?
    var lines: ColoringSettings.Lines?
    var shading: ColoringSettings.ShadingSource?
    var background: String
    var aliased: Bool?
    var pixels: Int?
    var runner: String?
    var threads: Int?
    var resources: BatchResources?
    var output: RenderOutput?
    var batch: Int?
  }

  /// - Throws: `ImageError` where the file cannot be read, `RenderError` where it is no job of this version.
  init(file: String) throws {
    let bytes = try readBytes(file, limit: 1 << 20)
    let record: Record
    do {
      record = try JSONDecoder().decode(Record.self, from: Data(bytes))
    } catch {
      throw RenderError("the render's job.json \(JSONReason.of(error)); start the render again")
    }
    guard (1...RenderJob.format).contains(record.format), record.drawing.isSafe,
      record.position >= 0, record.threads.map({ (1...1024).contains($0) }) ?? true,
      record.projection.map({ $0.steps > 0 }) ?? true
    else {
      throw RenderError(
        "the render's job.json was made by another version of nurie; start the render again")
    }
    kind = record.projection.map { .projection($0) } ?? .colouring
    drawing = record.drawing
    position = record.position
    key = record.key
    layers = record.layers
    pixels = record.pixels
    runner = record.runner ?? RunnerList.usual
    threads = record.threads
    resources = record.resources ?? BatchResources()
    output = record.output
    batch = record.batch
    var given = GivenSettings()
    given.said.gap = record.gap
    given.said.matcher = record.matcher
    given.said.borders = record.borders
    given.said.traceLines = record.traceLines
    given.said.traceColours = record.traceColours
    given.said.lines = record.lines
    given.said.shading = record.shading
    given.said.aliased = record.aliased
    if record.format < 3 { given.said.dropUsual() }
    given.background =
      record.background == "reference"
      ? .reference : RGBA(hex: record.background).map { .colour($0) } ?? .none
    self.given = given
  }

  var bytes: [UInt8] {
    let background =
      switch given.background {
      case .none: "none"
      case .reference: "reference"
      case .colour(let colour): colour.hex
      }
    var projection: ProjectionOrder?
    if case .projection(let order) = kind { projection = order }
    // An older nurie goes on understanding colourings.
    let record = Record(
      format: projection == nil ? 3 : RenderJob.format, projection: projection, drawing: drawing,
      position: position, key: key, layers: layers,
      gap: given.said.gap, matcher: given.said.matcher, borders: given.said.borders,
      traceLines: given.said.traceLines, traceColours: given.said.traceColours,
      lines: given.said.lines, shading: given.said.shading,
      background: background, aliased: given.said.aliased, pixels: pixels, runner: runner,
      threads: threads, resources: resources.isEmpty ? nil : resources, output: output,
      batch: batch)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    do {
      return Array(try encoder.encode(record))
    } catch {
      preconditionFailure("a job is always JSON: \(error)")
    }
  }
}

extension ProjectSettings {
  /// Takes for not given what is as nurie has it: where nobody noted which were given, the project decided on these.
  fileprivate mutating func dropUsual() {
    let usual = ColoringSettings()
    if shading == usual.shading { shading = nil }
    if traceLines == usual.traceLines { traceLines = nil }
    if lines == usual.lines { lines = nil }
    if aliased == usual.aliased { aliased = nil }
  }
}
