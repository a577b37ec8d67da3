import Coloring
import Raster
import TestSupport
import Testing

/// Areas that are filled with black in the line art and black in the reference.
@Suite(.byEachEngine) struct SolidBlackTests {
  @Test func aSmallFaceInLargeBlackHairStaysAFace() throws {
    var drawn = Doll()
    drawn.blacken(["hair"])
    drawn.reshape([
      "hair": .ellipse(30, 2, 170, 126), "face": .ellipse(78, 50, 122, 104),
      "left eye": .ellipse(86, 70, 94, 80), "right eye": .ellipse(106, 70, 114, 80),
      "mouth": .ellipse(95, 90, 105, 96),
    ])
    let situation = Situation.inBlack(["hair"], drawn: drawn)
    #expect(try situation.rightShare() > 0.95)
  }

  /// Hair that hides the neck and half of the shirt makes neither of them ink.
  @Test func blackOverOtherPaintsLeavesThemTheirOwn() throws {
    var drawn = Doll()
    drawn.blacken(["hair"])
    drawn.reshape(["hair": .ellipse(52, 14, 148, 170)])
    #expect(try Situation.inBlack(["hair"], drawn: drawn).rightShare() > 0.93)
  }
}

extension Situation {
  /// A doll as it was drawn, and the usual one with some pieces black as its reference.
  fileprivate static func inBlack(_ names: Set<String>, drawn: Doll) -> Situation {
    var reference = Doll()
    reference.blacken(names)
    var bare = drawn
    for index in bare.pieces.indices where !names.contains(bare.pieces[index].name) {
      bare.pieces[index].paint = .white
    }
    return doll(drawn).with {
      $0.line = bare.coloured()
      $0.reference = reference.coloured()
    }
  }
}

extension Doll {
  fileprivate mutating func blacken(_ names: Set<String>) {
    for index in pieces.indices where names.contains(pieces[index].name) {
      pieces[index].paint = .black
    }
  }

  fileprivate mutating func reshape(_ shapes: [String: Shape]) {
    pieces = pieces.map { piece in
      shapes[piece.name].map { Piece(piece.name, $0, piece.paint) } ?? piece
    }
  }
}
