/// The lasting shape of a face, in head heights and shares.
struct FaceDesign: Sendable {
  enum Pupil: Sendable { case round, slit, small, none, bright }
  enum EyeKind: Sendable { case anime, narrow, dot, bulging, plain }
  enum EarKind: Sendable { case round, pointed, beast }
  enum NoseKind: Sendable { case dot, corner, wedge, none, broad, button }

  var headWidth: Float
  var jaw: Float
  var chin: Float
  var eye: EyeKind
  /// Radians from the middle, and down from the middle.
  var eyeLongitude: Float
  var eyeLatitude: Float
  var eyeWidth: Float
  var eyeHeight: Float
  var slant: Float
  var roundness: Float
  var irisSize: Float
  var pupil: Pupil
  var highlights: Int
  var lash: Float
  var hasLowerLash: Bool
  var hasLid: Bool
  var irisIsGraded: Bool
  var brow: Float
  var browTilt: Float
  var nose: NoseKind
  var ear: EarKind
  var mouthWidth: Float
  var mouthLatitude: Float
  var hasLips: Bool
  var hasBlush: Bool
  var hasMuzzle: Bool
  var beard: Int
  var marks: Int

  init(_ chance: Chance, build: Build) {
    let young = 1 - build.heads.eased(3, 7)
    headWidth = chance.bell("width", 0.36, 0.43) + young * 0.05
    jaw = chance.bell("jaw", -0.6, 0.6) - (build.softness - 0.5) * 0.6
    chin = chance.bell("chin", -0.5, 0.5)
    eye =
      build.isMascot
      ? chance.weighted("mascot eye", [(.bulging, 0.55), (.dot, 0.25), (.anime, 0.2)])
      : chance.weighted(
        "eye",
        [(.anime, 0.52), (.narrow, 0.16), (.plain, 0.18), (.dot, 0.08), (.bulging, 0.06)])
    let size = chance.bell("size", 0.75, 1.2) * mix(0.9, 1.2, young)
    eyeLongitude = chance.bell("apart", 0.43, 0.56)
    eyeLatitude = chance.bell("low", 0.02, 0.3) * mix(0.7, 1.1, young)
    switch eye {
    case .anime:
      eyeWidth = size * chance.value("eye width", 0.21, 0.27)
      eyeHeight = size * chance.value("eye height", 0.17, 0.29)
    case .narrow:
      eyeWidth = size * chance.value("narrow width", 0.2, 0.26)
      eyeHeight = size * chance.value("narrow height", 0.07, 0.13)
    case .plain:
      eyeWidth = size * chance.value("plain width", 0.16, 0.21)
      eyeHeight = size * chance.value("plain height", 0.1, 0.16)
    case .dot:
      eyeWidth = size * chance.value("dot width", 0.06, 0.1)
      eyeHeight = eyeWidth * chance.value("dot height", 1, 1.7)
    case .bulging:
      eyeWidth = size * chance.value("bulging width", 0.26, 0.36)
      eyeHeight = eyeWidth * chance.value("bulging height", 0.95, 1.2)
    }
    slant = chance.bell("slant", -0.4, 0.4)
    roundness = chance.value("roundness", 0.5, 1)
    irisSize =
      eye == .bulging ? chance.value("small iris", 0.3, 0.5) : chance.bell("iris", 0.62, 0.98)
    pupil = chance.weighted(
      "pupil", [(.round, 0.55), (.slit, 0.1), (.small, 0.15), (.none, 0.12), (.bright, 0.08)])
    highlights = chance.count("highlights", 0, 3)
    lash = chance.bell("lash", 0.4, 1.5) * mix(0.7, 1.2, build.softness)
    hasLowerLash = chance.happens("lower lash", 0.5)
    hasLid = chance.happens("lid", 0.55)
    irisIsGraded = chance.happens("graded", 0.65)
    brow = chance.bell("brow", 0.3, 1.5) * mix(1.4, 0.8, build.softness)
    browTilt = chance.bell("brow tilt", -0.25, 0.25)
    nose = chance.weighted(
      "nose",
      [(.dot, 0.28), (.corner, 0.3), (.wedge, 0.18), (.none, 0.1), (.broad, 0.1), (.button, 0.04)])
    ear = chance.weighted("ear", [(.round, 0.8), (.pointed, 0.12), (.beast, 0.08)])
    mouthWidth = chance.bell("mouth", 0.12, 0.32) * mix(0.9, 1.1, young)
    mouthLatitude = chance.bell("mouth low", 0.6, 0.78)
    hasLips = chance.happens("lips", 0.1 + build.softness * 0.1)
    hasBlush = chance.happens("blush", 0.4)
    hasMuzzle =
      build.isMascot ? chance.happens("mascot muzzle", 0.6) : chance.happens("muzzle", 0.02)
    beard =
      build.softness < 0.4 && build.heads > 4 && chance.happens("bearded", 0.22)
      ? chance.count("beard", 1, 3) : 0
    marks = chance.happens("marked", 0.12) ? chance.count("mark", 1, 3) : 0
  }
}
