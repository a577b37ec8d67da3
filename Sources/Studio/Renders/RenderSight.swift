internal import Dispatch
internal import Glibc
internal import ImageFormats
public import Raster
internal import Renders

/// The contents of a render's files beyond its state.
public struct RenderSight: Sendable {
  public let number: Int
  /// The result, or else the newest preview, at most 1024 pixels a side; nil before the first.
  public let picture: Image?
  /// Differs where the picture does.
  public let version: Int
  /// The last line of its log.
  public let lastLogLine: String?

  public init(number: Int, picture: Image?, version: Int, lastLogLine: String?) {
    self.number = number
    self.picture = picture
    self.version = version
    self.lastLogLine = lastLogLine
  }
}

/// A render's log, being read.
public struct RenderLog: Sendable {
  public let number: Int
  /// Ready for a terminal, the oldest first.
  public let lines: [String]
  /// The number of lines below what is seen.
  public var scroll = 0

  public init(number: Int, lines: [String]) {
    self.number = number
    self.lines = lines
  }
}

/// Looks at the files of one render, the newest order only.
final class RenderSeer: Sendable {
  private static let side = 1024
  private static let longestLog = 1 << 20

  private let post: @Sendable (Action) -> Void
  private let orders: NewestOnly
  /// The picture read last: one that has not changed is not read again.
  private let known = RecentPicture()

  /// - Parameter post: called from any thread.
  init(post: @escaping @Sendable (Action) -> Void) {
    self.post = post
    orders = NewestOnly(
      on: DispatchQueue(label: "nurie.render-files", qos: .userInitiated), threads: 1)
  }

  func look(at render: Render) {
    orders.run { [post, known] work in
      let file = render.state == .done ? render.result : render.preview
      let version = file.map(RenderSeer.version) ?? 0
      var picture: Image?
      if let file, version != 0 {
        // A preview that is replaced while it is read comes with the next look.
        picture =
          known.picture(file, version)
          ?? (try? ImageFile.read(file, work: work).pixels.thumbnail(
            longest: RenderSeer.side, work: work))
        if work.isCancelled { return }
        if let picture { known.keep(picture, of: file, version) }
      }
      post(
        .renderSeen(
          RenderSight(
            number: render.number, picture: picture, version: version,
            lastLogLine: render.lastLogLine())))
    }
  }

  func readLog(of render: Render) {
    orders.run { [post] _ in
      let bytes = render.log.flatMap { try? readBytes($0, limit: RenderSeer.longestLog) } ?? []
      let lines = bytes.split(separator: UInt8(ascii: "\n")).map { printable(bytes: $0) }
      post(.renderLogRead(RenderLog(number: render.number, lines: lines)))
    }
  }

  /// 0 where there is no such file.
  private static func version(of file: String) -> Int {
    var status = stat()
    guard stat(file, &status) == 0 else { return 0 }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec ^ Int(status.st_ino)
  }
}
