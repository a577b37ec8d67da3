import Raster
import TestSupport
import Testing

@testable import TerminalUI

/// What stands for the pixels of a subcell, beside the obvious way to find it.
@Suite("Sampling")
struct SamplingTests {
  let work = Work(threads: 2)

  /// Spans of random pictures: whole, cut by the pane's edge, and nearer than a pixel a subcell.
  private func spans(_ limit: Int, _ numbers: inout SeededNumbers) -> SampleSpans {
    SampleSpans(
      count: Int.random(in: 1...40, using: &numbers),
      origin: Double.random(in: -9...Double(limit), using: &numbers),
      step: Double.random(in: 0.2...7, using: &numbers), limit: limit)
  }

  @Test("Each pixel belongs to one subcell, and from near each subcell shows one pixel")
  func spans() {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<300 {
      let limit = Int.random(in: 1...60, using: &numbers)
      let step = Double.random(in: 0.1...6, using: &numbers)
      let origin = Double.random(in: -20...20, using: &numbers)
      let spans = SampleSpans(count: 30, origin: origin, step: step, limit: limit)
      var seen: [Int] = []
      for index in 0..<30 {
        let span = spans.starts[index]..<spans.ends[index]
        #expect(step >= 1 || span.count <= 1)
        // What is shown lies where the subcell does, give or take half a pixel.
        if let first = span.first, let last = span.last {
          #expect(Double(first) >= origin + Double(index) * step - 0.5 - max(0, 1 - step))
          #expect(Double(last) + 1 <= origin + Double(index + 1) * step + 0.5 + max(0, 1 - step))
        }
        seen += span
      }
      if step >= 1 { #expect(seen == Array(Set(seen)).sorted()) }
      if step >= 1 && origin <= 0 && origin + 30 * step >= Double(limit) {
        #expect(seen.count == limit)
      }
    }
  }

  @Test("A picture is the mean in linear light, weighted by alpha")
  func light() {
    var numbers = SeededNumbers(seed: 2)
    for round in 0..<40 {
      let (width, height) = (
        Int.random(in: 1...50, using: &numbers), Int.random(in: 1...50, using: &numbers)
      )
      let picture = Image(
        width: width, height: height,
        elements: (0..<width * height).map { _ in
          let value = numbers.next()
          let alpha = round % 2 == 0 ? 255 : UInt8(truncatingIfNeeded: value >> 24)
          return RGBA(
            UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8),
            UInt8(truncatingIfNeeded: value >> 16), alpha)
        })
      let (columns, rows) = (spans(width, &numbers), spans(height, &numbers))
      let means = picture.lightMeans(columns, rows, work: work)
      for y in 0..<rows.count {
        for x in 0..<columns.count {
          var (sum, alpha, count) = (SIMD3<Double>.zero, 0.0, 0.0)
          for row in rows.starts[y]..<rows.ends[y] {
            for column in columns.starts[x]..<columns.ends[x] {
              let pixel = picture[column, row]
              let light = LinearRGB(pixel)
              sum += SIMD3(Double(light.r), Double(light.g), Double(light.b)) * Double(pixel.a)
              alpha += Double(pixel.a)
              count += 1
            }
          }
          guard alpha > 0 else {
            #expect(means[x, y] == .clear)
            continue
          }
          sum /= alpha
          let light = LinearRGB(r: Float(sum.x), g: Float(sum.y), b: Float(sum.z))
          let expected = RGBA(light, alpha: UInt8((alpha / count).rounded()))
          let off = [
            Int(expected.r) - Int(means[x, y].r), Int(expected.g) - Int(means[x, y].g),
            Int(expected.b) - Int(means[x, y].b), Int(expected.a) - Int(means[x, y].a),
          ]
          #expect(off.allSatisfy { abs($0) <= 1 }, "\(expected) \(means[x, y])")
        }
      }
    }
  }

  @Test("A mask is the label most samples have, the smaller of equals")
  func majority() {
    var numbers = SeededNumbers(seed: 3)
    for _ in 0..<60 {
      let (width, height) = (
        Int.random(in: 1...60, using: &numbers), Int.random(in: 1...60, using: &numbers)
      )
      let labels = Plane<UInt16>(
        width: width, height: height,
        elements: (0..<width * height).map { _ in UInt16.random(in: 0...4, using: &numbers) })
      let (columns, rows) = (spans(width, &numbers), spans(height, &numbers))
      let result = labels.majorities(columns, rows, work: work)
      for y in 0..<rows.count {
        for x in 0..<columns.count {
          var counts: [UInt16: Int] = [:]
          for row in rows.starts[y]..<rows.ends[y] {
            for column in columns.starts[x]..<columns.ends[x] {
              counts[labels[column, row], default: 0] += 1
            }
          }
          let most = counts.values.max() ?? 0
          #expect(result[x, y] == counts.filter { $0.value == most }.keys.min() ?? 0)
        }
      }
    }
  }

  @Test("A large subcell looks at 64 places spread over all of it")
  func boundedSamples() {
    let span = SampleSpans(count: 1, origin: 0, step: 1000, limit: 1000)
    #expect(span.samples(0) == [62, 187, 312, 437, 562, 687, 812, 937])
  }

  @Test("Ink is the mean of its coverage")
  func coverage() {
    var numbers = SeededNumbers(seed: 4)
    let ink = Plane<UInt8>(
      width: 37, height: 23,
      elements: (0..<37 * 23).map { _ in UInt8.random(in: 0...255, using: &numbers) })
    for _ in 0..<40 {
      let (columns, rows) = (spans(37, &numbers), spans(23, &numbers))
      let means = ink.means(columns, rows, work: work)
      for y in 0..<rows.count {
        for x in 0..<columns.count {
          var values: [Int] = []
          for row in rows.starts[y]..<rows.ends[y] {
            for column in columns.starts[x]..<columns.ends[x] {
              values.append(Int(ink[column, row]))
            }
          }
          let mean = Double(values.reduce(0, +)) / Double(max(1, values.count))
          #expect(abs(Double(means[x, y]) - mean) <= 0.5)
        }
      }
    }
  }

  @Test("A pyramid shows from far what the picture does")
  func pyramid() throws {
    var numbers = SeededNumbers(seed: 5)
    let ink = Plane<UInt8>(
      width: 512, height: 256,
      elements: (0..<512 * 256).map {
        UInt8(($0 % 512) / 4 + Int.random(in: 0...20, using: &numbers))
      })
    let pyramid = try Pyramid(ink, work: work)
    let (level, shrink) = pyramid.level(forStep: 32)
    #expect(shrink == 16 && level.width == 32)
    let near = ink.means(
      SampleSpans(count: 16, origin: 0, step: 32, limit: 512),
      SampleSpans(count: 8, origin: 0, step: 32, limit: 256), work: work)
    let far = level.means(
      SampleSpans(count: 16, origin: 0, step: 2, limit: 32),
      SampleSpans(count: 8, origin: 0, step: 2, limit: 16), work: work)
    for (a, b) in zip(near.elements, far.elements) { #expect(abs(Int(a) - Int(b)) <= 1) }
  }
}
