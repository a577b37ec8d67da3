// Strokes thinned to lines one pixel wide, 64 pixels at a time.
//
// Idea: in two alternating passes every border pixel goes that neither ends a line nor holds two parts
// together. Each pass is a formula over the eight neighbours, so it runs on whole words.
// Cost: O(words) a pass and `2 · rounds` passes, words of nothing skipped; 2 bits a pixel of scratch; about
// 3 ms at 1600×1600 on two cores.
// Source: Guo and Hall: Parallel thinning with two-subiteration algorithms (1989).
// Not done: to thin areas wider than `2 · rounds`; those stay blobs in the middle, which have no ends.

extension BitPlane {
  /// The plane's skeleton: lines along the middle of what is set.
  ///
  /// - Parameter rounds: how many pixels to take off each side at most.
  /// - Complexity: O(rounds · words), shared between the threads.
  public func thinned(rounds: Int, work: Work) throws(Cancelled) -> BitPlane {
    var lines = self
    var doomed = [UInt64](repeating: 0, count: words.count)
    for _ in 0..<rounds {
      var changed = false
      for pass in [ThinningPass.southEast, .northWest] {
        try work.checkCancelled()
        if lines.thin(pass, scratch: &doomed, work: work) { changed = true }
      }
      if !changed { break }
    }
    return lines
  }
}

/// The borders that a pass takes away.
private enum ThinningPass {
  case southEast
  case northWest
}

/// The pixels around those of one word: for each pixel of the word its neighbour's bit in the same place.
private struct Neighbourhood {
  let centre: UInt64
  let north, northEast, east, southEast, south, southWest, west, northWest: UInt64

  /// - Parameters:
  ///   - words: the plane's.
  ///   - index: of the word in its row.
  @inline(__always)
  init(
    _ words: UnsafeBufferPointer<UInt64>, wordsPerRow: Int, height: Int, y: Int, index: Int
  ) {
    let at = y * wordsPerRow + index
    let hasLeft = index > 0
    let hasRight = index + 1 < wordsPerRow
    centre = words[at]
    west = centre << 1 | (hasLeft ? words[at - 1] >> 63 : 0)
    east = centre >> 1 | (hasRight ? words[at + 1] << 63 : 0)
    if y > 0 {
      let up = at - wordsPerRow
      north = words[up]
      northWest = north << 1 | (hasLeft ? words[up - 1] >> 63 : 0)
      northEast = north >> 1 | (hasRight ? words[up + 1] << 63 : 0)
    } else {
      (north, northWest, northEast) = (0, 0, 0)
    }
    if y + 1 < height {
      let down = at + wordsPerRow
      south = words[down]
      southWest = south << 1 | (hasLeft ? words[down - 1] >> 63 : 0)
      southEast = south >> 1 | (hasRight ? words[down + 1] << 63 : 0)
    } else {
      (south, southWest, southEast) = (0, 0, 0)
    }
  }

  /// The pixels whose set neighbours hang together in exactly one piece.
  @inline(__always)
  var isOnePiece: UInt64 {
    let a = ~north & (northEast | east)
    let b = ~east & (southEast | south)
    let c = ~south & (southWest | west)
    let d = ~west & (northWest | north)
    return (a ^ b ^ c ^ d) & ~(a & b | c & d)
  }

  /// The pixels of whose four pairs of neighbours at least two are set, pairs cut both ways.
  @inline(__always)
  var hasTwoPairs: UInt64 {
    Self.two(northWest | north, northEast | east, southEast | south, southWest | west)
      & Self.two(north | northEast, east | southEast, south | southWest, west | northWest)
  }

  /// The pixels all of whose four pairs are set, pairs cut both ways.
  @inline(__always)
  var hasAllPairs: UInt64 {
    (northWest | north) & (northEast | east) & (southEast | south) & (southWest | west)
      & (north | northEast) & (east | southEast) & (south | southWest) & (west | northWest)
  }

  @inline(__always)
  private static func two(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
    a & b | c & d | (a | b) & (c | d)
  }
}

extension BitPlane {
  /// One pass of thinning; whether anything went.
  private mutating func thin(_ pass: ThinningPass, scratch: inout [UInt64], work: Work) -> Bool {
    let (wordsPerRow, height) = (wordsPerRow, height)
    let bands = max(1, min(work.threads, height / 64))
    var changed = [Bool](repeating: false, count: bands)
    words.withUnsafeMutableBufferPointer { words in
      scratch.withUnsafeMutableBufferPointer { doomed in
        changed.withUnsafeMutableBufferPointer { changed in
          // First all bands read and mark, then all take away: bands of rows are disjoint in both.
          nonisolated(unsafe) let (words, doomed, changed) = (words, doomed, changed)
          work.forEachBand(of: bands, smallest: 1) { range in
            for band in range {
              var any: UInt64 = 0
              for y in height * band / bands..<height * (band + 1) / bands {
                for index in 0..<wordsPerRow {
                  let at = y * wordsPerRow + index
                  if words[at] == 0 {
                    doomed[at] = 0
                    continue
                  }
                  let n = Neighbourhood(
                    UnsafeBufferPointer(words), wordsPerRow: wordsPerRow, height: height, y: y,
                    index: index)
                  let kept =
                    pass == .southEast
                    ? (n.north | n.northEast | ~n.southEast) & n.east
                    : (n.south | n.southWest | ~n.northWest) & n.west
                  let gone =
                    n.centre & n.isOnePiece & n.hasTwoPairs & ~n.hasAllPairs & ~kept
                  doomed[at] = gone
                  any |= gone
                }
              }
              changed[band] = any != 0
            }
          }
          work.forEachBand(of: words.count, smallest: 4096) { range in
            for at in range { words[at] &= ~doomed[at] }
          }
        }
      }
    }
    return changed.contains(true)
  }

  /// The pixels that end a line: set, their neighbours one piece of at most two pixels side by side.
  ///
  /// - Returns: in reading order.
  /// - Complexity: O(words).
  public func lineEnds() -> [Point] {
    var ends: [Point] = []
    words.withUnsafeBufferPointer { buffer in
      for y in 0..<height {
        for index in 0..<wordsPerRow where buffer[y * wordsPerRow + index] != 0 {
          let n = Neighbourhood(
            buffer, wordsPerRow: wordsPerRow, height: height, y: y, index: index)
          var found = n.centre & n.isOnePiece & ~n.hasTwoPairs
          while found != 0 {
            ends.append(Point(index << 6 + found.trailingZeroBitCount, y))
            found &= found - 1
          }
        }
      }
    }
    return ends
  }
}
