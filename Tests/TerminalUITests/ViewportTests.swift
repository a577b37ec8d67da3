import Raster
import Testing

@testable import TerminalUI

@Suite("A view on a picture")
struct ViewportTests {
  @Test("At first the whole picture is seen, in the middle of the pane")
  func whole() {
    let frame = ViewFrame(Viewport(width: 100, height: 100), columns: 40, rows: 10)
    #expect(frame.box == Box(x: 0, y: 0, width: 100, height: 100))
    // 20 × 20 squares, so 10 columns of ground on either side.
    #expect(frame.pixel(atCell: Point(9, 0)) == nil)
    #expect(frame.pixel(atCell: Point(10, 0)) == Point(2, 5))
    #expect(frame.pixel(atCell: Point(29, 9)) == Point(97, 95))
    #expect(frame.pixel(atCell: Point(30, 9)) == nil)
  }

  @Test("A pixel's cell shows that pixel")
  func cellOfPixel() {
    let viewport = Viewport(width: 640, height: 480).zoomed(by: 5, about: SIMD2(500, 100))
    let frame = ViewFrame(viewport, columns: 60, rows: 20)
    var inside = 0
    for row in 0..<20 {
      for column in 0..<60 {
        guard let pixel = frame.pixel(atCell: Point(column, row)) else { continue }
        inside += 1
        #expect(frame.cell(ofPixel: pixel) == Point(column, row))
      }
    }
    #expect(inside > 600)
  }

  @Test("The point under the pointer stays there when zooming")
  func zoomAboutPoint() {
    let whole = Viewport(width: 1000, height: 1000)
    let before = ViewFrame(whole, columns: 80, rows: 40)
    let cell = Point(20, 12)
    let point = before.point(atCell: cell)
    for factor in [1.5, 4, 20] {
      let after = ViewFrame(whole.zoomed(by: factor, about: point), columns: 80, rows: 40)
      let there = after.point(atCell: cell)
      #expect(abs(there.x - point.x) < 1e-6 && abs(there.y - point.y) < 1e-6)
    }
  }

  @Test("Zooming ends at the whole picture and at eight pixels")
  func limits() {
    let whole = Viewport(width: 800, height: 400)
    #expect(whole.zoomed(by: 0.1) == whole)
    let nearest = whole.zoomed(by: 1e9)
    #expect(nearest.magnification == 100)
    #expect(ViewFrame(nearest, columns: 40, rows: 10).box.width <= 9)
    #expect(Viewport(width: 3, height: 2).zoomed(by: 4).showsWholePicture)
  }

  @Test("A pan stops at the picture's edges and turns back at once")
  func pan() {
    let tall = Viewport(width: 100, height: 400).zoomed(by: 8)
    let aspect = 2.0
    var view = tall
    for _ in 0..<50 { view = view.panned(by: SIMD2(0.25, 0.25), aspect: aspect) }
    let frame = ViewFrame(view, columns: 40, rows: 10)
    #expect(frame.box.maxX == 100 && frame.box.maxY == 400)
    let back = ViewFrame(
      view.panned(by: SIMD2(0, -0.25), aspect: aspect), columns: 40, rows: 10)
    #expect(back.box.maxY < 400)
  }

  @Test("A box is shown with its margin, whatever the pane")
  func zoomToBox() {
    let box = Box(x: 300, y: 500, width: 40, height: 20)
    let view = Viewport(width: 1000, height: 800).zoomed(to: box, margin: 0.25)
    for (columns, rows) in [(80, 24), (20, 50), (200, 50)] {
      let seen = ViewFrame(view, columns: columns, rows: rows).box
      #expect(seen.x <= 291 && seen.maxX >= 349)
      #expect(seen.y <= 491 && seen.maxY >= 529)
    }
    #expect(view.magnification > 10)
  }
}
