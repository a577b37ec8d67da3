import ArgumentParser

/// The renders that a command is about which stops them: never all by mistake.
struct RenderSelection: ParsableArguments {
  @OptionGroup var choice: RenderChoice

  @Flag(help: help("All that wait or run.", "待機中・レンダー中のものすべて。"))
  var all = false

  mutating func validate() throws {
    if choice.numbers.isEmpty != all {
      throw ValidationError("give the renders' numbers, or --all", "レンダーの番号か --all を指定してください")
    }
  }
}
