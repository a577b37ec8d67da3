import ArgumentParser
import Glibc
import ImageFormats
import Raster
import Studio
import Training

struct WeightsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "weights",
    abstract: Phrase("Brings in weights that were trained elsewhere.", "ほかで学習した重みを取り込みます。").spoken,
    subcommands: [WeightsImportCommand.self])
}

struct WeightsImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Phrase("Brings in a StyleGAN2's generator.", "StyleGAN2 の生成器を取り込みます。").spoken,
    discussion: Phrase(
      """
      The file holds the state dict of a generator by the names of the most used re-implementation for PyTorch, as safetensors; \
      pickles are never read. What it learned from stays written in the weights.

      Example:

        nurie weights import g_ema.safetensors --trained-on "my own drawings, mine alone" --output mine.safetensors --sheet mine.png
      """,
      """
      ファイルは、PyTorch で最もよく使われる再実装の名前による生成器の state dict を safetensors にしたものです。pickle は読み込みません。何から学習したかは重みに残ります。

      例:

        nurie weights import g_ema.safetensors --trained-on "自分の絵、自分だけで使う" --output mine.safetensors --sheet mine.png
      """
    ).spoken)

  @Argument(help: help("The file of the weights.", "重みのファイル。", value: .file)) var weights: String

  @Option(
    help: help(
      "Whose pictures it learned from, and what they permit.", "誰の絵から学習し、その人が何を許可しているか。",
      value: Phrase("text", "文")))
  var trainedOn: String

  @Option(help: help("The file to write.", "書き出すファイル。", value: .file)) var output: String

  @Option(
    help: help("A PNG file for 64 pictures that it draws.", "描いた 64 枚を並べた PNG ファイル。", value: .file))
  var sheet: String?

  @Option(help: help("The seed of these pictures.", "その画像の乱数の種。", value: .number))
  var seed: UInt64 = 1

  @Option(
    help: help(
      "How far from the mean these pictures may be, from 0 to 1: lower ones are drawn better, and more alike (truncation).",
      "その画像が平均からどれだけ離れてよいか、0 から 1 (truncation)。小さいほど整い、似通います。", value: .number))
  var truncation: Float = 1

  @Flag(help: help("Replace files that exist already.", "既存のファイルを置き換えます。"))
  var force = false

  @OptionGroup var workOptions: WorkOptions

  func validate() throws {
    guard (0...1).contains(truncation) else {
      throw ValidationError(
        "--truncation is a number from 0 to 1", "--truncation には 0 から 1 の数を指定してください")
    }
  }

  func run() throws {
    let generator = try ImportedGenerator(contentsOf: weights)
    let files = [output, sheet].compactMap(\.self)
    if !force, let there = files.first(where: { access($0, F_OK) == 0 }) {
      throw Failure([Phrase.exists.of(there)])
    }
    try generator.write(to: output, trainedOn: trainedOn)
    if let sheet {
      try PNG.write(
        generator.sheet(seed: seed, truncation: truncation, work: workOptions.work), to: sheet,
        overwriting: force)
    }
    say("\(printable(output)): \(generator.text)")
  }
}
