public import TerminalUI

/// The meanings of keys in each context: made from the commands themselves.
public struct KeyMap: Sendable {
  private let commands: [Context: [Key: Command]]

  /// - Precondition: no key means two things in one context.
  public init(_ all: [Command] = Command.all) {
    var commands: [Context: [Key: Command]] = [:]
    for command in all {
      for key in command.keys {
        let other = commands[command.context, default: [:]].updateValue(command, forKey: key)
        precondition(other == nil, "\(key.name) is \(command.name) and \(other!.name)")
      }
    }
    self.commands = commands
  }

  public static let standard = KeyMap()

  /// The command of `key` where `contexts` hold, the first before the others.
  public func command(for key: Key, in contexts: [Context]) -> Command? {
    for context in contexts {
      if let command = commands[context]?[key] { return command }
    }
    return nil
  }
}
