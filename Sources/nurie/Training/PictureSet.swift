import Coloring
import Delivery
import Figures
import Glibc
import ImageFormats
import Projects
import Raster
import Studio
import Training

/// A data set of an artist's folder, which `nurie dataset FOLDER` makes.
struct PictureSet {
  let command: DatasetCommand
  /// As its user named it.
  let folder: String
  let lines: LineExtractor

  func make() throws {
    let files = try PictureFiles.named(by: [folder])
    guard !isSame(folder, command.output) else {
      throw Failure(
        folder,
        "is the folder of the drawings, in which nothing is changed; choose another --output",
        "元の絵のフォルダで、中身は変えません。--output で別の場所を指定してください")
    }
    let unwanted = try unwantedNames()
    let artist = try statement(
      command.artist, option: "--artist",
      Phrase("Who drew these pictures? ", "これらの絵を描いたのは誰ですか? "))
    let permission = try statement(
      command.permission, option: "--permission",
      Phrase("What does the artist permit? ", "絵描きは何を許可していますか? "))
    let settings = ColoringSettings()
    guard Engines.shipped.lack(for: settings) == nil else {
      throw Failure([
        Phrase(
          "the network's weights (share/nurie/\(Engines.weights)) are missing or damaged, and it is the network that finds figures; install nurie again.",
          "人物を探すネットワークの重み (share/nurie/\(Engines.weights)) がないか壊れています。nurie を入れ直してください。"
        )
      ])
    }
    let wish = DataSetDescription(
      by: artist, permission: permission, of: command.of, size: command.size,
      lineWeights: lines.key.description, partWeights: Engine.shippedNetwork)
    var making = try command.begin(wish, lines)
    if making.isFinished { return try making.writeContact() }
    let paths = Dictionary(
      files.map { (name(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    let work = command.workOptions.work
    try making.run(
      files: files.map(name), unwanted: unwanted, eyes: Engines.shipped.engine(for: settings),
      work: work, read: { try read(paths[$0] ?? $0, work: work) }, tell: tell)
    try making.writeContact()
    guard making.made > 0 else {
      throw Failure(
        folder, "no picture in it shows a figure that is large enough; give drawings of characters",
        "十分な大きさの人物が写った画像がありません。キャラクターの絵を指定してください")
    }
    say(
      Phrase("holds \(counted(making.made, "drawing")).", "\(making.made) 枚が入っています。").of(
        command.output))
  }

  private func isSame(_ one: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(one, &first) == 0 && stat(other, &second) == 0 && first.st_dev == second.st_dev
      && first.st_ino == second.st_ino
  }

  private func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The names in the list that --leave-out gives.
  private func unwantedNames() throws -> Set<String> {
    guard let list = command.leaveOut else { return [] }
    let text = String(decoding: try readBytes(list, limit: 16 << 20), as: UTF8.self)
    return Set(
      text.split(whereSeparator: \.isNewline).map { line in
        String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }.filter { !$0.isEmpty }.map(name))
  }

  /// What the artist says: as given, or as answered on a terminal.
  private func statement(_ given: String?, option: String, _ question: Phrase) throws -> String {
    var text = given ?? ""
    if given == nil && isatty(STDIN_FILENO) == 1 {
      write(question.spoken, to: STDERR_FILENO)
      text = readLine() ?? ""
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Failure(
        folder, "say with --artist who drew these pictures and with --permission what they permit",
        "--artist で描いた人を、--permission で許可の範囲を書いてください")
    }
    return text
  }

  private func read(_ path: String, work: Work) throws -> DataSetMaking.ReadPicture? {
    do {
      let picture = try PictureFiles.read(path, work: work)
      let bytes = try readBytes(path, limit: Limits().fileBytes)
      return DataSetMaking.ReadPicture(
        pixels: picture.pixels, hash: ContentKey(bytes: bytes).description)
    } catch let error as ImageError {
      say(Phrase(error))
      return nil
    }
  }

  private func tell(_ outcome: DataSetMaking.Outcome) {
    guard case .leftOut(let leftOut) = outcome else { return }
    let sentence: Phrase? =
      switch leftOut.reason {
      case .unreadable: nil
      case .listed: Phrase("is left out, as listed.", "一覧にあるので除きます。")
      case .noFigure:
        command.of == .heads
          ? Phrase("is left out: no face was found in it.", "顔が見つからないので除きます。")
          : Phrase("is left out: no figure was found in it.", "人物が見つからないので除きます。")
      case .tooSmall:
        Phrase(
          "is left out: what it shows is smaller than half of \(command.size) pixels.",
          "写っているものが \(command.size) ピクセルの半分より小さいので除きます。")
      case .alike:
        Phrase(
          "is left out: it is nearly the same as \(printable(leftOut.other ?? "")).",
          "\(printable(leftOut.other ?? "")) とほぼ同じなので除きます。")
      }
    if let sentence { say(sentence.of(leftOut.file)) }
  }
}
