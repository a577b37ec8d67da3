import Glibc
import ImageFormats
import Projects
import Raster
import Studio

/// The project that the studio opens.
struct ProjectChoice {
  let path: String
  /// A warning of files that were given and are not in it.
  var warning: Phrase?
}

/// Finds the project that the artist means, or makes one of what is given.
struct ProjectMaking {
  /// The questions and answers before the studio opens are in it too.
  let language: Language
  let work: Work

  /// The project that was open last, or at the very first start the samples.
  func last(_ preferences: Preferences) throws -> ProjectChoice {
    if let path = preferences.project, isFolder(path) { return ProjectChoice(path: path) }
    let path = SampleProject.path()
    if isFolder(path) { return ProjectChoice(path: path) }
    guard let source = SampleProject.source() else {
      throw Failure([
        Phrase(
          "the samples that come with nurie were not found; name a project to open, or make one with nurie new.",
          "付属のサンプルが見つかりません。開くプロジェクトを指定するか、nurie new で作ってください。")(language)
      ])
    }
    tell(
      Phrase(
        "making a project to try everything on: \(printable(path)) …",
        "練習用のプロジェクトを作っています: \(printable(path)) …"))
    try SampleProject.make(at: path, from: source, work: work)
    return ProjectChoice(path: path)
  }

  /// The project that `paths` mean: one itself; or one made of a folder's pictures, or of drawings and
  /// references, after asking.
  ///
  /// - Returns: nil where the artist does not want one to be made.
  func named(_ paths: [String], references: [String]) throws -> ProjectChoice? {
    if paths.count == 1, references.isEmpty, isFolder(paths[0]) {
      if access(paths[0] + "/project.json", F_OK) == 0 { return ProjectChoice(path: paths[0]) }
      return try made(of: paths[0])
    }
    let files = try PictureFiles.named(by: paths)
    let sheets = try PictureFiles.named(by: references)
    guard let first = files.first else {
      throw Failure([
        Phrase(
          "name a line drawing beside --reference.", "--reference のほかに線画を指定してください。")(language)
      ])
    }
    let path = bare(first) + ".nurie"
    if isFolder(path) { return try opened(path, given: [files, sheets]) }
    var sorted = SortedPictures(drawings: files, references: sheets)
    if sheets.isEmpty, files.count > 1 {
      sorted = try SortedPictures(files, work: work) { tell($0) }
    }
    return try asked(at: bare(sorted.drawings.first ?? first) + ".nurie", sorted, [])
  }

  private func made(of folder: String) throws -> ProjectChoice? {
    let path = ProjectFolder(path: folder).path + ".nurie"
    let files = PictureFiles.pictures(in: folder)
    if isFolder(path) { return try opened(path, given: [files]) }
    if files.isEmpty {
      throw Failure([
        "\(printable(folder)): "
          + Phrase(
            "is neither a project nor a folder with pictures; nurie new makes a project.",
            "プロジェクトでも画像のフォルダでもありません。nurie new でプロジェクトを作れます。")(language)
      ])
    }
    return try asked(
      at: path, SortedPictures(files, work: work) { tell($0) },
      PictureFiles.foldersWithPictures(in: folder))
  }

  /// A project that is there already, which is not changed by opening it.
  private func opened(_ path: String, given lists: [[String]]) throws -> ProjectChoice {
    let project = try Project(reading: ProjectFolder(path: path))
    let missing = PictureFiles.notImported(lists, into: project)
    if missing.isEmpty { return ProjectChoice(path: path) }
    let names = missing.map { printable(lastPart($0)) }.joined(separator: ", ")
    let place = printable(lastPart(path))
    return ProjectChoice(
      path: path,
      warning: Phrase(
        "\(place) was there already and opens as it was, without \(names): i imports pictures, a reference after Tab",
        "\(place) はすでにあるので、そのまま開きました。\(names) は入っていません。i で読み込みます (色見本は Tab のあと)"))
  }

  /// Asks, and makes the project.
  ///
  /// - Parameter folders: those that were not looked into.
  private func asked(at path: String, _ pictures: SortedPictures, _ folders: [String]) throws
    -> ProjectChoice?
  {
    if isFolder(path) {
      return try opened(path, given: [pictures.drawings, pictures.references])
    }
    var warnings = pictures.failures.map(\.phrase)
    if !folders.isEmpty {
      let names = printable(folders.joined(separator: ", "))
      warnings.append(
        Phrase(
          "folders are not looked into (\(names)); i imports what is in them.",
          "サブフォルダは読みません (\(names))。i で読み込めます。"))
    }
    for warning in warnings { tell(warning) }
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(
        path, "is not there yet, and there is no terminal to ask on; make it with nurie new",
        "まだありません。確認できる端末がないので、nurie new で作ってください")
    }
    let (lines, sheets) = (pictures.drawings.count, pictures.references.count)
    let question = Phrase(
      "Make the project \(printable(path)) of \(counted(lines, "drawing")) and \(counted(sheets, "reference"))? [y/N] ",
      "線画 \(lines) 枚と色見本 \(sheets) 枚でプロジェクト \(printable(path)) を作りますか? [y/N] ")
    write(question(language), to: STDERR_FILENO)
    guard let answer = readLine(), ["y", "yes", "はい"].contains(answer.lowercased()) else {
      return nil
    }
    try NewCommand.make(at: path, of: pictures.drawings, pictures.references, work: work)
    guard !warnings.isEmpty else { return ProjectChoice(path: path) }
    return ProjectChoice(
      path: path,
      warning: Phrase(
        "Left out: " + warnings.map(\.english).joined(separator: " "),
        "除外: " + warnings.map(\.japanese).joined(separator: " ")))
  }

  private func tell(_ phrase: Phrase) { say(phrase(language)) }

  private func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func bare(_ file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot > (file.lastIndex(of: "/") ?? file.startIndex)
    else { return file }
    return String(file[..<dot])
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
