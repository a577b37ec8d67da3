internal import Raster
internal import Synchronization

/// The picture that was read from a file last.
final class RecentPicture: Sendable {
  private struct Kept {
    let file: String
    let version: Int
    let picture: Image
  }

  private let kept = Mutex<Kept?>(nil)

  func picture(_ file: String, _ version: Int) -> Image? {
    kept.withLock { kept in
      kept.flatMap { $0.file == file && $0.version == version ? $0.picture : nil }
    }
  }

  func keep(_ picture: Image, of file: String, _ version: Int) {
    kept.withLock { $0 = Kept(file: file, version: version, picture: picture) }
  }
}
