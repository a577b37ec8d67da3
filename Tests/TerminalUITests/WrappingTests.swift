import TerminalUI
import Testing

@Suite("Wrapped text")
struct WrappingTests {
  @Test("Lines break at spaces and beside wide characters, and fit")
  func breaking() {
    #expect("one two three".wrapped(toColumns: 8) == ["one two", "three"])
    #expect("線画を塗ります".wrapped(toColumns: 6) == ["線画を", "塗りま", "す"])
    #expect("PNGを読みます".wrapped(toColumns: 6) == ["PNGを", "読みま", "す"])
    #expect("abcdefgh".wrapped(toColumns: 3) == ["abc", "def", "gh"])
  }

  @Test("No line begins with what closes, or ends with what opens")
  func punctuation() {
    #expect("線画を、塗る。".wrapped(toColumns: 6) == ["線画", "を、塗", "る。"])
    #expect("色見(仮)".wrapped(toColumns: 5) == ["色見", "(仮)"])
    #expect("色見本(PNG)です".wrapped(toColumns: 8) == ["色見本", "(PNG)で", "す"])
    // Where there is no other place, it is broken all the same.
    #expect("。。。。".wrapped(toColumns: 4) == ["。。", "。。"])
    for columns in 2...30 {
      let text = "色トレス線: 隣の色で塗る (fill、通常)、そのまま残す (keep)。"
      #expect(text.wrapped(toColumns: columns).allSatisfy { $0.terminalColumns <= columns })
    }
  }
}
