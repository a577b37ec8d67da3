public import Projects
public import Regions
public import TerminalUI

/// A thing over the screen that takes the keys: a menu, a question, a text being typed.
public enum Overlay: Sendable {
  case menu(Menu)
  case prompt(Prompt)
  case confirmation(Confirmation)
  case log(scroll: Int)
  case renderLog(RenderLog)
  /// The palette's colours, to give one to regions.
  case chooser(Chooser)
  case mixer(Mixer)
  /// The references of drawings.
  case references(ReferenceChooser)
  case partForm(PartForm)
  /// The same picture in each sharpness, to choose by eye; `selected` is a place in `StudioState.sharpnesses`.
  case sharpness(selected: Int)
}

/// A list to choose from, filtered by what is typed.
public struct Menu: Sendable {
  public enum Kind: Hashable, Sendable {
    /// The keys that work here by what one wants to do, then the signs.
    case help
    /// Every command by name.
    case commands
    /// Each is shown while it is selected; leaving goes back to the one before.
    case themes(before: Theme)
    /// The project's own parts: one is to be changed, or removed.
    case changedPart, removedPart
    /// The part of a palette entry, by the entry's name.
    case entryPart(String)
    case settings
    /// The values of one.
    case setting(Setting)
  }

  public var kind: Kind
  public var filter = LineEditor()
  public var items: [MenuItem]
  /// Index into `matching`.
  public var selected = 0

  public init(kind: Kind, items: [MenuItem]) {
    self.kind = kind
    self.items = items
  }

  /// Whether its items stand under headings.
  public var hasGroups: Bool {
    switch kind {
    case .help, .commands: true
    case .themes, .changedPart, .removedPart, .entryPart, .settings, .setting: false
    }
  }

  /// The items that the filter leaves: all its words occur.
  public var matching: [MenuItem] {
    let words = filter.text.lowercased().split(separator: " ")
    if words.isEmpty { return items }
    return items.filter { item in words.allSatisfy { item.searchable.contains($0) } }
  }
}

/// One line of a menu.
public struct MenuItem: Hashable, Sendable {
  public enum Choice: Hashable, Sendable {
    case command(Command)
    /// Several commands on keys of their own: there is not one to run.
    case family
    /// The meaning of a sign.
    case sign(Sign)
    case theme(Theme)
    /// There is nothing to run: a key of what lies over the screen, or what `obstacle` says why it cannot be chosen.
    case nothing
    case part(Part)
    /// No part at all.
    case noPart
    case setting(Setting)
    /// The value of a setting, by its place.
    case settingValue(Setting, Int)
  }

  public var choice: Choice
  public var title: Phrase
  /// Shown on the right: the keys.
  public var detail: String
  /// Why it cannot be chosen now.
  public var obstacle: Phrase?
  /// The heading it stands under.
  public var group: Phrase
  /// In small letters: title in both languages, name, keys.
  public var searchable: String
}

/// A theme that there is.
public struct ThemeChoice: Sendable {
  public var name: String
  /// Nil where it cannot be used.
  public var theme: Theme?
  /// The fault of its file, or of one that it inherits from.
  public var problem: Phrase?

  public init(name: String, theme: Theme?, problem: Phrase? = nil) {
    self.name = name
    self.theme = theme
    self.problem = problem
  }
}

/// A line to type.
public struct Prompt: Sendable {
  public enum Kind: Hashable, Sendable {
    case filter
    case importPictures(Picture.Kind)
    case rename(PictureID)
    /// A palette entry by its name.
    case renameEntry(String)
    case readPalette
    case writePalette
    case exportResult
  }

  public var kind: Kind
  public var editor: LineEditor
  /// The text that Tab would complete to.
  public var completions: [String] = []
  /// The fault of the text, found on Enter.
  public var complaint: Phrase?
  /// Whether what it asks for is being done: the text stays until that has gone well.
  public var isWaiting = false

  public init(kind: Kind, text: String = "") {
    self.kind = kind
    editor = LineEditor(text)
  }
}

extension Prompt.Kind {
  /// The endings of files that the typed path may name; nil where it is no path.
  var endings: [String]? {
    switch self {
    case .importPictures: PictureFiles.endings
    case .readPalette, .writePalette: [".gpl"]
    case .exportResult: FileOrder.resultEndings
    case .filter, .rename, .renameEntry: nil
    }
  }
}

/// A question about what cannot be undone; no is the default.
public struct Confirmation: Sendable {
  public enum Kind: Hashable, Sendable {
    /// Edits are not saved yet, and cannot be.
    case quitUnsaved
    /// `StudioState.pendingFile` would take the place of another.
    case replaceFile
  }

  public var kind: Kind
  public var question: Phrase
  public var consequence: Phrase
}
