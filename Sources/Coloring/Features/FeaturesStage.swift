internal import Raster
internal import Regions

/// Dense features of a picture's pixels: made before anything is divided, so a moved gap slider does not make them again,
/// and borders and cells can be made of them.
struct FeaturesStage: Stage {
  static let kind = StageKind(
    "features", version: 3, title: ("looking at the picture", "絵を解析中"), share: 0.3,
    stored: Features.self)

  let subject: Subject
  let maker: Occupant<any FeatureMaker>

  /// A drawing's lines as they were read, or a coloured picture.
  enum Subject: Encodable, Sendable {
    case lines(Keyed<LineArt>)
    case colours(Keyed<Image>)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .lines(let lineArt): try lineArt.encode(to: encoder)
      case .colours(let picture): try picture.encode(to: encoder)
      }
    }
  }

  func run(_ work: Work) throws -> Features {
    switch subject {
    case .lines(let lineArt):
      // Whatever paper and lines there are, a network sees dark lines on white.
      let drawn = lineArt.value.darkness.map { RGBA(255 - $0, 255 - $0, 255 - $0) }
      return try maker.seat.features(of: drawn, domain: .lines, work: work)
    case .colours(let picture):
      return try maker.seat.features(of: picture.value, domain: .colours, work: work)
    }
  }
}

extension StageKind {
  public static let features = FeaturesStage.kind
}

/// The medium of a picture.
enum PictureDomain: Sendable {
  case lines
  case colours
}

/// Makes dense features of pixels.
protocol FeatureMaker: Sendable {
  /// - Throws: `Cancelled`.
  func features(of picture: Image, domain: PictureDomain, work: Work) throws -> Features
}
