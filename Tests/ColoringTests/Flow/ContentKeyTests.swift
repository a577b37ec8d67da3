import Raster
import Testing

@testable import Coloring

@Suite struct ContentKeyTests {
  private func key(_ combine: (inout ContentHasher) -> Void) -> ContentKey {
    var hasher = ContentHasher()
    combine(&hasher)
    return hasher.key()
  }

  /// A key that changed here would make every cache on disk useless without anybody having meant it.
  @Test func keysAreTheSameInEveryRunAndOnEveryMachine() {
    let key = key { hasher in
      hasher.combine("regions")
      hasher.combine(1)
      hasher.combine(2.5)
      hasher.combine([RGBA(1, 2, 3, 4), .white])
    }
    #expect(key.description == "fd029de49ff80270ff330e93c1d32150")
  }

  @Test func neighboursDoNotRunTogether() {
    let first = key {
      $0.combine("ab")
      $0.combine("c")
    }
    let second = key {
      $0.combine("a")
      $0.combine("bc")
    }
    #expect(first != second)
  }
}
