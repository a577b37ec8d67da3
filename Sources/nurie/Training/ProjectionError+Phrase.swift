import ImageFormats
import Studio
import Training

extension Phrase {
  /// What is wrong with the folder of a projection, ready for a terminal.
  init(_ error: ProjectionError) {
    let (english, japanese) =
      switch error.problem {
      case .missing:
        (
          "holds no projection (projection.json); make one with nurie project",
          "射影 (projection.json) がありません。nurie project で作ってください"
        )
      case .malformed(let detail):
        (
          "is no description of a projection (\(printable(detail))); project again into another folder",
          "射影の記述ではありません (\(printable(detail)))。別のフォルダでやり直してください"
        )
      case .newer:
        (
          "was written by a newer nurie; use that one",
          "より新しい nurie が書いたものです。そちらを使ってください"
        )
      case .other:
        (
          "holds a projection of other pictures, of another generator or with other settings; choose another --output",
          "違う画像・生成器・設定の射影が入っています。--output で別の場所を指定してください"
        )
      case .occupied:
        (
          "is there already and is no projection; choose another --output",
          "すでにあり、射影ではありません。--output で別の場所を指定してください"
        )
      case .changedPicture:
        (
          "is not what nurie wrote; project again into another folder",
          "nurie が書いたものではありません。別のフォルダでやり直してください"
        )
      }
    self = Phrase("\(english).", "\(japanese)。").of(error.path)
  }
}
