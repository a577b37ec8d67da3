import ArgumentParser
import ImageFormats
import Projects
import Studio

struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: Phrase("Applies the edits of a file to a project.", "ファイルの編集をプロジェクトに適用します。").spoken,
    discussion: Phrase(
      """
      The file has one JSON object a line: an edit, or a line of a project's edits.jsonl. All are applied, or none. \
      Each line is one step for undo. A picture is named by its title or its folder in the project, a region by a point in it.

        {"kind": "label", "picture": "walk", "regions": [{"x": 812, "y": 340}], "part": "hair"}

      Examples:

        nurie apply hana.nurie edits.jsonl
        nurie apply hana.nurie - < edits.jsonl
      """,
      """
      ファイルは 1 行に 1 つの JSON オブジェクトです: 編集、またはプロジェクトの edits.jsonl の行。すべて適用するか、1 つも適用しません。1 行が取り消しの 1 回分です。画像はタイトルかプロジェクト内のフォルダ名で、領域はその中の点で指定します。

        {"kind": "label", "picture": "walk", "regions": [{"x": 812, "y": 340}], "part": "hair"}

      例:

        nurie apply hana.nurie edits.jsonl
        nurie apply hana.nurie - < edits.jsonl
      """
    ).spoken)

  @Argument(help: help("The project.", "プロジェクト (NAME.nurie)。")) var project: String

  @Argument(
    help: help(
      "The file of edits; - for standard input.", "編集のファイル。- で標準入力。", value: Phrase("edits", "編集")))
  var edits: String

  func run() throws {
    let text = try readBytes(edits == "-" ? "/dev/stdin" : edits, limit: 1 << 30)
    var project = try Project.forWriting(project)
    let count = try project.apply(
      text, named: edits == "-" ? Phrase("standard input", "標準入力").spoken : edits)
    try project.close()
    print(
      Phrase("\(counted(count, "edit")) applied", "編集を \(count) 件適用しました").of(self.project).spoken)
  }
}
