import Coloring
import Projects
public import Regions

extension StudioState {
  mutating func toggleSpreading() {
    parts.spreads.toggle()
    tell(
      .done,
      parts.spreads
        ? Phrase("Labels are offered to what is alike", "パーツ指定のあと、似た領域への適用を提案します")
        : Phrase("Labels stay where they are put", "パーツ指定は選んだ領域だけに付きます"))
  }

  /// The number of banks of ten that the parts make.
  public var bankCount: Int { (allParts.count + 9) / 10 }

  /// The parts that the digits mean now, at most ten.
  public var bankParts: [Part] {
    let first = min(parts.bank, bankCount - 1) * 10
    return Array(allParts.dropFirst(first).prefix(10))
  }

  mutating func turnBank(_ step: Int) {
    parts.bank = (parts.bank + step + bankCount) % bankCount
  }

  /// Says what the chosen regions are, and offers to say it of those that have their part for the same reason.
  mutating func label(_ choice: LabelChoice) -> [Effect] {
    guard let subject = partsSubject else { return [] }
    let before = regionParts(of: subject)
    let chosen = chosenLabels
    let byHand = labels(of: subject)
    let changed = chosen.filter { byHand[$0] != choice.part }
    parts.lastLabel = choice
    desk.marks.isRanging = false
    desk.marks.areSpent = true
    if changed.isEmpty {
      tell(.done, unchanged(choice))
      return []
    }
    // Confirming a part corrects nothing.
    let corrected = changed.filter { choice.part != nil && before[$0]?.part != choice.part }
    let alike = parts.spreads ? regionsAlike(corrected, in: subject) : []
    let title = title(of: changed, from: before, to: choice)
    let names = changed.map { subject.map.name(of: $0) }
    let lessons = subject.reference == nil ? lessons(of: choice.part, for: names) : []
    let effects = edit(
      [.label(subject.picture.id, names, part: choice.part)] + lessons, named: title)
    if effects.isEmpty { return [] }
    if alike.isEmpty {
      tell(.done, told(title, changed, as: choice, in: subject))
    } else {
      offer(
        .label(choice), to: alike.map { subject.map.name(of: $0) }, of: subject.picture.id,
        after: title)
    }
    return effects
  }

  /// The report of what was done, and what there is to do next.
  private func told(
    _ title: Phrase, _ labels: [UInt16], as choice: LabelChoice, in subject: PartsSubject
  ) -> Phrase {
    if isPaintUnknown(of: choice, in: subject) { return title.waiting }
    if subject.reference != nil {
      return Phrase(
        "\(title.english); what is matched with it follows",
        "\(title.japanese)。対応する領域にも反映されます")
    }
    let open = Set(doubtful)
    return labels.contains(where: open.contains) ? title.doubted : title.undoable
  }

  /// Whether the engine cannot obey a label of the drawing, since nobody has said which colours are of the part.
  private func isPaintUnknown(of choice: LabelChoice, in subject: PartsSubject) -> Bool {
    guard subject.reference == nil, let part = choice.part, part != "background" else {
      return false
    }
    return flats?.paintCounts[part] == 0
  }

  private func unchanged(_ choice: LabelChoice) -> Phrase {
    guard let part = choice.part else {
      return Phrase("No label by hand to take away", "手で付けた指定はありません")
    }
    let name = name(of: part)
    return Phrase("Already labelled by hand: \(name.english)", "すでに指定済み: \(name.japanese)")
  }

  private func title(
    of labels: [UInt16], from before: RegionParts, to choice: LabelChoice
  ) -> Phrase {
    let new = choice.part == nil ? Phrase("no label", "指定なし") : name(of: choice.part)
    guard labels.count == 1 else {
      return Phrase(
        "label \(labels.count) regions: \(new.english)", "\(labels.count) 領域: \(new.japanese)")
    }
    let old = name(of: before[labels[0]]?.part)
    if before[labels[0]]?.part == choice.part, choice.part != nil {
      return Phrase("confirm \(labels[0]): \(new.english)", "確定 \(labels[0]): \(new.japanese)")
    }
    return Phrase(
      "label \(labels[0]): \(old.english) → \(new.english)",
      "領域 \(labels[0]): \(old.japanese) → \(new.japanese)")
  }

  // MARK: Joining

  /// Borders that hold the regions together; nil where they do not all hang together, or are fewer than two.
  func joins(of labels: [UInt16], in subject: PartsSubject) -> [Join]? {
    guard let first = labels.first, labels.count > 1 else { return nil }
    var reached: Set<UInt16> = [first]
    var waiting = [first]
    var joins: [Join] = []
    while let label = waiting.popLast() {
      for (neighbour, _) in subject.graph.neighbours(of: label)
      where labels.contains(neighbour) && reached.insert(neighbour).inserted {
        waiting.append(neighbour)
        joins.append(Join(subject.map.name(of: label), subject.map.name(of: neighbour)))
      }
    }
    return reached.count == labels.count ? joins : nil
  }

  mutating func join() -> [Effect] {
    let labels = chosenLabels
    guard let subject = partsSubject, let joins = joins(of: labels, in: subject) else { return [] }
    let name = Phrase("join \(labels.count) regions", "\(labels.count) 領域をつなぐ")
    let effects = edit([.join(subject.picture.id, joins)], named: name)
    if !effects.isEmpty {
      desk.marks.points[subject.picture.id] = []
      desk.marks.isRanging = false
      tell(.done, name.undoable)
    }
    return effects
  }
}

extension Phrase {
  /// The report of what was done, and what must be said before a colour follows.
  fileprivate var waiting: Phrase {
    Phrase(
      "\(english); colour unknown: t, label the reference",
      "\(japanese)。色は未定: t で色見本にも指定します")
  }

  /// The report of what was done, and what settles the colour, which the part leaves open.
  fileprivate var doubted: Phrase {
    Phrase(
      "\(english); y if its colour is right too, n for the next",
      "\(japanese)。色も正しければ y、n で次へ")
  }

  /// The report of what was done, and how it is taken back.
  var undoable: Phrase {
    Phrase("\(english); u takes it back", "\(japanese)。u で元に戻せます")
  }
}
