import Foundation
import TestSupport
import Testing

/// A generator of 32 pixels that has learned nothing, as `nurie train gan` writes it.
enum SmallGenerator {
  /// Its file: made once for all tests.
  static let file: String = {
    let folder = TemporaryFolder()
    for arguments in [
      ["dataset", "--generated", "8", "--size", "64", "--output", "heads"],
      [
        "train", "gan", "--data", "heads", "--size", "32", "--width", "4", "--steps", "1",
        "--folder", "gan",
      ],
    ] {
      let outcome = try? Program.run(arguments, in: folder)
      precondition(outcome?.status == 0, "\(outcome?.errors ?? "")")
    }
    let kept = NSTemporaryDirectory() + "nurie-generator-\(getpid()).safetensors"
    atexit { unlink(NSTemporaryDirectory() + "nurie-generator-\(getpid()).safetensors") }
    try? FileManager.default.removeItem(atPath: kept)
    try? FileManager.default.copyItem(atPath: folder / "gan/weights.safetensors", toPath: kept)
    return kept
  }()
}
