import ArgumentParser
import Delivery
import Glibc
import ImageFormats
import Learning
import Projects
import Raster
import Renders
import Studio
import Training

struct ProjectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project",
    abstract: Phrase(
      "Finds what a trained generator draws pictures from.", "学習した生成器が、どの潜在変数から画像を描くかを探します。"
    ).spoken,
    discussion: Phrase(
      """
      Each picture is looked for by itself, as a render: in the background, or as one array of a batch system. nurie renders \
      shows, cancels, continues and retries them. The folder holds, in renders/NUMBER/result, a safetensors file for each picture \
      (styles of all layers, noise, losses), and in the end contact.png, each picture beside what was found.

      Examples:

        nurie project heads/ --gan ~/.cache/nurie/training/gan/checkpoint.safetensors --count 64
        nurie project mine/ --gan gan.safetensors --output mine.found --watch
        nurie project heads/ --gan gan.safetensors --runner slurm --partition short --time 30:00
        nurie renders heads.projection

      Pictures of a folder are scaled as a whole to the generator's size, on white; let nurie dataset frame them, and project that data \
      set, where the generator learned from framed ones. The same command again goes on; what is done is not done twice.
      """,
      """
      画像は 1 枚ずつ、レンダーとしてバックグラウンドで、またはバッチシステムの 1 つの配列として処理します。表示・中止・再開・やり直しは nurie renders で行います。フォルダの renders/番号/result には画像ごとの safetensors ファイル (全レイヤーのスタイル、ノイズ、損失) が、最後に contact.png (元の画像と見つかった画像) が入ります。

      例:

        nurie project heads/ --gan ~/.cache/nurie/training/gan/checkpoint.safetensors --count 64
        nurie project mine/ --gan gan.safetensors --output mine.found --watch
        nurie project heads/ --gan gan.safetensors --runner slurm --partition short --time 30:00
        nurie renders heads.projection

      フォルダの画像は、全体を生成器の大きさに縮め、余白は白にします。構図のそろった絵で学習した生成器には、先に nurie dataset で切り出し、そのデータセットを指定してください。同じコマンドで続きから進み、終わったものはやり直しません。
      """
    ).spoken)

  @Argument(
    help: help(
      "A data set, or a folder of pictures.", "データセット、または画像のフォルダ。", value: .folder))
  var pictures: String

  @Option(
    help: help(
      "The generator: a checkpoint of nurie train gan, or weights.",
      "生成器: nurie train gan のチェックポイントか重み。", value: .file))
  var gan: String

  @Option(
    help: help(
      "The folder of the projection; beside the pictures, with .projection at its end, unless given.",
      "射影のフォルダ。指定しなければ、画像の隣に .projection を付けた名前で作ります。", value: .folder))
  var output: String?

  @Option(help: help("The steps for each picture.", "画像ごとの歩数。", value: .number))
  var steps = 300

  @Option(
    help: help("Only so many pictures, the first ones.", "先頭からこの枚数だけ。", value: .number))
  var count: Int?

  @Option(help: help("The seed of the random numbers.", "乱数の種。", value: .number))
  var seed: UInt64 = 1

  @Option(help: help("How many to project at the same time.", "同時に処理する数。", value: .number))
  var jobs = 1

  @Option(
    help: help(
      "How many processor cores each uses; unless given, they share all but one. What is found is the same.",
      "1 件が使う CPU コアの数。指定しなければ 1 つを残して分け合います。結果は同じです。", value: .number))
  var threads: Int?

  @OptionGroup(title: Phrase("Where", "実行先").spoken) var batch: BatchOptions

  @Flag(help: help("Stay and show the progress until they have ended.", "終わるまで進み具合を表示します。"))
  var watch = false

  func validate() throws {
    for (option, value, range) in [
      ("--steps", steps, 1...100_000), ("--count", count ?? 1, 1...1_000_000),
      ("--jobs", jobs, 1...256), ("--threads", threads ?? 1, 1...1024),
    ] where !range.contains(value) {
      throw ValidationError(
        "\(option) is a number from \(range.lowerBound) to \(range.upperBound)",
        "\(option) には \(range.lowerBound) から \(range.upperBound) の数を指定してください")
    }
  }

  func run() throws {
    try batch.chosen.check()
    guard ProgramFiles.path(of: Engines.weights) != nil else {
      throw Failure([
        Phrase(
          "the network's weights (share/nurie/\(Engines.weights)) are missing, by whose features pictures are compared; install nurie again.",
          "画像を比べるネットワークの重み (share/nurie/\(Engines.weights)) がありません。nurie を入れ直してください。")
      ])
    }
    let generator = try GeneratorFile(contentsOf: gan)
    let given = try framed(to: generator.side)
    let folder = output ?? "\(ProjectFolder(path: pictures).path).projection"
    let added = try make(ProjectFolder(path: folder).path, of: given, generator)
    let place = try RenderedFolder(folder)
    let queue = place.queue
    if added.isEmpty {
      queue.askRunners(always: true)
      try queue.resume(queue.renders().filter(\.isInterrupted))
    }
    let started = try queue.startWorkers(jobs: jobs, for: batch.runner)
    if let warning = started.warning { say(warning) }
    print(QueueReport(queue: queue, name: folder, added: added, started: started).sentence)
    if watch { try RenderFollowing(place, named: folder).run(isLasting: false) }
    try ProjectionFolder(reading: folder).writeContact(of: queue)
  }

  /// Makes the folder with all its jobs, whole or not at all, so that nobody queues a picture twice; one that is there is left.
  ///
  /// - Returns: the jobs, where they are new.
  private func make(
    _ folder: String, of given: [(name: String, picture: Image)], _ generator: GeneratorFile
  ) throws -> [Render] {
    if ProjectionFolder.isThere(folder) {
      try check(folder, given, generator)
      return []
    }
    let aside = "\(folder).\(getpid()).part"
    FolderTree.remove(aside)
    try FolderTree.make(aside)
    defer { FolderTree.remove(aside) }
    let made = try ProjectionFolder(
      writing: aside, generator: generator, pictures: given, steps: steps, seed: seed)
    let key = made.description.checkpoint
    _ = try RenderQueue(ProjectFolder(path: aside)).add(
      made.description.pictures.map { picture in
        RenderJob(
          projecting: PictureID(rawValue: picture.name),
          ProjectionOrder(steps: steps, seed: seed), key: "\(key)-\(picture.hash)",
          runner: batch.runner, threads: threads, resources: batch.resources)
      })
    if rename(aside, folder) == 0 {
      return RenderQueue(ProjectFolder(path: folder)).renders()
    }
    let failure = errno
    // Somebody else may have made it meanwhile.
    guard failure == ENOTEMPTY || failure == EEXIST || failure == ENOTDIR else {
      throw ImageError(.unwritable(String(cString: strerror(failure))), file: folder)
    }
    guard ProjectionFolder.isThere(folder) else { throw ProjectionError(.occupied, path: folder) }
    try check(folder, given, generator)
    return []
  }

  private func check(
    _ folder: String, _ given: [(name: String, picture: Image)], _ generator: GeneratorFile
  ) throws {
    let there = try ProjectionFolder(reading: folder)
    guard there.isOf(generator, pictures: given, steps: steps, seed: seed) else {
      throw ProjectionError(.other, path: folder)
    }
  }

  /// The pictures at the generator's size, with the names of their files.
  private func framed(to side: Int) throws -> [(name: String, picture: Image)] {
    if access(pictures + "/dataset.json", F_OK) == 0 {
      let set = try DataSet(folder: pictures)
      guard set.size >= side else {
        throw Failure(
          pictures,
          "holds drawings of \(set.size) pixels, and the generator draws \(side); give a data set of that size",
          "の絵は \(set.size) ピクセルで、生成器は \(side) ピクセルを描きます。その大きさのデータセットを指定してください")
      }
      return try (0..<min(count ?? set.count, set.count)).map {
        ("\($0)", try set.picture($0, side: side))
      }
    }
    let files = Array(try PictureFiles.named(by: [pictures]).prefix(count ?? .max))
    let work = Work(threads: WorkOptions.cores)
    let found = try zip(files, PictureID.named(after: files)).compactMap {
      file, name -> (name: String, picture: Image)? in
      do {
        let read = try PictureFiles.read(file, work: work).pixels
        return (name.rawValue, try read.scaled(onto: side, work: work))
      } catch let error as ImageError {
        say(Phrase(error))
        return nil
      }
    }
    guard !found.isEmpty else {
      throw Failure(pictures, "holds no picture that can be read", "読み込める画像がありません")
    }
    return found
  }
}

extension Image {
  /// The whole picture in the middle of a white square.
  fileprivate func scaled(onto side: Int, work: Work) throws -> Image {
    let longest = Swift.max(width, height)
    let (across, down) = (
      Swift.max(1, (width * side + longest / 2) / longest),
      Swift.max(1, (height * side + longest / 2) / longest)
    )
    let small =
      across == width && down == height
      ? self
      : try resized(
        width: across, height: down, longest > side ? .area : .lanczos, work: work)
    var square = Image(width: side, height: side, repeating: .white)
    let (left, top) = ((side - across) / 2, (side - down) / 2)
    for y in 0..<down {
      for x in 0..<across {
        let pixel = small[x, y]
        let alpha = Int(pixel.a)
        func over(_ channel: UInt8) -> UInt8 {
          let sum = Int(channel) * alpha + 255 * (255 - alpha)
          return UInt8((sum + 127) / 255)
        }
        square[left + x, top + y] = RGBA(over(pixel.r), over(pixel.g), over(pixel.b))
      }
    }
    return square
  }
}
