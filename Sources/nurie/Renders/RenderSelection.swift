import ArgumentParser

/// The renders that a command is about which stops them: never all by mistake.
struct RenderSelection: ParsableArguments {
  @OptionGroup var choice: RenderChoice

  @Flag(help: "All that wait or run.")
  var all = false

  mutating func validate() throws {
    if choice.numbers.isEmpty != all {
      throw ValidationError("give the renders' numbers, or --all")
    }
  }
}
