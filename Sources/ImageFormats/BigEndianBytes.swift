/// Bytes put together field by field, numbers with their high byte first.
struct BigEndianBytes {
  private(set) var bytes: [UInt8] = []

  mutating func append<Number: FixedWidthInteger & UnsignedInteger>(_ number: Number) {
    for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }

  mutating func append(_ more: [UInt8]) { bytes += more }

  mutating func append(ascii text: String) { bytes += text.utf8 }

  mutating func append(zeros count: Int) { bytes += Array(repeating: 0, count: count) }
}
