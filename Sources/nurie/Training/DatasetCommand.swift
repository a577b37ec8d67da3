public import ArgumentParser
import Coloring
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

        nurie dataset --generated 20000 --seed 1 --size 64 --output heads
        nurie dataset --generated 500 --of bodies --size 256 --output bodies

      Ctrl-C breaks it off; the same command goes on with it.
      """,
      """
      データセットは見られるシートのフォルダです。colour-0000.png には彩色した絵が並び、line-0000.png はその線、parts-0000.png はパーツの色です。contact.png にはその一部が並び、dataset.json には内容、描いた人、許可が書かれています。構図はそろっています: 頭はまっすぐで顔の幅が同じ、体は全身です。

      例:

        nurie dataset --generated 20000 --seed 1 --size 64 --output heads
        nurie dataset --generated 500 --of bodies --size 256 --output bodies

      Ctrl-C で中断しても、同じコマンドで続きから作れます。
      """
    ).spoken)

  @Option(
    help: help(
      "Draw so many characters at random.", "ランダムなキャラクターをこの数だけ描きます。", value: .number))
  var generated: Int

  @Option(
    help: help(
      "The first character's seed; each after it has the next number.",
      "最初のキャラクターの乱数の種。次からは 1 ずつ増えます。", value: .number))
  var seed: UInt64 = 1

  @Option(help: help("What is shown: heads or bodies.", "写すもの: heads (頭) か bodies (全身)。"))
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
    guard (1...DataSetDescription.most).contains(generated) else {
      throw ValidationError(
        "--generated is a number from 1 to \(DataSetDescription.most)",
        "--generated には 1 から \(DataSetDescription.most) の数を指定してください")
    }
    guard DataSetDescription.sizes.contains(size) else {
      throw ValidationError(
        "--size is 64, 128, 256 or 512", "--size には 64、128、256、512 のどれかを指定してください")
    }
  }

  func run() throws {
    let extractor = try LineExtractor(givenOr: nil)
    let wish = DataSetDescription(
      generated: generated, seed: seed, of: of, size: size,
      lineWeights: extractor.key.description)
    try FolderTree.make(output)
    var making = try DataSetMaking(of: wish, in: output) { picture, work in
      try extractor.lines(of: picture, work: work)
    }
    if making.isFinished {
      say(
        Phrase("is there already, with all it holds.", "もう全部できています。").of(output))
    } else if making.made > 0 {
      say(
        Phrase(
          "goes on after \(making.made) drawings.", "\(making.made) 枚の続きから作ります。"
        ).of(output))
    }
    try making.run(work: workOptions.work) { made in
      say(Phrase("\(made) of \(generated) drawings", "\(generated) 枚中 \(made) 枚"))
    }
    try making.writeContact()
  }
}
