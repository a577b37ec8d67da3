/// The keys of sequences, in the dialects of xterm, rxvt, the Linux console and kitty; and keys without one.
extension ControlSequence {
  /// The key it stands for; nil for none that nurie knows.
  var key: Key? {
    guard intermediates.isEmpty else { return nil }
    if isShift3 { return prefix == nil ? shift3Key : nil }
    // The Linux console: ESC [ [ A to E are F1 to F5.
    if prefix == UInt8(ascii: "[") {
      return (0x41...0x45).contains(final) ? Key(.function(Int(final) - 0x40)) : nil
    }
    guard prefix == nil, !isRelease else { return nil }
    switch final {
    case UInt8(ascii: "~") where parameter(0) == 27:
      return Self.key(code: parameter(2), modifiers: modifiers)
    case UInt8(ascii: "u"): return Self.key(code: parameter(0), modifiers: modifiers)
    case UInt8(ascii: "~"): return numbered(modifiers)
    case UInt8(ascii: "^"): return numbered(.control)
    case UInt8(ascii: "$"): return numbered(.shift)
    case UInt8(ascii: "@"): return numbered([.control, .shift])
    case UInt8(ascii: "Z"): return Key(.tab, .shift)
    case UInt8(ascii: "a")...UInt8(ascii: "d") where parameters.isEmpty:
      return Self.arrow(final &- 0x20).map { Key($0, .shift) }
    // With other numbers this is where the cursor stands.
    case UInt8(ascii: "R"): return parameter(0) == 1 ? Key(.function(3), modifiers) : nil
    default: return (Self.arrow(final) ?? Self.function(final)).map { Key($0, modifiers) }
    }
  }

  /// ESC O: keypad and arrows in application mode, F1 to F4; rxvt's arrows with Control.
  private var shift3Key: Key? {
    // Either ESC O 5 A or ESC O 1 ; 5 A.
    let bits = parameters.count > 1 ? parameter(1, absent: 1) : parameter(0, absent: 1)
    let modifiers = Self.modifiers(bits)
    if let code = Self.arrow(final) ?? Self.function(final) { return Key(code, modifiers) }
    switch final {
    case UInt8(ascii: "M"): return Key(.enter, modifiers)
    case UInt8(ascii: "I"): return Key(.tab, modifiers)
    case UInt8(ascii: "X"): return Key(.character("="), modifiers)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.arrow(final - 0x20).map { Key($0, .control) }
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return Key(.character(Character(Unicode.Scalar(final - 0x40))), modifiers)
    default: return nil
    }
  }

  private static func arrow(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    default: nil
    }
  }

  private static func function(_ final: UInt8) -> Key.Code? {
    (0x50...0x53).contains(final) ? .function(Int(final) - 0x4f) : nil
  }

  /// A key that a number stands for, as in ESC [ 5 ~.
  private func numbered(_ modifiers: Key.Modifiers) -> Key? {
    let code: Key.Code? =
      switch parameter(0) {
      case 1, 7: .home
      case 2: .insert
      case 3: .delete
      case 4, 8: .end
      case 5: .pageUp
      case 6: .pageDown
      case 11...15: .function(parameter(0) - 10)
      case 17...21: .function(parameter(0) - 11)
      case 23...26: .function(parameter(0) - 12)
      case 28...29: .function(parameter(0) - 13)
      case 31...34: .function(parameter(0) - 14)
      default: nil
      }
    return code.map { Key($0, modifiers) }
  }

  // MARK: Modifiers

  private var modifiers: Key.Modifiers { Self.modifiers(parameter(1, absent: 1)) }

  /// kitty's third kind of event.
  private var isRelease: Bool {
    parameters.count > 1 && parameters[1].count > 1 && parameters[1][1] == 3
  }

  /// 1 + 1 for Shift, 2 for Alt, 4 for Control, 8 for Super, which no program gets to see as a rule.
  private static func modifiers(_ number: Int) -> Key.Modifiers {
    Key.Modifiers(rawValue: UInt8(truncatingIfNeeded: max(0, number - 1)) & 7)
  }

  /// A key by its character's code, as xterm's modifyOtherKeys and kitty report it.
  private static func key(code: Int, modifiers: Key.Modifiers) -> Key? {
    // Codes for private use are kitty's for keys that have no character.
    guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value),
      !(0xe000...0xf8ff).contains(value), value > 0
    else { return nil }
    switch code {
    case 27: return Key(.escape, modifiers)
    case 13: return Key(.enter, modifiers)
    case 9: return Key(.tab, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    case ..<32: return nil
    default: break
    }
    guard modifiers.contains(.shift), !modifiers.contains(.control),
      let capital = scalar.properties.uppercaseMapping.first
    else { return Key(.character(Character(scalar)), modifiers) }
    return Key(.character(capital), modifiers.subtracting(.shift))
  }

  // MARK: Keys without a sequence

  /// The character or control key at the start of `bytes`, which does not begin with ESC.
  ///
  /// - Returns: how many bytes it takes, 0 where more must come; no key for what is none.
  static func typed(_ bytes: ArraySlice<UInt8>) -> (count: Int, key: Key?) {
    guard let first = bytes.first else { return (0, nil) }
    switch first {
    case 0: return (1, Key(.character(" "), .control))
    case 8, 127: return (1, Key(.backspace))
    case 9: return (1, Key(.tab))
    case 10, 13: return (1, Key(.enter))
    case 27: return (1, Key(.escape))
    case 1...26: return (1, Key(.character(Character(Unicode.Scalar(first + 0x60))), .control))
    case 28...31: return (1, Key(.character(Character(Unicode.Scalar(first + 0x40))), .control))
    case ..<0x80: return (1, Key(.character(Character(Unicode.Scalar(first)))))
    default: return character(bytes, first)
    }
  }

  /// A character of several bytes; bytes that are none are left out one by one.
  private static func character(_ bytes: ArraySlice<UInt8>, _ first: UInt8) -> (Int, Key?) {
    let length =
      switch first {
      case 0xc2...0xdf: 2
      case 0xe0...0xef: 3
      case 0xf0...0xf4: 4
      default: 1
      }
    let encoded = bytes.prefix(length)
    guard length > 1, encoded.dropFirst().allSatisfy({ $0 & 0xc0 == 0x80 }) else { return (1, nil) }
    guard encoded.count == length else { return (0, nil) }
    guard let text = String(validating: encoded, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return (1, nil) }
    let isControl = scalar.properties.generalCategory == .control
    return (length, isControl ? nil : Key(.character(Character(scalar))))
  }
}
