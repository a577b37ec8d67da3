/// PNG's prediction of a row's bytes from the pixel to the left or the row above, whichever leaves
/// the smaller sum of absolute differences: the rule the PNG specification recommends, over three of
/// its five filters. All five would save up to 10 % on drawings, for 1.3 to 2 times the time.
struct PNGFilter {
  /// Bytes from a sample to the same of the pixel before.
  private let step: Int
  private var left: [UInt8]
  private var up: [UInt8]

  init(step: Int, count: Int) {
    self.step = step
    left = [UInt8](repeating: 0, count: count)
    up = left
  }

  /// Appends the filter's number and the filtered `row`, both `above` and `row` being of the
  /// filter's count. Palette indices are not filtered: their differences mean nothing.
  mutating func append(
    _ row: [UInt8], above: [UInt8], isIndexed: Bool, to result: inout [UInt8]
  ) {
    if isIndexed {
      result.append(0)
      result += row
      return
    }
    let upSum = subtract(row, above, into: &up)
    if upSum == 0 {
      result.append(2)
      result += up
      return
    }
    let leftSum = subtractLeft(row, step: step, into: &left)
    if min(leftSum, upSum) >= magnitude(row) {
      result.append(0)
      result += row
    } else if leftSum < upSum {
      result.append(1)
      result += left
    } else {
      result.append(2)
      result += up
    }
  }
}

/// Differences of `row` and `other`; returns the sum of their magnitudes as signed bytes.
private func subtract(
  _ row: [UInt8], _ other: [UInt8], into result: inout [UInt8]
) -> UInt32 {
  let (row, other) = (row.span, other.span)
  var result = result.mutableSpan
  precondition(row.count == other.count && row.count == result.count)
  var sum: UInt32 = 0
  for index in row.indices {
    let difference = row[index] &- other[index]
    result[index] = difference
    sum &+= UInt32(Int8(bitPattern: difference).magnitude)
  }
  return sum
}

private func subtractLeft(
  _ row: [UInt8], step: Int, into result: inout [UInt8]
) -> UInt32 {
  let row = row.span
  var result = result.mutableSpan
  precondition(row.count == result.count && step >= 1)
  var sum: UInt32 = 0
  for index in 0..<min(step, row.count) {
    result[index] = row[index]
    sum &+= UInt32(Int8(bitPattern: row[index]).magnitude)
  }
  if row.count <= step { return sum }
  for index in step..<row.count {
    let difference = row[index] &- row[index - step]
    result[index] = difference
    sum &+= UInt32(Int8(bitPattern: difference).magnitude)
  }
  return sum
}

private func magnitude(_ row: [UInt8]) -> UInt32 {
  let row = row.span
  var sum: UInt32 = 0
  for index in row.indices { sum &+= UInt32(Int8(bitPattern: row[index]).magnitude) }
  return sum
}
