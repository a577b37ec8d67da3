import Raster
import Testing

@testable import TerminalUI

@Suite("Masks over paper and over pictures")
struct MaskPictureTests {
  private let work = Work(threads: 1)
  private let red = RGBA(248, 0, 0)

  private func surface(_ mask: MaskPicture, look: PictureLook = PictureLook()) -> Surface {
    PictureView(.mask(mask)).surface(columns: 8, rows: 4, look: look, work: work)
  }

  private func mask(isHatched: Bool, ground: Image? = nil, opacity: Double = 1) -> MaskPicture {
    MaskPicture(
      labels: Plane(width: 8, height: 8, repeating: 1),
      paints: [
        MaskPicture.Paint(.white), MaskPicture.Paint(red, letter: "?", isHatched: isHatched),
      ], ground: ground.map { Pyramid($0) }, opacity: opacity)
  }

  @Test("What is hatched is stripes on paper, a third of it, each slanting the same way")
  func hatched() {
    let surface = surface(mask(isHatched: true))
    let paper = RGBA.white.coarse.cellColor
    for y in 0..<8 {
      for x in 0..<8 {
        let cell = surface[x, y / 2]
        let isLower = y % 2 == 1
        let color =
          cell.scalar == 0x2584 && isLower || cell.scalar == 0x2580 && !isLower
          ? cell.style.foreground : cell.style.background
        #expect((color == paper) == ((x + y) % 6 >= 2), "\(x), \(y)")
      }
    }
  }

  @Test("In letters it is slashes on bare paper")
  func letters() {
    let look = PictureLook(colors: .mono, glyphs: .ascii)
    #expect(
      surface(mask(isHatched: true), look: look).lines == [
        "//    //", "    //", "  //", "//    //",
      ])
  }

  @Test(
    "A mask lies over its picture as strongly as it is opaque",
    arguments: [(0.0, RGBA(0, 0, 248)), (1.0, RGBA(248, 0, 0)), (0.5, RGBA(124, 0, 124))])
  func ground(opacity: Double, color: RGBA) {
    let blue = Image(width: 8, height: 8, repeating: RGBA(0, 0, 248))
    let surface = surface(mask(isHatched: false, ground: blue, opacity: opacity))
    let seen = Set(surface.cells.map(\.style.background))
    #expect(seen == [color.coarse.cellColor])
  }

  @Test("A picture of another size is refused")
  func size() async {
    await #expect(processExitsWith: .failure) {
      let mask = MaskPicture(
        labels: Plane(width: 8, height: 8, repeating: 1), paints: [],
        ground: Pyramid(Image(width: 9, height: 8, repeating: .white)))
      _ = PictureView(.mask(mask)).surface(
        columns: 8, rows: 4, look: PictureLook(), work: Work(threads: 1))
    }
  }
}
