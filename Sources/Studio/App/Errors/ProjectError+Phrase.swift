internal import ImageFormats
public import Projects

extension ProjectError {
  /// As the artist reads it, ready for the screen.
  public var phrase: Phrase { Phrase(description, "\(printable(path)): \(problem.japanese)。") }

  /// The same without the project's name, where it is plain which is meant.
  public var reasonPhrase: Phrase { Phrase(reason, "\(problem.japanese)。") }
}

extension ProjectError.Problem {
  fileprivate var japanese: String {
    switch self {
    case .missing: "プロジェクトがありません。名前を確かめるか、nurie new で作ってください"
    case .notAProject:
      "nurie のプロジェクトではありません (project.json がありません)。nurie new で作ったフォルダを指定してください"
    case .exists: "すでにあります。別の名前にしてください"
    case .unreadable(let reason): "読み込めません (\(reason))。アクセス権を確かめてください"
    case .unwritable(let reason): "書き込めません (\(reason))。アクセス権を確かめてください"
    case .diskFull: "ディスクに空きがありません。空きを作ってやり直してください"
    case .newer(let what):
      "より新しい nurie で作られています (\(printable(what)))。新しい版を入れてください"
    case .brokenManifest(let what):
      "project.json が壊れています (\(printable(what)))。控えから戻してください"
    case .brokenLine(let line, let what):
      "edits.jsonl の \(line) 行目が壊れています (\(printable(what)))。控えから戻すか、その行以降を削除してください"
    case .refusedLine(let line, let what):
      "\(line) 行目を実行できません (\(printable(what)))。直してからやり直してください。何も変更していません"
    case .held(.unreadable):
      "ほかで開いています (ロックを読み取れません)。そちらで閉じるか、もう動いていなければ中の lock ファイルを削除してください"
    case .held(let holder):
      "\(holder.phrase.japanese) がほかで開いています。そちらで閉じるか、もう動いていなければ中の lock ファイルを削除してください"
    case .changedOutside:
      "edits.jsonl がほかのプログラムに変更されました。プロジェクトを開き直してください"
    case .brokenTeller(let file, let what):
      "教えたパーツを使えません (\(file): \(printable(what)))。もう一度教えるか、nurie parts teach --forget で忘れさせてください"
    case .gone: "プロジェクトのフォルダがなくなりました。元の場所へ戻してください"
    }
  }
}

extension LockHolder {
  /// The holder, with the process.
  var phrase: Phrase {
    Phrase(description, printable("\(user) (\(host)、プロセス \(process))"))
  }

  /// The holder, in two words.
  var namePhrase: Phrase {
    Phrase(name, self == .unreadable ? "ロックを読み取れません" : printable("\(user) (\(host))"))
  }
}

extension Project.Note {
  public var phrase: Phrase {
    switch self {
    case .tornEdit(let path):
      Phrase(
        description,
        "\(printable(path)): 最後の編集は、保存前の異常終了で失われました。それより前はすべて残っています。")
    }
  }
}

extension PaletteTableError {
  var phrase: Phrase {
    Phrase(description, "palette.json を読み込めません (\(problem))。直すか削除してください。")
  }
}
