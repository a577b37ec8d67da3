import Glibc
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("Reading a file")
struct ImageFileTests {
  private let folder = TemporaryFolder()

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    var file = try AtomicFile(replacing: folder / name)
    try file.write(bytes)
    try file.commit()
    return folder / name
  }

  private func problem(_ path: String, limits: Limits = Limits()) -> ImageError.Problem? {
    #expect(throws: ImageError.self) { try ImageFile.read(path, limits: limits) }?.problem
  }

  @Test("The kind is told by content, not by name")
  func content() throws {
    let picture = Image(width: 3, height: 2, repeating: RGBA(1, 2, 3))
    let path = try file("picture.jpg", PNG.encode(picture))
    let decoded = try ImageFile.read(path)
    #expect(decoded.kind == .png)
    #expect(decoded.pixels == picture)
  }

  @Test(
    "Reading gives up within a band of rows when nobody wants the picture any more",
    arguments: ["upright.png", "baseline.jpg"])
  func cancelled(name: String) throws {
    let bytes = try Fixtures.bytes(name)
    #expect(throws: Cancelled.self) {
      try ImageFile.decode(bytes, work: Work(threads: 1, isCancelled: { true }))
    }
  }

  @Test("Writing that is given up leaves nothing", arguments: ["a.png", "a.psd", "a.ora"])
  func cancelledWriting(name: String) throws {
    let work = Work(threads: 1, isCancelled: { true })
    let picture = LayeredSample.picture
    let merged = try picture.composed(work: Work(threads: 1))
    #expect(throws: Cancelled.self) {
      switch name {
      case "a.psd": try PSD.write(picture, to: folder / name, merged: merged, work: work)
      case "a.ora": try OpenRaster.write(picture, to: folder / name, merged: merged, work: work)
      default: try PNG.write(merged, to: folder / name, work: work)
      }
    }
    #expect(folder.names.isEmpty)
  }

  @Test("What is no picture is told, as well as it can be")
  func refused() throws {
    #expect(problem(folder / "none.png") == .missing)
    #expect(problem(folder.path) == .folder)
    #expect(problem(try file("empty", [])) == .empty)
    #expect(problem(try file("text", Array("Dear diary,\n".utf8))) == .notAPicture("a text file"))
    #expect(problem(try file("psd", Array("8BPS\0\u{1}".utf8))) == .notAPicture("a Photoshop file"))
    #expect(problem(try file("noise", [0, 1, 2, 255])) == .notAPicture(nil))
    #expect(problem(try file("short", [0x89, 0x50])) == .notAPicture(nil))
  }

  @Test("A file over the limit of bytes is refused")
  func bytes() throws {
    let path = try file("large", [UInt8](repeating: 0, count: 70_000))
    #expect(problem(path, limits: Limits(fileBytes: 69_999)) == .tooManyBytes(limit: 69_999))
    #expect(problem(path, limits: Limits(fileBytes: 70_000)) == .notAPicture(nil))
    // Devices have no end.
    #expect(problem("/dev/zero", limits: Limits(fileBytes: 1000)) == .tooManyBytes(limit: 1000))
  }

  @Test("Each error is one sentence that names the file, escaped")
  func sentences() {
    let problems: [ImageError.Problem] = [
      .missing, .folder, .unreadable("Permission denied"), .empty, .notAPicture(nil),
      .notAPicture("a GIF"), .truncated(.png), .corrupt(.jpeg, "bad\u{1b}[31m code"),
      .tooManyPixels(width: 10, height: 10, limit: 99), .tooManyBytes(limit: 5),
      .unsupported("an animated WebP", saveAs: "PNG"), .exists, .targetIsFolder, .noSuchFolder,
      .unwritable("Read-only file system"), .diskFull, .tooLargeForFormat("PSD"),
    ]
    for problem in problems {
      let text = ImageError(problem, file: "a\nb\u{202e}.png").description
      #expect(text.hasPrefix("a\\nb\\u{202e}.png: "))
      #expect(text.hasSuffix("."))
      #expect(text.unicodeScalars.allSatisfy { $0.value >= 32 })
    }
  }
}

@Suite("Text from files is shown safely")
struct PrintableTests {
  @Test(
    "Controls, overrides and separators become visible",
    arguments: [
      ("plain 塗り絵 é 🎨", "plain 塗り絵 é 🎨"),
      ("a\u{1b}[2Jb", "a\\u{1b}[2Jb"),
      ("a\n\r\tb", "a\\n\\r\\tb"),
      ("\u{0}\u{7f}\u{9b}", "\\u{0}\\u{7f}\\u{9b}"),
      ("gnp.\u{202e}txt\u{2066}", "gnp.\\u{202e}txt\\u{2066}"),
      ("\u{2028}\u{2029}\u{feff}\u{200b}", "\\u{2028}\\u{2029}\\u{feff}\\u{200b}"),
      ("👩‍🎨", "👩‍🎨"),
    ])
  func escapes(text: String, shown: String) {
    #expect(printable(text) == shown)
    #expect(printable(bytes: Array(text.utf8)) == shown)
  }

  @Test("Bytes that are no UTF-8 become hexadecimal")
  func bytes() {
    #expect(printable(bytes: [0x61, 0xff, 0xc3, 0x62, 0xe5, 0xa1]) == "a\\xff\\xc3b\\xe5\\xa1")
    // An overlong slash, a surrogate.
    #expect(printable(bytes: [0xc0, 0xaf, 0xed, 0xa0, 0x80]) == "\\xc0\\xaf\\xed\\xa0\\x80")
    #expect(printable(bytes: []) == "")
  }
}
