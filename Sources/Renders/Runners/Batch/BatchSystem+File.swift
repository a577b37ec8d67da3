import ImageFormats
import TOMLKit
import TOMLText

extension BatchSystem {
  /// Reads a description; every value is checked.
  ///
  /// - Parameter file: how errors name it.
  /// - Throws: `RenderError`, which names file and line or file and key.
  init(_ text: String, name: String, file: String) throws {
    self.init(name: name)
    let root: TOMLTable
    do {
      root = try TOMLTable(text: text)
    } catch {
      throw RenderError("\(file), line \(error.line): \(error.detail)")
    }
    let top = Section(
      root, file: file,
      known: [
        "program", "setup", "submit", "options", "ranks", "cancel", "status", "ended", "states",
      ])
    try top.check()
    program = try top.text("program")
    if let program, !program.hasPrefix("/") {
      throw top.wrong("program", "an absolute path is expected")
    }
    setup = try top.texts("setup") ?? []

    let submit = try top.needed(
      "submit", known: ["command", "number", "job", "single", "element", "index", "largest"])
    submission.command = try submit.command()
    submission.number = try submit.neededPattern("number")
    submission.job = try submit.needed("job")
    submission.single = try submit.text("single") ?? submission.job
    submission.element = try submit.needed("element")
    submission.index = try submit.needed("index")
    guard submission.index.allSatisfy({ $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) })
    else { throw submit.wrong("index", "the name of a variable is expected") }
    submission.largest = try submit.number("largest", in: 1...1_000_000) ?? 1000

    let known = ["array", "cores"] + BatchResources.names
    if let section = try top.section("options", known: known) {
      for key in known { options[key] = try section.texts(key) }
    }
    if options["array"] == nil { submission.largest = 1 }

    if let section = try top.section("ranks", known: ["options", "launch"]) {
      ranks = Ranks(
        options: try section.texts("options") ?? [], launch: try section.needed("launch"))
    }

    let cancel = try top.needed("cancel", known: ["command", "gone"])
    cancellation = Question(command: try cancel.command(), gone: try cancel.pattern("gone"))
    let reading = ["command", "id", "state", "reason", "gone", "every"]
    status = try top.needed("status", known: reading).question()
    ended = try top.section("ended", known: reading)?.question()

    let states = try top.needed(
      "states", known: ["waiting", "running", "ended", "silent", "delayed"])
    for phase in [Phase.waiting, .running, .ended] {
      for word in try states.texts(phase.rawValue) ?? [] {
        if phases.updateValue(phase, forKey: word) != nil {
          throw states.wrong(phase.rawValue, "\"\(word)\" is in two lists")
        }
      }
    }
    silent = Set(try states.texts("silent") ?? [])
    delayed = Set(try states.texts("delayed") ?? [])
  }
}

/// One table of a description, and where it is.
private struct Section {
  private let table: TOMLTable
  private let file: String
  private let path: String
  private let known: [String]

  init(_ table: TOMLTable, file: String, path: String = "", known: [String]) {
    self.table = table
    self.file = file
    self.path = path
    self.known = known
  }

  func wrong(_ key: String, _ reason: String) -> RenderError {
    RenderError("\(file), \(path)\(key): \(reason)")
  }

  func check() throws {
    for key in table.keys.sorted() where !known.contains(key) {
      throw wrong(key, "there is no such key; the known keys are \(known.joined(separator: ", "))")
    }
  }

  func section(_ key: String, known: [String]) throws -> Section? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw wrong(key, "a table is expected") }
    let section = Section(inner, file: file, path: "\(path)\(key).", known: known)
    try section.check()
    return section
  }

  func needed(_ key: String, known: [String]) throws -> Section {
    guard let section = try section(key, known: known) else { throw wrong(key, "it is missing") }
    return section
  }

  func text(_ key: String) throws -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string, !text.isEmpty else { throw wrong(key, "a text is expected") }
    return text
  }

  func needed(_ key: String) throws -> String {
    guard let text = try text(key) else { throw wrong(key, "it is missing") }
    return text
  }

  func texts(_ key: String) throws -> [String]? {
    guard let value = table[key] else { return nil }
    guard let list = value.array else { throw wrong(key, "a list of texts is expected") }
    return try list.map { item in
      guard let text = item.string else { throw wrong(key, "a list of texts is expected") }
      return text
    }
  }

  func number(_ key: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let value = table[key] else { return nil }
    guard let number = value.int, range.contains(number) else {
      throw wrong(key, "a number from \(range.lowerBound) to \(range.upperBound) is expected")
    }
    return number
  }

  func command() throws -> [String] {
    guard let words = try texts("command"), let first = words.first, !first.isEmpty else {
      throw wrong("command", "a list of words is expected")
    }
    return words
  }

  func pattern(_ key: String) throws -> Pattern? {
    guard let text = try text(key) else { return nil }
    do {
      return try Pattern(text)
    } catch {
      throw wrong(key, "this is not a regular expression")
    }
  }

  func neededPattern(_ key: String) throws -> Pattern {
    guard let pattern = try pattern(key) else { throw wrong(key, "it is missing") }
    return pattern
  }

  func question() throws -> BatchSystem.Question {
    BatchSystem.Question(
      command: try command(), id: try neededPattern("id"), state: try neededPattern("state"),
      reason: try pattern("reason"), gone: try pattern("gone"),
      every: try number("every", in: 0...3600) ?? 15)
  }
}
