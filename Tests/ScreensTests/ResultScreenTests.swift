import DrawnStudios
import Raster
import Studio
import TerminalUI
import Testing

@testable import Screens

@Suite("The coloured result on the screen")
struct ResultScreenTests {
  @Test("A small terminal shows the comparison, and the layers in a line below")
  func small() throws {
    let lines = view(try .coloured(), cache: ViewCache()).surface.lines
    #expect(lines[1].hasPrefix(" before") && lines[1].hasSuffix(" after"))
    #expect(lines[20] == " 1✓lines  2✓shadows  3✓highlights  4✓flats  5·ground: none")
    #expect(lines[21].hasPrefix(" 96×72 · 2 regions · "))
  }

  @Test("A wide terminal has them at the side")
  func wide() throws {
    var state = try StudioState.coloured(size: (160, 40))
    state.press("4 b")
    let lines = view(state, cache: ViewCache()).surface.lines
    #expect(lines.contains { $0.contains("3 ✓ highlights") })
    #expect(lines.contains { $0.contains("4   flats") })
    #expect(lines.contains { $0.contains("5 ✓ ground: white") })
  }

  @Test("The divider is where the mouse takes it, and a layer's name where it is clicked")
  func mouse() throws {
    var state = try StudioState.coloured()
    let frame = view(state, cache: ViewCache())
    #expect(frame.target(at: Point(40, 5)) == .slider(.divider, 40.5 / 80))
    guard case .canvas(.result, _)? = frame.target(at: Point(10, 5)) else {
      Issue.record("no picture under the mouse")
      return
    }
    #expect(frame.target(at: Point(3, 20)) == .command(.result(.lines)))
    state.mouse.heldSlider = .divider
    #expect(
      view(state, cache: ViewCache()).target(at: Point(10, 23)) == .slider(.divider, 10.5 / 80))
  }

  @Test("Left of the divider is the line art, right of it the paint")
  func split() throws {
    var state = try StudioState.coloured()
    func isBlue(_ columns: Range<Int>) -> Bool {
      let surface = view(state, cache: ViewCache()).surface
      return (3..<20).contains { y in
        columns.contains { x in
          guard let (r, _, b) = surface[x, y].style.background.rgb else { return false }
          return Int(b) - Int(r) > 60
        }
      }
    }
    #expect(!isBlue(0..<38) && isBlue(43..<80))
    state.press("s")
    #expect(isBlue(0..<38))
    state.press("s")
    #expect(!isBlue(0..<80))
  }
}
