import Raster
import TestSupport
import Testing

/// A value of every kind that has a coding of its own.
private struct Everything: Storable, Equatable {
  var number = -7
  var word: UInt16 = 65_535
  var share = 0.1
  var weight: Float = -.infinity
  var isTrue = true
  var text = "塗り絵"
  var none: String?
  var some: String? = ""
  var places = [Point(1, -2), Point(3, 4)]
  var box = Box(x: 1, y: 2, width: 3, height: 4)
  var colour = RGBA(1, 2, 3, 4)
  var pair = SIMD2<Float>(0.5, -0.5)
  var plane = Plane<UInt16>(width: 3, height: 2, elements: [9, 9, 9, 9, 9, 1])

  init() {}

  init(_ known: Everything?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    number = try bytes.pass(known, \.number)
    word = try bytes.pass(known, \.word)
    share = try bytes.pass(known, \.share)
    weight = try bytes.pass(known, \.weight)
    isTrue = try bytes.pass(known, \.isTrue)
    text = try bytes.pass(known, \.text)
    none = try bytes.pass(known, \.none)
    some = try bytes.pass(known, \.some)
    places = try bytes.pass(known, \.places)
    box = try bytes.pass(known, \.box)
    colour = try bytes.pass(known, \.colour)
    pair = try bytes.pass(known, \.pair)
    plane = try bytes.pass(known, \.plane)
  }
}

/// The values of a plane told in runs, read as slowly and plainly as its comment says.
private func naiveRuns(_ bytes: [UInt8], width: Int) -> [UInt64] {
  var rest = bytes[...]
  func value() -> UInt64 {
    defer { rest = rest.dropFirst(width) }
    return rest.prefix(width).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
  var values: [UInt64] = []
  while !rest.isEmpty {
    var head = 0
    var place = 1
    var byte = 128
    while byte >= 128 {
      byte = Int(rest.removeFirst())
      head += byte % 128 * place
      place *= 128
    }
    if head % 2 == 1 {
      values += Array(repeating: value(), count: head / 2)
    } else {
      for _ in 0..<head / 2 { values.append(value()) }
    }
  }
  return values
}

@Suite struct StoringTests {
  @Test func everyKindOfValueComesBack() throws {
    let bytes = StoredBytes.of(Everything())
    #expect(try StoredBytes.read(Everything.self, from: bytes) == Everything())
  }

  @Test func whatIsCutShortOrTooLongIsBroken() {
    let bytes = StoredBytes.of(Everything())
    for count in bytes.indices {
      #expect(throws: BrokenBytes.self) {
        try StoredBytes.read(Everything.self, from: Array(bytes[..<count]))
      }
    }
    #expect(throws: BrokenBytes.self) {
      try StoredBytes.read(Everything.self, from: bytes + [0])
    }
  }

  /// Other values may come of it, but no crash, and no more memory than a plane may have.
  @Test func damagedBytesAreReadOrRefused() {
    var dice = SeededNumbers(seed: 3)
    let whole = StoredBytes.of(Everything())
    for _ in 0..<2000 {
      var bytes = whole
      // Not the plane's size, which could ask for a gigabyte.
      bytes[dice.roll(bytes.count - 24)] = UInt8(dice.roll(256))
      _ = try? StoredBytes.read(Everything.self, from: bytes)
    }
  }

  @Test func planesComeBackAndAreToldInRuns() throws {
    var dice = SeededNumbers(seed: 1)
    for _ in 0..<300 {
      // From all alike to all different.
      let kinds = [1, 2, 3, 200][dice.roll(4)]
      var plane = Plane<UInt16>(width: 1 + dice.roll(40), height: 1 + dice.roll(9), repeating: 0)
      var value: UInt16 = 0
      for index in plane.elements.indices {
        if kinds == 200 || dice.roll(4) == 0 { value = UInt16(dice.roll(kinds) * 301) }
        plane.elements[index] = value
      }
      let bytes = StoredBytes.of(plane)
      #expect(try StoredBytes.read(Plane<UInt16>.self, from: bytes) == plane)
      #expect(naiveRuns(Array(bytes[16...]), width: 2) == plane.elements.map(UInt64.init))
      let narrow = plane.map { UInt8(truncatingIfNeeded: $0) }
      let wide = plane.map { UInt32($0) << 16 }
      #expect(try StoredBytes.read(Plane<UInt8>.self, from: StoredBytes.of(narrow)) == narrow)
      #expect(try StoredBytes.read(Plane<UInt32>.self, from: StoredBytes.of(wide)) == wide)
    }
  }

  @Test func aPlaneOfOneValueTakesNextToNothing() {
    let plane = Plane<UInt16>(width: 1600, height: 1600, repeating: 7)
    #expect(StoredBytes.of(plane).count < 24)
  }

  @Test(arguments: [
    [0, 4], [4, 0], [-1, -4], [1 << 40, 1 << 40], [1 << 20, 1 << 20],
  ]) func aPlaneOfNoPossibleSizeIsBroken(size: [Int]) {
    let bytes = StoredBytes.of(size[0]) + StoredBytes.of(size[1]) + [9, 1]
    #expect(throws: BrokenBytes.self) {
      try StoredBytes.read(Plane<UInt8>.self, from: bytes)
    }
  }
}
