import Raster
import TerminalUI

extension Surface {
  /// How the surface looks: 8 × 16 pixels a cell. Blocks and braille are drawn, of other characters only
  /// their place, half as strong as their colour.
  func picture() -> Image {
    var image = Image(width: max(1, width * 8), height: max(1, height * 16), repeating: .black)
    for row in 0..<height {
      for column in 0..<width {
        let cell = self[column, row]
        let front = RGBA(cell.style.foreground, or: RGBA(200, 200, 200))
        let back = RGBA(cell.style.background, or: .black)
        for y in 0..<16 {
          for x in 0..<8 {
            image[column * 8 + x, row * 16 + y] =
              cell.covers(x, y) ? front : back
          }
        }
      }
    }
    return image
  }
}

extension RGBA {
  fileprivate init(_ color: CellColor, or other: RGBA) {
    self = color.rgb.map { RGBA($0.r, $0.g, $0.b) } ?? other
  }
}

extension Cell {
  /// Whether the character covers pixel (x, y) of 8 × 16.
  fileprivate func covers(_ x: Int, _ y: Int) -> Bool {
    switch scalar {
    case 0, 0x20: return false
    case 0x2580: return y < 8
    case 0x2584: return y >= 8
    case 0x2588: return true
    case 0x258c: return x < 4
    case 0x2590: return x >= 4
    case 0x2596...0x259f:
      // Bit 0 top left, 1 top right, 2 bottom left, 3 bottom right.
      let masks = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]
      return masks[Int(scalar - 0x2596)] >> (x / 4 + y / 8 * 2) & 1 == 1
    case 0x2800...0x28ff:
      let bits = [0, 3, 1, 4, 2, 5, 6, 7]
      let isDot = (x % 4 == 1 || x % 4 == 2) && (y % 4 == 1 || y % 4 == 2)
      return isDot && (scalar - 0x2800) >> UInt32(bits[y / 4 * 2 + x / 4]) & 1 == 1
    case 0x1fb00...0x1fb3b:
      var mask = Int(scalar - 0x1fb00) + 1
      if mask >= 0b010101 { mask += 1 }
      if mask >= 0b101010 { mask += 1 }
      return mask >> (x / 4 + min(2, y * 3 / 16) * 2) & 1 == 1
    default: return (x + y) % 2 == 0 && (2..<6).contains(x) && (4..<12).contains(y)
    }
  }
}
