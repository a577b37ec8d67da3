import ImageFormats
import Studio
import Training

extension Phrase {
  /// What is wrong with a data set, ready for a terminal.
  init(_ error: DataSetError) {
    let (english, japanese) =
      switch error.problem {
      case .missing:
        (
          "holds no data set (dataset.json); make one with nurie dataset",
          "データセット (dataset.json) がありません。nurie dataset で作ってください"
        )
      case .malformed(let detail):
        (
          "is no description of a data set (\(printable(detail))); make the data set again in another folder",
          "データセットの記述ではありません (\(printable(detail)))。別のフォルダに作り直してください"
        )
      case .newer:
        (
          "was written by a newer nurie; use that one",
          "より新しい nurie が書いたものです。そちらを使ってください"
        )
      case .unfinished(let made):
        (
          "is not finished (\(made) drawings are there); give the same nurie dataset command again, which goes on",
          "まだ途中です (\(made) 枚まで)。同じ nurie dataset をもう一度実行すると続きから作ります"
        )
      case .damagedSheet:
        (
          "is missing or is not what nurie wrote; make the data set again in another folder",
          "ないか、nurie が書いたものではありません。別のフォルダにデータセットを作り直してください"
        )
      case .occupied:
        (
          "lies there already and is of no data set; choose another --output",
          "データセットのものではないファイルがすでにあります。--output で別の場所を指定してください"
        )
      case .other:
        (
          "holds a data set that was asked for otherwise; choose another --output",
          "違う指定で作られたデータセットが入っています。--output で別の場所を指定してください"
        )
      }
    self = Phrase("\(english).", "\(japanese)。").of(error.path)
  }
}
