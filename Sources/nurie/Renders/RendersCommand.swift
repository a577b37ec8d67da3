import ArgumentParser
import Studio

// The commands below it are `nurie renders VERB PROJECT NUMBER…`; each says what it did to which.

struct RendersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renders",
    abstract: Phrase(
      "Shows a project's renders, and cancels, pauses, moves or repeats them.",
      "プロジェクトのレンダーを表示し、中止・一時停止・順番の変更・やり直しをします。"
    ).spoken,
    discussion: Phrase(
      """
      Examples:

        nurie renders hana.nurie
        nurie renders hana.nurie --follow
        nurie renders cancel hana.nurie 4 5
        nurie renders move hana.nurie 7 --first
        nurie renders retry hana.nurie
      """,
      """
      例:

        nurie renders hana.nurie
        nurie renders hana.nurie --follow
        nurie renders cancel hana.nurie 4 5
        nurie renders move hana.nurie 7 --first
        nurie renders retry hana.nurie
      """
    ).spoken,
    subcommands: [
      RendersListCommand.self, RendersCancelCommand.self, RendersPauseCommand.self,
      RendersContinueCommand.self, RendersRetryCommand.self, RendersMoveCommand.self,
    ],
    defaultSubcommand: RendersListCommand.self)
}
