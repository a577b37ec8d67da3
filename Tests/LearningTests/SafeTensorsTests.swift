import Foundation
import Learning
import Tensors
import TestSupport
import Testing

@Suite struct SafeTensorsTests {
  private let example = SafeTensors(
    tensors: ["a": Tensor([1, -2, 0.5], [3]), "b\"ü\n": Tensor(3), "empty": .zeros([0, 4])],
    metadata: ["architecture": "UNet 8", "data": "drawn by this program; \"quoted\" \u{1}"])

  @Test func comesBackAsItWas() throws {
    let read = try SafeTensors(decoding: example.encoded(), named: "x")
    #expect(read.tensors == example.tensors && read.metadata == example.metadata)
    let half = try SafeTensors(decoding: example.encoded(as: .float16), named: "x")
    #expect(half.tensors == example.tensors, "these numbers fit 16 bits")
  }

  /// As the Python package writes it: spaces, another order, F16 beside F32.
  @Test func readsWhatOthersWrite() throws {
    let header = """
      {"w": {"dtype": "F16", "shape": [2], "data_offsets": [4, 8]}, "__metadata__": {"format": "pt"},
       "v": {"data_offsets": [0, 4], "dtype": "F32", "shape": [1, 1]}}
      """
    let read = try SafeTensors(decoding: file(header, [0, 0, 128, 63, 0, 60, 0, 192]), named: "x")
    #expect(read.tensors == ["v": Tensor([1], [1, 1]), "w": Tensor([1, -2], [2])])
    #expect(read.metadata == ["format": "pt"])
  }

  static let hostile: [(header: String, bytes: Int, says: String)] = [
    ("", 0, "{ was expected"),
    ("[]", 0, "{ was expected"),
    ("{}", 4, "need 0 bytes"),
    ("{} x", 0, "something follows"),
    (tensor(#""F32""#, "[1]", "[0,4]"), 3, "need 4 bytes"),
    (tensor(#""F32""#, "[2]", "[0,4]"), 4, "needs 8 bytes"),
    (tensor(#""F32""#, "[1]", "[4,0]"), 4, "lacks"),
    (tensor(#""F32""#, "[1]", "[4,8]"), 8, "leaves a hole"),
    (tensor(#""I64""#, "[1]", "[0,8]"), 8, "neither F32 nor F16"),
    (tensor(#""F32""#, "[4294967296,4294967296]", "[0,0]"), 0, "too large"),
    (tensor(#""F32""#, "[99999999999999999999]", "[0,0]"), 0, "too large"),
    (tensor(#""F32""#, "[-1]", "[0,4]"), 4, "whole number"),
    (tensor(#""F32""#, "[1.5]", "[0,4]"), 4, "] was expected"),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#,
      6, "overlaps"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
      8, "twice"
    ),
    (
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775807]}}"#, 4,
      "needs 4 bytes"
    ),
    (#"{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0],"more":1}}"#, 0, "unknown key"),
    (#"{"\ud800":{}}"#, 0, "half a character"),
    (#"{"a"#, 0, "does not end"),
    (#"{"__metadata__":{"a":1}}"#, 0, "was expected"),
  ]

  private static func tensor(_ type: String, _ shape: String, _ range: String) -> String {
    #"{"a":{"dtype":\#(type),"shape":\#(shape),"data_offsets":\#(range)}}"#
  }

  @Test(arguments: hostile) func refusesHostileHeaders(
    _ test: (header: String, bytes: Int, says: String)
  ) {
    let error = #expect(throws: CheckpointError.self) {
      try SafeTensors(
        decoding: file(test.header, Array(repeating: 0, count: test.bytes)), named: "x")
    }
    #expect(error?.reason == .malformed)
    #expect(error?.description.contains(test.says) == true, "\(error?.description ?? "")")
  }

  @Test func refusesEveryTruncationAndSurvivesEveryBrokenByte() {
    let whole = example.encoded()
    for length in 0..<whole.count {
      #expect(throws: CheckpointError.self) {
        try SafeTensors(decoding: Array(whole[..<length]), named: "x")
      }
    }
    var random = RandomStream(seed: 1, stream: 0)
    for _ in 0..<2_000 {
      var broken = whole
      broken[Int(random.next() % UInt64(whole.count))] = UInt8(truncatingIfNeeded: random.next())
      // Read or refused, never a crash.
      _ = try? SafeTensors(decoding: broken, named: "x")
    }
    #expect(throws: CheckpointError.self) {
      try SafeTensors(decoding: Array(repeating: 255, count: 64), named: "x")
    }
  }

  @Test func isWrittenWholeOrNotAtAll() throws {
    let folder = TemporaryFolder()
    let path = folder / "x.safetensors"
    try example.write(to: path)
    #expect(try SafeTensors(contentsOf: path).tensors == example.tensors)
    try SafeTensors().write(to: path)
    #expect(try SafeTensors(contentsOf: path).tensors.isEmpty)
    // A folder is in the way of the name.
    let blocked = folder / "y"
    try folder.addFolder("y/in")
    let error = #expect(throws: CheckpointError.self) { try example.write(to: blocked) }
    #expect(error?.reason == .unwritable)
    #expect(folder.names == ["x.safetensors", "y"])
    #expect(throws: CheckpointError.self) { try SafeTensors(contentsOf: blocked) }
    #expect(throws: CheckpointError.self) { try SafeTensors(contentsOf: blocked + "/none") }
  }

  private func file(_ header: String, _ data: [UInt8]) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) } + Array(header.utf8)
      + data
  }
}
