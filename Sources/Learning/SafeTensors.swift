public import Tensors

/// Named tensors and texts about them, as the safetensors format holds them.
///
/// A file is a 64-bit length, that many bytes of JSON (name to number type, shape and range of
/// bytes), and the numbers. Read are F32 and F16. Ranges must follow each other without holes or
/// overlaps, and fill the file. Source: github.com/huggingface/safetensors, "Format".
public struct SafeTensors: Sendable {
  public var tensors: [String: Tensor]
  public var metadata: [String: String]

  /// The format of numbers.
  public enum Precision: String, Sendable {
    case float32 = "F32"
    /// Half the size; 11 digits in base 2.
    case float16 = "F16"

    var bytes: Int { self == .float32 ? 4 : 2 }
  }

  public init(tensors: [String: Tensor] = [:], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The longest header read, as the reference implementation has it.
  private static let longestHeader = 100_000_000

  /// - Throws: `malformed`, with what is wrong.
  public init(decoding bytes: [UInt8], named file: String) throws(CheckpointError) {
    func malformed(_ message: String) -> CheckpointError {
      CheckpointError(
        .malformed, "\(file): not a usable safetensors file: \(message). Take another copy of it.")
    }
    guard !bytes.isPickled else {
      throw CheckpointError(
        .malformed,
        "\(file): is a pickle of PyTorch's, which can run programs, so nurie never reads one. Save its tensors with safetensors.torch.save_file."
      )
    }
    guard bytes.count >= 8 else { throw malformed("it is shorter than 8 bytes") }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(min(bytes.count - 8, Self.longestHeader)) else {
      throw malformed("its header should have \(length) bytes, the file has \(bytes.count)")
    }
    let start = 8 + Int(length)
    var entries: [Entry] = []
    var texts: [String: String] = [:]
    do {
      var scanner = HeaderScanner(Array(bytes[8..<start]))
      try scanner.object { (scanner, key) throws(HeaderScanner.Failure) in
        if key == "__metadata__" {
          try scanner.object { (scanner, key) throws(HeaderScanner.Failure) in
            texts[key] = try scanner.string()
          }
        } else {
          entries.append(try Entry(name: key, from: &scanner))
        }
      }
      try scanner.end()
    } catch { throw malformed("in the header, \(error.message)") }

    entries.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var end = 0
    for entry in entries {
      guard entry.range.lowerBound == end else {
        throw malformed("the tensor \(quoted(entry.name)) overlaps another or leaves a hole")
      }
      end = entry.range.upperBound
    }
    guard end == bytes.count - start else {
      throw malformed("its tensors need \(end) bytes, there are \(bytes.count - start)")
    }
    metadata = texts
    tensors = [:]
    for entry in entries { tensors[entry.name] = entry.tensor(in: bytes, from: start) }
  }

  /// The file's bytes: tensors in the order of their names.
  public func encoded(as precision: Precision = .float32) -> [UInt8] {
    var fields: [String] = []
    if !metadata.isEmpty {
      let texts = metadata.sorted { $0.key < $1.key }
        .map { "\(quoted($0.key)):\(quoted($0.value))" }.joined(separator: ",")
      fields.append("\"__metadata__\":{\(texts)}")
    }
    var data: [UInt8] = []
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let start = data.count
      tensor.withValues { values in
        for value in values {
          switch precision {
          case .float32: append(value.bitPattern, to: &data)
          case .float16: append(Float16(value).bitPattern, to: &data)
          }
        }
      }
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      fields.append(
        "\(quoted(name)):{\"dtype\":\"\(precision.rawValue)\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(start),\(data.count)]}")
    }
    var header = Array("{\(fields.joined(separator: ","))}".utf8)
    header += Array(repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    var file: [UInt8] = []
    file.reserveCapacity(8 + header.count + data.count)
    append(UInt64(header.count), to: &file)
    return file + header + data
  }

  private func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// One tensor's line of the header.
  private struct Entry {
    let name: String
    let precision: Precision
    let shape: [Int]
    let range: Range<Int>

    init(name: String, from scanner: inout HeaderScanner) throws(HeaderScanner.Failure) {
      var type: String?
      var sides: [Int]?
      var offsets: [Int] = []
      try scanner.object { (scanner, key) throws(HeaderScanner.Failure) in
        switch key {
        case "dtype": type = try scanner.string()
        case "shape": sides = try scanner.numbers()
        case "data_offsets": offsets = try scanner.numbers()
        default: throw scanner.failure("the unknown key \(quoted(key))")
        }
      }
      guard let type, let sides, offsets.count == 2, offsets[0] <= offsets[1] else {
        throw scanner.failure("the tensor \(quoted(name)) lacks its type, shape or range")
      }
      guard let precision = Precision(rawValue: type) else {
        throw scanner.failure("the tensor \(quoted(name)) is \(quoted(type)), neither F32 nor F16")
      }
      var size = precision.bytes
      for side in sides {
        let (product, isTooLarge) = size.multipliedReportingOverflow(by: side)
        if isTooLarge { throw scanner.failure("the shape of \(quoted(name)) is too large") }
        size = product
      }
      guard size == offsets[1] - offsets[0] else {
        throw scanner.failure(
          "the tensor \(quoted(name)) needs \(size) bytes, its range has \(offsets[1] - offsets[0])"
        )
      }
      self.name = name
      self.precision = precision
      shape = sides
      range = offsets[0]..<offsets[1]
    }

    func tensor(in bytes: [UInt8], from start: Int) -> Tensor {
      let values = bytes.withUnsafeBytes { bytes in
        (0..<range.count / precision.bytes).map { index in
          let offset = start + range.lowerBound + index * precision.bytes
          return switch precision {
          case .float32:
            Float(
              bitPattern: UInt32(
                littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
          case .float16:
            Float(
              Float16(
                bitPattern: UInt16(
                  littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))))
          }
        }
      }
      return Tensor(values, shape)
    }
  }
}

extension [UInt8] {
  /// Whether they begin as what `torch.save` writes: a zip archive, or before PyTorch 1.6 a bare pickle. A header may be as long as
  /// these first bytes say; it begins with a brace.
  fileprivate var isPickled: Bool {
    if count > 8 && self[8] == UInt8(ascii: "{") { return false }
    return starts(with: [0x50, 0x4b, 3, 4])
      || count > 1 && self[0] == 0x80 && (2...5).contains(self[1])
  }
}
