import Testing

@testable import Characters

@Suite struct SeedTests {
  @Test func theSameSeedGivesTheSameNumbers() {
    let a = Seed(7).child("hair").child(3)
    let b = Seed(7).child("hair").child(3)
    #expect((0..<20).map(a.unit) == (0..<20).map(b.unit))
  }

  @Test func childrenDiffer() {
    #expect(Seed(7).child("hair").unit(0) != Seed(7).child("skin").unit(0))
    #expect(Seed(7).child(0).unit(0) != Seed(7).child(1).unit(0))
  }

  @Test func numbersFillTheirRangeEvenly() {
    let seed = Seed(1)
    let values = (0..<4000).map { seed.value($0, in: 2...4) }
    #expect(values.allSatisfy { (2...4).contains($0) })
    #expect(abs(values.reduce(0, +) / 4000 - 3) < 0.05)
  }

  @Test(arguments: [-720.0, -135, -45, 0, 30, 60, 90, 200, 359])
  func sineAndCosineLieOnTheCircle(degrees: Double) {
    let (sine, cosine) = Trigonometry.sineAndCosine(degrees: degrees)
    #expect(abs(sine * sine + cosine * cosine - 1) < 1e-12)
    let next = Trigonometry.sineAndCosine(degrees: degrees + 90)
    #expect(abs(next.sine - cosine) < 1e-12)
  }

  @Test func knownSines() {
    #expect(abs(Trigonometry.sine(degrees: 30) - 0.5) < 1e-12)
    #expect(abs(Trigonometry.cosine(degrees: 120) + 0.5) < 1e-12)
  }
}
