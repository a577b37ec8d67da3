import Raster
import TestSupport
import Testing

@Suite struct BlendingTests {
  /// One pixel composed.
  func composed(_ nodes: [LayerNode]) throws -> RGBA {
    try LayeredImage(width: 1, height: 1, nodes: nodes).composed(work: Work(threads: 1))[0, 0]
  }

  func layer(
    _ color: RGBA, _ blend: BlendMode = .normal, opacity: Double = 1, isVisible: Bool = true,
    clipped: [LayerNode] = []
  ) -> LayerNode {
    .layer(
      Layer(
        name: "", pixels: Image(width: 1, height: 1, repeating: color), blend: blend,
        opacity: opacity, isVisible: isVisible),
      clipped: clipped.compactMap { if case .layer(let layer, _) = $0 { layer } else { nil } })
  }

  /// The W3C formula, written down as it stands there: αs, Cs over αb, Cb.
  func naive(_ above: RGBA, over below: RGBA, _ mode: BlendMode, opacity: Double) -> [Double] {
    let (sourceAlpha, backdropAlpha) = (Double(above.a) / 255 * opacity, Double(below.a) / 255)
    let alpha = sourceAlpha + backdropAlpha * (1 - sourceAlpha)
    let channels = [(above.r, below.r), (above.g, below.g), (above.b, below.b)].map { codes in
      let (source, backdrop) = (Double(codes.0) / 255, Double(codes.1) / 255)
      let blended =
        switch mode {
        case .normal: source
        case .multiply: source * backdrop
        case .screen: source + backdrop - source * backdrop
        }
      let mixed = (1 - backdropAlpha) * source + backdropAlpha * blended
      let premultiplied = sourceAlpha * mixed + (1 - sourceAlpha) * backdropAlpha * backdrop
      return alpha == 0 ? 0 : premultiplied / alpha * 255
    }
    return channels + [alpha * 255]
  }

  @Test(arguments: [BlendMode.normal, .multiply, .screen])
  func agreesWithTheFormula(_ mode: BlendMode) throws {
    var dice = SeededNumbers(seed: 5)
    func code() -> UInt8 { [0, 255, UInt8(dice.roll(256)), UInt8(dice.roll(256))][dice.roll(4)] }
    for _ in 0..<500 {
      let above = RGBA(code(), code(), code(), code())
      let below = RGBA(code(), code(), code(), code())
      let opacity = [1, 0.25][dice.roll(2)]
      let truth = naive(above, over: below, mode, opacity: opacity)
      let result = try composed([layer(below), layer(above, mode, opacity: opacity)])
      for (ours, theirs) in zip([result.r, result.g, result.b, result.a], truth)
      where truth[3] >= 1 {
        #expect(abs(Double(ours) - theirs) <= 0.501)
      }
    }
  }

  @Test func hiddenLayersAndFoldersDoNotShow() throws {
    let red = layer(RGBA(255, 0, 0))
    #expect(try composed([red, layer(.black, isVisible: false)]) == RGBA(255, 0, 0))
    let hidden = LayerNode.folder(name: "", isVisible: false, children: [layer(.black)])
    #expect(try composed([red, hidden]) == RGBA(255, 0, 0))
  }

  @Test func foldersArePassThrough() throws {
    let lines = LayerNode.folder(
      name: "lines", isVisible: true, children: [layer(RGBA(128, 128, 128), .multiply)])
    #expect(try composed([layer(RGBA(200, 100, 0)), lines]) == RGBA(100, 50, 0))
  }

  @Test func aClippedLayerKeepsTheAlphaOfItsBase() throws {
    let red = RGBA(255, 0, 0, 128)
    #expect(try composed([layer(red, clipped: [layer(RGBA(0, 0, 255))])]) == RGBA(0, 0, 255, 128))
    let half = layer(RGBA(128, 128, 128), .multiply)
    #expect(try composed([layer(red, clipped: [half])]) == RGBA(128, 0, 0, 128))
  }

  @Test func aGroupIsBlendedInTheModeOfItsBase() throws {
    let group = layer(
      .white, .multiply, opacity: 0.5, clipped: [layer(RGBA(100, 100, 100))])
    // The group is grey 100; half of it multiplied into white.
    #expect(try composed([layer(.white), group]) == RGBA(178, 178, 178))
  }

  @Test func aHiddenBaseHidesWhatIsClippedToIt() throws {
    let group = layer(.white, isVisible: false, clipped: [layer(.black)])
    #expect(try composed([layer(RGBA(1, 2, 3)), group]) == RGBA(1, 2, 3))
  }

  @Test func aHiddenClippedLayerDoesNotShow() throws {
    let group = layer(.white, clipped: [layer(.black, isVisible: false)])
    #expect(try composed([group]) == .white)
  }

  @Test func layersLieWhereTheirOriginSays() throws {
    let dot = Image(width: 2, height: 2, repeating: .black)
    let nodes = [Point(1, 1), Point(-1, 3), Point(9, 9)].map {
      LayerNode.layer(Layer(name: "", pixels: dot, origin: $0))
    }
    let picture = try LayeredImage(width: 4, height: 4, nodes: nodes).composed(
      work: Work(threads: 3))
    let opaque = try BitPlane(picture, work: Work(threads: 1)) { $0.a == 255 }
    #expect(opaque == BitPlane("....", ".##.", ".##.", "#..."))
  }
}
