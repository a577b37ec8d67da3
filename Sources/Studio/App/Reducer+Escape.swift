import TerminalUI

// Terminals write Alt and a key as Escape and the key. Over a slow line, or under a quick hand, Escape and the next key
// arrive together and are read as one with Alt. Hardly anything here is on Alt: where it is not, they are two keys.

extension Key {
  /// The key that was typed after Escape, if this one with Alt was that; nil for keys whose sequence says Alt itself.
  var afterEscape: Key? {
    guard modifiers.contains(.alt) else { return nil }
    switch code {
    case .character, .enter, .tab, .backspace: return Key(code, modifiers.subtracting(.alt))
    default: return nil
    }
  }
}

extension StudioState {
  /// Whether a key does something here as it is, with Alt.
  func means(_ key: Key) -> Bool {
    switch overlay {
    case .prompt, .menu, .chooser, .partForm:
      // Their line takes a word away with it.
      return key == Key(.backspace, .alt)
    case .confirmation, .log, .renderLog, .mixer, .references, .sharpness: return false
    case nil: return KeyMap.standard.command(for: key, in: contexts) != nil
    }
  }
}
