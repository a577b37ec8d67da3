import Glibc
public import ImageFormats
public import Raster

/// The files that an artist means by what is typed.
public enum PictureFiles {
  /// The endings of pictures' names, in small letters.
  public static let endings = [".png", ".jpg", ".jpeg", ".webp"]

  /// The files that paths, patterns (`cut012/*.png`) and folders name; of a folder its pictures, hidden ones left out.
  /// Numbers in names count as numbers: 2 comes before 10.
  ///
  /// - Parameter home: what `~` means.
  /// - Throws: `missing`, `nothingFits`, `noPictures` for what names nothing.
  public static func named(by given: [String], home: String? = UserFolders().home)
    throws(ImageError)
    -> [String]
  {
    var files: [String] = []
    for text in given {
      let path = UserPath.expanded(text, home: home)
      if let status = FileStatus(path) {
        let found = status.isFolder ? pictures(in: path) : [path]
        if found.isEmpty { throw ImageError(.noPictures, file: text) }
        files += found
      } else if text.unicodeScalars.contains("\u{fffd}") {
        // A shell's pattern gave a name that is no text: reading it says so, and the others go on.
        files.append(path)
      } else {
        let found = matches(path)
        if found.isEmpty {
          throw ImageError(text.contains(where: isWildcard) ? .nothingFits : .missing, file: text)
        }
        files += found
      }
    }
    return files
  }

  /// Reads a picture of the artist's.
  ///
  /// - Throws: as `ImageFile.read`, and `special` for a pipe, which may have nobody at its other end.
  public static func read(_ file: String, work: Work) throws -> DecodedImage {
    if let status = FileStatus(file), !status.isRegular, !status.isFolder {
      throw ImageError(.special, file: file)
    }
    return try ImageFile.read(file, work: work)
  }

  /// The pictures in a folder, by their endings; folders that are named like pictures are left out.
  public static func pictures(in folder: String) -> [String] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return names(in: folder).filter { name in
      !name.hasPrefix(".") && endings.contains { name.lowercased().hasSuffix($0) }
    }.sorted(by: isBefore).map { prefix + $0 }.filter { FileStatus($0)?.isFolder != true }
  }

  /// The files that were never imported into a project, as their names tell.
  ///
  /// - Parameter lists: those that one import would take together: its titles depend on one another.
  public static func notImported(_ lists: [[String]], into project: Project) -> [String] {
    let titles = Set(project.history.pictures.values.map(\.title))
    return lists.flatMap { files in
      zip(files, PictureTitles.titles(of: files)).filter { !titles.contains($1) }.map(\.0)
    }
  }

  /// The folders in a folder that have pictures in them, hidden ones and projects left out: their names.
  public static func foldersWithPictures(in folder: String) -> [String] {
    names(in: folder).filter { name in
      let path = "\(folder)/\(name)"
      return !name.hasPrefix(".") && !name.hasSuffix(".nurie")
        && FileStatus(path)?.isFolder == true && !pictures(in: path).isEmpty
    }.sorted(by: isBefore)
  }

  private static func isWildcard(_ character: Character) -> Bool { "*?[".contains(character) }

  private static func matches(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }.filter { FileStatus($0)?.isFolder == false }.sorted(by: isBefore)
  }

  /// Order of names with numbers in them.
  static func isBefore(_ a: String, _ b: String) -> Bool {
    var left = Substring(a)
    var right = Substring(b)
    while let first = left.first, let second = right.first {
      let numbers = (left.prefix(while: \.isASCIIDigit), right.prefix(while: \.isASCIIDigit))
      if !numbers.0.isEmpty, !numbers.1.isEmpty {
        let values = (numbers.0.drop { $0 == "0" }, numbers.1.drop { $0 == "0" })
        if values.0.count != values.1.count { return values.0.count < values.1.count }
        if values.0 != values.1 { return values.0 < values.1 }
        left = left.dropFirst(numbers.0.count)
        right = right.dropFirst(numbers.1.count)
      } else {
        if first != second { return first < second }
        left.removeFirst()
        right.removeFirst()
      }
    }
    return left.isEmpty && right.isEmpty ? a < b : left.isEmpty
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
