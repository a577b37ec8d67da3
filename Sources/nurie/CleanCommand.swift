import ArgumentParser
import ImageFormats
import Projects
import Renders
import Studio

struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: Phrase("Frees what a project no longer needs.", "プロジェクトの不要なデータを削除します。").spoken,
    discussion: Phrase(
      """
      Says what it would free: pictures that you removed, older renders, projects beside it \
      that were never finished, thumbnails. With --yes it frees them; \
      removed pictures cannot come back then.

        nurie clean hana.nurie
        nurie clean hana.nurie --yes
      """,
      """
      削除できるものを表示します: 外した画像、古いレンダー、隣に残った作りかけのプロジェクト、サムネイル。--yes を付けると実際に削除します。外した画像はもう戻せません。

        nurie clean hana.nurie
        nurie clean hana.nurie --yes
      """
    ).spoken)

  @Argument(help: help("The project.", "プロジェクト (NAME.nurie)。")) var project: String

  @Flag(help: help("Free them.", "実際に削除します。"))
  var yes = false

  func run() throws {
    let project =
      yes
      ? try Project.forWriting(self.project)
      : try Project(reading: ProjectFolder(path: self.project))
    let cleaning = ProjectCleaning(of: project)
    let renders = RenderCleaning(of: RenderQueue(project.folder))
    for item in cleaning.items {
      print("\(noun(item)) \(printable(item.name)): \(size(item.bytes))")
    }
    for item in renders.items {
      print(Phrase("render \(item.number)", "レンダー \(item.number)").spoken + ": \(size(item.bytes))")
    }
    let whole = size((cleaning.items.map(\.bytes) + renders.items.map(\.bytes)).reduce(0, +))
    if yes {
      try cleaning.run()
      try renders.run()
      try project.close()
      print(Phrase("\(whole) freed", "\(whole) を削除しました").of(self.project).spoken)
    } else if cleaning.items.isEmpty && renders.items.isEmpty {
      print(Phrase("nothing to free", "削除できるものはありません").of(self.project).spoken)
    } else {
      if cleaning.items.contains(where: { $0.kind == .picture }) {
        print(
          Phrase(
            "Once they are freed, undo cannot bring removed drawings and references back.",
            "削除すると、外した線画と色見本は取り消しでも戻せません。"
          ).spoken)
      }
      print(
        Phrase("\(whole) would be freed; add --yes to free it", "\(whole) を削除できます。--yes で削除します")
          .of(self.project).spoken)
    }
  }

  private func noun(_ item: ProjectCleaning.Item) -> String {
    switch item.kind {
    case .picture:
      item.picture?.kind == .reference
        ? Phrase("removed reference", "外した色見本").spoken : Phrase("removed drawing", "外した線画").spoken
    case .leftover: Phrase("unfinished import", "途中の読み込み").spoken
    case .teaching: Phrase("parts taught before", "以前に教えたパーツ").spoken
    case .draft: Phrase("unfinished project", "作りかけのプロジェクト").spoken
    case .cache: Phrase("cache,", "キャッシュ").spoken
    }
  }

  /// In megabytes with one place.
  private func size(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
