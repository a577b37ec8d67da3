internal import Raster

/// Dense features of a picture's pixels: made before anything is divided, so a moved gap slider does not make them again,
/// and borders and cells can be made of them.
struct FeaturesStage: Stage {
  static let kind = StageKind(
    "features", version: 3, title: ("looking at the picture", "絵を解析中"), share: 0.3,
    stored: Features.self)

  let picture: Keyed<Image>
  let domain: PictureDomain
  let maker: Occupant<any FeatureMaker>

  func run(_ work: Work) throws -> Features {
    try maker.seat.features(of: picture.value, domain: domain, work: work)
  }
}

extension StageKind {
  public static let features = FeaturesStage.kind
}

/// The medium of a picture.
enum PictureDomain: String, Encodable, Sendable {
  case lines
  case colours
}

/// Makes dense features of pixels.
protocol FeatureMaker: Sendable {
  /// - Throws: `Cancelled`.
  func features(of picture: Image, domain: PictureDomain, work: Work) throws -> Features
}
