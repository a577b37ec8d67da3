import Glibc
import ImageFormats
import Raster
import TestSupport
import Testing

@Suite("Files appear whole or not at all")
struct AtomicFileTests {
  private let folder = TemporaryFolder()

  @Test("A committed file holds what was written; before that there is none")
  func commit() throws {
    let path = folder / "a"
    var file = try AtomicFile(replacing: path)
    try file.write([1, 2])
    try file.write([3])
    #expect(access(path, F_OK) != 0)
    try file.commit()
    #expect(try readBytes(path, limit: 100) == [1, 2, 3])
    #expect(folder.names == ["a"])
  }

  @Test("One that is dropped leaves the old file, and no temporary")
  func dropped() throws {
    let path = folder / "a"
    try Self.write([1], to: path)
    do {
      var file = try AtomicFile(replacing: path)
      try file.write([9, 9, 9])
    }
    #expect(try readBytes(path, limit: 100) == [1])
    #expect(folder.names == ["a"])
  }

  @Test("An existing file is replaced only where that is allowed")
  func exists() throws {
    let path = folder / "a"
    try Self.write([1], to: path)
    let error = #expect(throws: ImageError.self) {
      try AtomicFile(replacing: path, overwriting: false).commit()
    }
    #expect(error == ImageError(.exists, file: path))
    try Self.write([2], to: path)
    #expect(try readBytes(path, limit: 100) == [2])
  }

  @Test("Nor is one that appears while another is written")
  func appearsMeanwhile() throws {
    let path = folder / "a"
    let error = #expect(throws: ImageError.self) {
      var file = try AtomicFile(replacing: path, overwriting: false)
      try file.write([2])
      try Self.write([1], to: path)
      try file.commit()
    }
    #expect(error == ImageError(.exists, file: path))
    #expect(try readBytes(path, limit: 100) == [1])
    try AtomicFile(replacing: folder / "b", overwriting: false).commit()
    #expect(folder.names == ["a", "b"])
  }

  @Test("A symbolic link stays one")
  func symbolicLink() throws {
    mkdir(folder / "other", 0o777)
    try Self.write([1], to: folder / "other/real")
    symlink("other/real", folder / "link")
    try Self.write([2], to: folder / "link")
    #expect(try readBytes(folder / "other/real", limit: 100) == [2])
    #expect(folder.names == ["link", "other"])
  }

  @Test("The mode is what the umask leaves")
  func mode() throws {
    let path = folder / "a"
    let mask = umask(0)
    umask(mask)
    try Self.write([1], to: path)
    var status = stat()
    #expect(stat(path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o666 & ~mask)
  }

  @Test("What cannot be written is said")
  func errors() throws {
    #expect(Self.problem(writing: folder.path) == .targetIsFolder)
    #expect(Self.problem(writing: folder / "a/") == .targetIsFolder)
    #expect(Self.problem(writing: folder / "none/a") == .noSuchFolder)
    #expect(Self.problem(writing: "/dev/full") == .diskFull)
    let long = folder / String(repeating: "x", count: 300)
    #expect(Self.problem(writing: long) == .unwritable("File name too long"))
    #expect(folder.names == [])
  }

  @Test("A folder without permission", .enabled(if: geteuid() != 0, "root may write anywhere"))
  func forbidden() throws {
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o777) }
    #expect(Self.problem(writing: folder / "a") == .unwritable("Permission denied"))
  }

  @Test("Ctrl-C, a hang-up and a request to end leave nothing half-written", arguments: [1, 2, 15])
  func signals(number: Int32) async throws {
    let path = folder / "a"
    await #expect(processExitsWith: .signal(number)) { [path = path as String, number] in
      AtomicFile.removeUnfinishedOnSignals()
      var file = try AtomicFile(replacing: path)
      try file.write([1, 2, 3])
      // To the process, as a terminal sends it: this thread may not take signals.
      kill(getpid(), number)
      sleep(10)
      try file.commit()
    }
    #expect(folder.names == [])
  }

  @Test("Many written together are all there, in place of what was", arguments: [1, 3, 40])
  func together(count: Int) throws {
    try Self.write([1], to: folder / "0")
    try AtomicFile.write(together: (0..<count).map { (folder / "\($0)", [UInt8($0), 7]) })
    #expect(folder.names == (0..<count).map { "\($0)" }.sorted())
    for number in 0..<count {
      #expect(try readBytes(folder / "\(number)", limit: 100) == [UInt8(number), 7])
    }
  }

  @Test("Where one of many cannot be written, none is", arguments: [3, 40])
  func notTogether(count: Int) throws {
    try Self.write([1], to: folder / "0")
    var files: [(path: String, bytes: [UInt8])] = (0..<count).map { (folder / "\($0)", [2]) }
    files.append((folder / "none/a", [2]))
    let error = #expect(throws: ImageError.self) { try AtomicFile.write(together: files) }
    #expect(error == ImageError(.noSuchFolder, file: folder / "none/a"))
    #expect(try readBytes(folder / "0", limit: 100) == [1])
    #expect(folder.names == ["0"])
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    var file = try AtomicFile(replacing: path)
    try file.write(bytes)
    try file.commit()
  }

  private static func problem(writing path: String) -> ImageError.Problem? {
    let image = Image(width: 1, height: 1, repeating: .white)
    do {
      try PNG.write(image, to: path)
      return nil
    } catch {
      return (error as? ImageError)?.problem
    }
  }
}
