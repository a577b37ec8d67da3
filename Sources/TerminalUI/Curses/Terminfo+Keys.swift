extension Terminfo {
  /// The sequences of its keys; those of one byte are the same everywhere and left out.
  var keys: [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    let named: [(String, Key)] =
      [
        ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
        ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
        ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kcbt", Key(.tab, .shift)),
        ("kent", Key(.enter)),
      ] + (1...12).map { ("kf\($0)", Key(.function($0))) }
    for (name, key) in named {
      if let bytes = string(name), bytes.count > 1, bytes[0] == 0x1b { keys[bytes] = key }
    }
    return keys
  }
}
