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
    let lines = try PictureFiles.named(by: paths)
    let sheets = try PictureFiles.named(by: references)
    guard let first = lines.first else {
      throw Failure(["name a line drawing beside --reference."])
    }
    return try asked(at: bare(first) + ".nurie", lines, sheets, work)
  }

  /// Of a folder, coloured pictures become references and the others drawings.
  private static func made(of folder: String, work: Work) throws -> String? {
    let files = PictureFiles.pictures(in: folder)
    if files.isEmpty {
      throw Failure(
        folder,
        "is neither a project nor a folder with pictures; nurie new makes a project")
    }
    say("looking at \(counted(files.count, "picture")) …")
    var lines: [String] = []
    var sheets: [String] = []
    for file in files {
      let picture = try ImageFile.read(file, work: work).pixels
      if try picture.thumbnail(longest: 256, work: work).isColoured {
        sheets.append(file)
      } else {
        lines.append(file)
      }
    }
    let path = ProjectFolder(path: folder).path
    return try asked(at: path + ".nurie", lines, sheets, work)
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

extension Image {
  /// Whether a good part of it has a colour: a drawing in pencil or ink on yellowed paper has not, nor has
  /// one with a few trace lines.
  fileprivate var isColoured: Bool {
    let coloured = elements.filter { pixel in
      let channels = [Int(pixel.r), Int(pixel.g), Int(pixel.b)]
      return pixel.a > 127 && channels.max()! - channels.min()! > 40
    }.count
    return coloured * 20 > elements.count
  }
}
