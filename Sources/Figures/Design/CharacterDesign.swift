/// A character: all that is the same in both drawings of a pair.
struct CharacterDesign: Sendable {
  let chance: Chance
  let build: Build
  let face: FaceDesign
  let hair: HairDesign
  var outfit: OutfitDesign
  let colours: Colours

  init(_ chance: Chance) {
    self.chance = chance
    build = Build(chance("build"))
    face = FaceDesign(chance("face"), build: build)
    hair = HairDesign(chance("hair"), build: build)
    outfit = OutfitDesign(chance("outfit"), build: build)
    colours = Colours(chance("colours"), isMascot: build.isMascot)
  }

  /// Whether its hands are round, without fingers, as in the plainest cartoons.
  var hasMittens: Bool { chance.happens("mittens", build.isMascot ? 0.45 : 0.06) }

  /// Whether it is a mascot with nothing on.
  var isUndressed: Bool { build.isMascot && chance("dress").happens("undressed", 0.6) }
}
