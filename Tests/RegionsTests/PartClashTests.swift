import Regions
import Testing

@Suite struct PartClashTests {
  private func part(
    _ name: String = "ribbon", _ japanese: String = "リボン", _ letter: String = "R",
    _ hex: String = "#28f0f0"
  ) -> Part {
    Part(id: "ribbon", name: name, japanese: japanese, letter: letter, hex: hex)
  }

  private func clash(_ part: Part) -> Part.Clash? { part.clash(with: Part.standard) }

  @Test func onlyWhatCanBeToldFromAllOthersStandsBesideThem() {
    let hair = Part.standard[1]
    #expect(clash(part()) == nil)
    #expect(clash(part("")) == .noName)
    #expect(clash(part("Hair")) == .name(hair))
    #expect(clash(part("ribbon", "髪")) == .name(hair))
    #expect(clash(part(String(repeating: "a", count: 41))) == .longName)
    #expect(clash(part("ribbon", "リボン", "H")) == .letter(hair))
    #expect(clash(part("ribbon", "リボン", "リ")) == .noLetter)
    #expect(clash(part("ribbon", "リボン", "")) == .noLetter)
    #expect(clash(part("ribbon", "リボン", "R", "red")) == .noColour)
    #expect(clash(part("ribbon", "リボン", "R", "#7b50c0")) == .colour(hair))
    #expect(clash(part("ribbon", "リボン", "R", "#f808ff")) == .unlabelledColour)
  }

  @Test func theStandardPartsStandBesideEachOther() {
    for part in Part.standard {
      #expect(part.clash(with: Part.standard.filter { $0 != part }) == nil, "\(part.id)")
    }
  }

  @Test func aNameIsEnough() {
    var all = Part.standard
    for name in ["hair ribbon", "Hair ribbon!", "帯"] + (0..<20).map({ "thing \($0)" }) {
      let part = Part.proposed(named: name, beside: all)
      // Names that differ in a sign only are the artist's business.
      #expect(part.clash(with: all) == nil, "\(part)")
      #expect(!all.contains { $0.id == part.id })
      all.append(part)
    }
    let added = all.dropFirst(Part.standard.count)
    #expect(added.prefix(3).map(\.id) == ["hair-ribbon", "hair-ribbon-2", "part"])
    #expect(added.prefix(2).map(\.letter) == ["R", "N"])
  }
}
