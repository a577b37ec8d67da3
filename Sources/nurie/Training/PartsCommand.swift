import ArgumentParser
import Coloring
import Delivery
import ImageFormats
import Projects
import Raster
import Regions
import Studio

struct PartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parts",
    abstract: Phrase("Teaches a project its parts.", "プロジェクトにパーツを教えます。").spoken,
    subcommands: [PartsTeachCommand.self])
}

struct PartsTeachCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teach",
    abstract: Phrase(
      "Learns the parts that you labelled; all other drawings follow.",
      "指定したパーツを学習し、ほかの線画をそれに合わせます。"
    ).spoken,
    discussion: Phrase(
      """
      Label regions of one to ten drawings or references first, with parts of your own too. Whatever you label by hand stays as it is, \
      and undo in the studio takes the teaching back. Paints do not change.

      Examples:

        nurie parts teach hana.nurie
        nurie parts teach hana.nurie --forget
      """,
      """
      先に 1〜10 枚の線画か色見本でパーツを指定してください。独自のパーツも学習します。手で指定したパーツは変わらず、スタジオの取り消しで元に戻せます。塗りの色は変わりません。

      例:

        nurie parts teach hana.nurie
        nurie parts teach hana.nurie --forget
      """
    ).spoken)

  @Argument(help: help("The project.", "プロジェクト (NAME.nurie)。")) var project: String

  @Flag(help: help("Forget what was taught.", "教えたことを忘れます。")) var forget = false

  @OptionGroup var workOptions: WorkOptions

  func run() throws {
    var project = try Project.forWriting(self.project)
    if forget {
      if project.history.state.teller == nil {
        throw Failure(
          self.project, "has been taught no parts; nothing was changed", "パーツを教えていません。何も変更していません")
      }
      project.record([.teach(nil)], title: Phrase("forget the taught parts", "教えたパーツを忘れる").spoken)
      try project.close()
      print(Phrase("the taught parts are forgotten", "教えたパーツを忘れました").of(self.project).spoken)
      return
    }
    let work = workOptions.work
    let engines = Engines.shipped
    let before = project.history.state
    let taught: PartsTeacher.Taught
    do {
      taught = try PartsTeacher(project.folder, state: before, engines: engines).teach(work: work)
    } catch let error as ImageError {
      throw Failure([Phrase(error.inside(project.folder)).spoken])
    } catch let error where error is PartsTeachingError || error is LineArtError {
      throw Failure([Phrase(error).of(self.project).spoken])
    }
    project.record([taught.edit], title: Phrase("teach the parts", "パーツを教える").spoken)
    let changes = try PartChanges(
      of: project.folder, from: before, to: project.history.state, engines: engines, work: work)
    try project.close()
    if taught.left > 0 {
      say(
        Phrase(
          "\(counted(taught.left, "labelled picture")) more than \(PartsTeacher.most): those with the most labels were learned from",
          "指定した画像が \(PartsTeacher.most) 枚より \(taught.left) 枚多いため、指定の多いものから学習しました"
        ).of(self.project))
    }
    print(changes.phrase(of: taught).of(self.project).spoken)
  }
}
