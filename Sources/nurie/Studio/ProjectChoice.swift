import Glibc
import ImageFormats
import Projects
import Raster
import Studio

/// Which project the studio opens, and how one is made of what the artist has.
enum ProjectChoice {
  /// The project that was open last, or at the very first start the samples.
  static func last(_ preferences: Preferences, work: Work) throws -> String {
    if let path = preferences.project, isFolder(path) { return path }
    let path = SampleProject.path()
    if isFolder(path) { return path }
    guard let source = SampleProject.source() else {
      throw Failure([
        "the samples that came with it were not found; name a project to open, or make one with nurie new."
      ])
    }
    say("making a project to try everything on: \(printable(path)) …")
    try SampleProject.make(at: path, from: source, work: work)
    return path
  }

  /// The project that `paths` mean: one itself; or one made of a folder's pictures, or of drawings and
  /// references, after asking.
  ///
  /// - Returns: nil where the artist does not want one to be made.
  static func named(_ paths: [String], references: [String], work: Work) throws -> String? {
    if paths.count == 1, references.isEmpty, isFolder(paths[0]) {
      if access(paths[0] + "/project.json", F_OK) == 0 { return paths[0] }
      return try made(of: paths[0], work: work)
    }
    let files = try PictureFiles.named(by: paths)
    let sheets = try PictureFiles.named(by: references)
    guard let first = files.first else {
      throw Failure(["name a line drawing beside --reference."])
    }
    if !sheets.isEmpty || files.count == 1 {
      return try asked(at: bare(first) + ".nurie", files, sheets, work)
    }
    let (lines, coloured) = try sorted(files, work: work)
    return try asked(at: bare(lines.first ?? first) + ".nurie", lines, coloured, work)
  }

  private static func made(of folder: String, work: Work) throws -> String? {
    let files = PictureFiles.pictures(in: folder)
    if files.isEmpty {
      throw Failure(
        folder,
        "is neither a project nor a folder with pictures; nurie new makes a project")
    }
    let (lines, coloured) = try sorted(files, work: work)
    return try asked(at: ProjectFolder(path: folder).path + ".nurie", lines, coloured, work)
  }

  /// Coloured pictures become references, and the others drawings.
  private static func sorted(
    _ files: [String], work: Work
  ) throws -> (lines: [String], coloured: [String]) {
    say("looking at \(counted(files.count, "picture")) …")
    var lines: [String] = []
    var coloured: [String] = []
    for file in files {
      if try ImageFile.read(file, work: work).pixels.isColoured(work: work) {
        coloured.append(file)
      } else {
        lines.append(file)
      }
    }
    return (lines, coloured)
  }

  private static func asked(
    at path: String, _ lines: [String], _ sheets: [String], _ work: Work
  ) throws -> String? {
    if isFolder(path) { return path }
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(path, "is not there yet, and there is nobody to ask; make it with nurie new")
    }
    write(
      "Make the project \(printable(path)) of \(counted(lines.count, "drawing")) and \(counted(sheets.count, "reference"))? [y/N] ",
      to: STDERR_FILENO)
    guard let answer = readLine(), ["y", "yes", "はい"].contains(answer.lowercased()) else {
      return nil
    }
    try NewCommand.make(at: path, of: lines, sheets, work: work)
    return path
  }

  private static func bare(_ file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot > (file.lastIndex(of: "/") ?? file.startIndex)
    else { return file }
    return String(file[..<dot])
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
