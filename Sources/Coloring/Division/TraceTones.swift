internal import Raster
internal import Regions

// The side of a trace line that lies in shadow.
//
// A line of the shadows' colour (red unless the artist says otherwise: `TraceColours`) has a lit side and a shaded
// one, so the areas that such lines part, taken together, have two colourings; a shadow that is larger than one of its lit neighbours then follows the others. Of the
// two that one is taken for which most of the lines' length speaks: the smaller side is the shadow's, and
// so is the one that looks away from the light. Where the light comes from is what most of the larger sides
// say. A second shadow's colour (green) parts it from the first, so both its sides are shaded; in a drawing without the
// first's it counts as that. What it cannot tell is a lone shadow, larger than its lit rest, that looks to the light.

/// The regions that lines put in shadow.
///
/// - Parameter lines: the borders whose line parts two tones of one paint.
/// - Complexity: O(lines · log lines).
func shadowedRegions(_ lines: [RegionPair: TraceBorder], map: RegionMap) -> Set<UInt16> {
  let hasShadow = lines.values.contains { $0.shadow > $0.deeper && !$0.isHighlight }
  let borders = lines.filter { !$0.value.isHighlight }
    .map { ShadowBorder($0.key, $0.value, map: map, hasShadow: hasShadow) }
    .sorted { ($1.length, $0.pair) < ($0.length, $1.pair) }
  let light = lightDirection(borders)

  // The longest lines decide how the tones of two areas relate.
  var areas = DisjointSets(count: map.regions.count + 1)
  var related: [UInt16: [(other: UInt16, isSame: Bool)]] = [:]
  for border in borders where areas.unite(Int(border.pair.first), Int(border.pair.second)) {
    related[border.pair.first, default: []].append((border.pair.second, border.isSame))
    related[border.pair.second, default: []].append((border.pair.first, border.isSame))
  }
  var isLikeRoot: [UInt16: Bool] = [:]
  for start in related.keys.sorted() where isLikeRoot[start] == nil {
    isLikeRoot[start] = true
    var open = [start]
    while let region = open.popLast() {
      for (other, isSame) in related[region] ?? [] where isLikeRoot[other] == nil {
        isLikeRoot[other] = isLikeRoot[region] == isSame
        open.append(other)
      }
    }
  }

  var rootIsLit: [Int: Double] = [:]
  for border in borders where !border.isSame {
    let firstIsLit = border.evidence(light: light)
    let sign = isLikeRoot[border.pair.first] == true ? 1.0 : -1.0
    let root = areas.representative(of: Int(border.pair.first))
    rootIsLit[root, default: 0] += sign * firstIsLit
  }
  return Set(
    isLikeRoot.keys.filter { region in
      let root = areas.representative(of: Int(region))
      // Lines of second shadows alone: all of it is shaded.
      guard let evidence = rootIsLit[root] else { return true }
      return (isLikeRoot[region] == true) != (evidence >= 0)
    })
}

/// A line that bounds a shadow as evidence.
private struct ShadowBorder {
  let pair: RegionPair
  let length: Int
  /// Whether both its sides are shaded.
  let isSame: Bool
  /// The first region's lead in size over the second: −1…1.
  let lean: Double
  /// The direction across from the first to the second, of length 1; 0 for a closed curve.
  let across: SIMD2<Double>

  init(_ pair: RegionPair, _ border: TraceBorder, map: RegionMap, hasShadow: Bool) {
    self.pair = pair
    length = border.length
    isSame = hasShadow && border.deeper > border.shadow
    let (first, second) = (Double(map[pair.first].area), Double(map[pair.second].area))
    lean = (first - second) / max(1, first + second)
    let step = SIMD2(Double(border.across.x), Double(border.across.y))
    let size = (step * step).sum().squareRoot()
    across = size > 0 ? step / size : step
  }

  /// The evidence that the first region is the lit one; below 0 where it is the shaded one.
  func evidence(light: SIMD2<Double>) -> Double {
    Double(length) * (2 * lean + 1.5 * (across * light).sum())
  }
}

/// The mean direction from lit to shaded, as far as the sizes tell: shorter than 1, the less they agree.
private func lightDirection(_ borders: [ShadowBorder]) -> SIMD2<Double> {
  var sum = SIMD2(0.0, 0.0)
  var whole = 0.0
  for border in borders where !border.isSame {
    sum += Double(border.length) * border.lean * border.across
    whole += Double(border.length)
  }
  return whole > 0 ? sum / whole : sum
}
