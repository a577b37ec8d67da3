public import ArgumentParser
import Coloring
import Delivery
public import Figures
import Projects
import Raster
import Studio
import Training

extension FigurePortrait.Cut: ExpressibleByArgument {}

struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset",
    abstract: Phrase(
      "Makes a data set to learn from: drawings as colours, lines and parts.",
      "学習用のデータセットを作ります: 絵ごとに色、線、パーツ。"
    ).spoken,
    discussion: Phrase(
      """
      The data set is a folder of sheets that you can look at: colour-0000.png holds coloured drawings side by side, \
      line-0000.png the same as lines, parts-0000.png in the parts' colours; contact.png shows some of each, and \
      dataset.json says what it holds, who drew it and what they permit. All are framed alike: heads upright, their \
      faces of one width; bodies whole.

      Examples:

        nurie dataset mine/ --artist Hana --permission "for my own use" --output hana
        nurie dataset --generated 20000 --seed 1 --size 64 --output heads
        nurie dataset --generated 500 --of bodies --size 256 --output bodies

      Of a folder, pictures without a figure, too small, or nearly the same as another are left out, by name; nothing \
      in it is changed. Ctrl-C breaks it off; the same command goes on with it.
      """,
      """
      データセットは見られるシートのフォルダです。colour-0000.png には彩色した絵が並び、line-0000.png はその線、parts-0000.png はパーツの色です。contact.png にはその一部が並び、dataset.json には内容、描いた人、許可が書かれています。構図はそろっています: 頭はまっすぐで顔の幅が同じ、体は全身です。

      例:

        nurie dataset mine/ --artist Hana --permission "自分用のみ" --output hana
        nurie dataset --generated 20000 --seed 1 --size 64 --output heads
        nurie dataset --generated 500 --of bodies --size 256 --output bodies

      フォルダのうち、人物のない絵、小さすぎる絵、他とほぼ同じ絵は、名前を示して除きます。フォルダの中身は変えません。Ctrl-C で中断しても、同じコマンドで続きから作れます。
      """
    ).spoken)

  @Argument(
    help: help(
      "A folder of coloured drawings by one artist.", "1 人の絵描きの、彩色した絵のフォルダ。", value: .folder))
  var folder: String?

  @Option(
    help: help(
      "Who drew the pictures in the folder; it is kept in the data set and in weights made from it.",
      "フォルダの絵を描いた人。データセットと、それで学習した重みに残ります。", value: .name))
  var artist: String?

  @Option(
    help: help(
      "What the artist permits, in a sentence; it is kept likewise.",
      "絵描きが許可する範囲 (1 文)。同じように残ります。", value: Phrase("text", "文")))
  var permission: String?

  @Option(
    help: help(
      "A text file that names pictures to leave out, one a line.",
      "除く画像の名前を 1 行に 1 つ書いたテキストファイル。", value: .file))
  var leaveOut: String?

  @Option(
    help: help(
      "Draw so many characters at random, instead of a folder.", "フォルダの代わりに、ランダムなキャラクターをこの数だけ描きます。",
      value: .number))
  var generated: Int?

  @Option(
    help: help(
      "The first character's seed; each after it has the next number.",
      "最初のキャラクターの乱数の種。次からは 1 ずつ増えます。", value: .number))
  var seed: UInt64 = 1

  @Option(
    help: help(
      "What is shown: heads or bodies.", "写すもの: heads (頭) か bodies (全身)。",
      value: Phrase(same: "heads|bodies")))
  var of = FigurePortrait.Cut.heads

  @Option(
    help: help(
      "The drawings' side in pixels: 64, 128, 256 or 512.",
      "絵の一辺のピクセル数: 64、128、256、512。", value: .pixels))
  var size = 128

  @Option(
    help: help(
      "A folder for the data set; it is made if it is missing.",
      "データセットのフォルダ。なければ作ります。", value: .folder))
  var output: String

  @OptionGroup var workOptions: WorkOptions

  func validate() throws {
    guard (folder == nil) != (generated == nil) else {
      throw ValidationError(
        "give either a folder of drawings or --generated", "絵のフォルダか --generated のどちらか一方を指定してください")
    }
    guard generated.map((1...DataSetDescription.most).contains) ?? true else {
      throw ValidationError(
        "--generated is a number from 1 to \(DataSetDescription.most)",
        "--generated には 1 から \(DataSetDescription.most) の数を指定してください")
    }
    guard generated == nil || artist == nil && permission == nil && leaveOut == nil else {
      throw ValidationError(
        "--artist, --permission and --leave-out go with a folder of drawings",
        "--artist、--permission、--leave-out は絵のフォルダと一緒に指定してください")
    }
    guard DataSetDescription.sizes.contains(size) else {
      throw ValidationError(
        "--size is 64, 128, 256 or 512", "--size には 64、128、256、512 のどれかを指定してください")
    }
  }

  func run() throws {
    let extractor = try LineExtractor(givenOr: nil)
    if let folder {
      try PictureSet(command: self, folder: folder, lines: extractor).make()
    } else if let generated {
      try make(generated, extractor)
    }
  }

  private func make(_ count: Int, _ extractor: LineExtractor) throws {
    let wish = DataSetDescription(
      generated: count, seed: seed, of: of, size: size, lineWeights: extractor.key.description)
    var making = try begin(wish, extractor)
    let eyes = Engines.shipped.engine(for: ColoringSettings())
    try making.run(eyes: eyes, work: workOptions.work) { made in
      say(Phrase("\(made) of \(count) drawings", "\(count) 枚中 \(made) 枚"))
    }
    try making.writeContact()
  }

  /// The making, after telling where it begins.
  func begin(_ wish: DataSetDescription, _ extractor: LineExtractor) throws -> DataSetMaking {
    try FolderTree.make(output)
    let making = try DataSetMaking(of: wish, in: output, lines: extractor)
    if making.isFinished {
      say(
        Phrase(
          "is finished already, with \(counted(making.made, "drawing")).",
          "もうできています (\(making.made) 枚)。"
        ).of(output))
    } else if making.made > 0 {
      say(
        Phrase(
          "goes on after \(counted(making.made, "drawing")).", "\(making.made) 枚の続きから作ります。"
        ).of(output))
    }
    return making
  }
}
