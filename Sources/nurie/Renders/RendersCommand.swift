import ArgumentParser

// The commands below it are `nurie renders VERB PROJECT NUMBER…`; each says what it did to which.

struct RendersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renders",
    abstract: "Shows a project's renders, and cancels, pauses, moves or repeats them.",
    discussion: """
      Examples:

        nurie renders hana.nurie
        nurie renders hana.nurie --follow
        nurie renders cancel hana.nurie 4 5
        nurie renders move hana.nurie 7 --first
        nurie renders retry hana.nurie
      """,
    subcommands: [
      RendersListCommand.self, RendersCancelCommand.self, RendersPauseCommand.self,
      RendersContinueCommand.self, RendersRetryCommand.self, RendersMoveCommand.self,
    ],
    defaultSubcommand: RendersListCommand.self)
}
