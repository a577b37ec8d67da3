import Learning
import Networks
import Raster
import Tensors
import TestSupport
import Testing

@testable import Training

@Suite struct ImportedGeneratorTests {
  private static let shape = StyleShape(
    side: 16, width: 4, widest: 8, styleWidth: 6, mappingLayers: 3)
  private let temporary = TemporaryFolder()

  private var generator: StyleGenerator {
    var random = RandomStream(seed: 4, stream: 0)
    return StyleGenerator(Self.shape, using: &random)
  }

  /// The generator as the re-implementation's programs save it: filters with an axis for the picture, and buffers.
  private func saved(prefix: String) throws -> String {
    var tensors: [String: Tensor] = [:]
    for (name, value) in generator.namedTensors() {
      tensors[prefix + name] =
        name.hasSuffix(".conv.weight") ? value.reshaped([1] + value.shape) : value
    }
    tensors[prefix + "noises.noise_0"] = .zeros([1, 1, 4, 4])
    tensors[prefix + "convs.0.conv.blur.kernel"] = .zeros([4, 4])
    if !prefix.isEmpty { tensors["d.convs.0.0.weight"] = .zeros([4, 3, 1, 1]) }
    let path = temporary / "saved.safetensors"
    try SafeTensors(tensors: tensors).write(to: path)
    return path
  }

  @Test(arguments: ["", "g_ema."]) func drawsWhatItDrewThere(prefix: String) throws {
    let imported = try ImportedGenerator(contentsOf: saved(prefix: prefix))
    #expect(imported.text == "16 pixels, 4 to 8 channels, styles of 6")
    let own = StyleSamples(Self.shape, seed: 7)
    let work = Work(threads: 1)
    let isSame =
      imported.sheet(seed: 7, work: work).elements
      == own.sheet(of: generator, work: work).elements
    #expect(isSame)
  }

  /// At no way from the mean style all pictures are one; half of it is nearer to that than the whole.
  @Test func truncationBringsPicturesNearerToTheMean() throws {
    let imported = try ImportedGenerator(contentsOf: saved(prefix: ""))
    func tiles(_ truncation: Float) -> [[RGBA]] {
      let sheet = imported.sheet(seed: 7, truncation: truncation, work: Work(threads: 1))
      return (0..<64).map { tile in
        (0..<256).map { sheet[tile % 8 * 16 + $0 % 16, tile / 8 * 16 + $0 / 16] }
      }
    }
    let (mean, half, whole) = (tiles(0), tiles(0.5), tiles(1))
    #expect(Set(mean).count == 1)
    func distance(_ tiles: [[RGBA]]) -> Int {
      zip(tiles.joined(), mean.joined()).reduce(0) { $0 + abs(Int($1.0.g) - Int($1.1.g)) }
    }
    #expect(distance(half) > 0)
    #expect(distance(half) < distance(whole))
  }

  @Test func whatItLearnedFromStaysWithIt() throws {
    let path = temporary / "mine.safetensors"
    try ImportedGenerator(contentsOf: saved(prefix: "")).write(to: path, trainedOn: "my drawings")
    let file = try SafeTensors(contentsOf: path)
    #expect(file.metadata["trained on"] == "my drawings")
    #expect(StyleShape(metadata: file.metadata) == Self.shape)
    #expect(try ImportedGenerator(contentsOf: path).text.hasPrefix("16 pixels"))
  }

  @Test func otherNamesAndSizesAreRefused() throws {
    let path = temporary / "other.safetensors"
    try SafeTensors(tensors: ["weight": .zeros([2])]).write(to: path)
    var error = #expect(throws: CheckpointError.self) {
      _ = try ImportedGenerator(contentsOf: path)
    }
    #expect(error?.description.contains("holds no StyleGAN2 generator") == true)
    var tensors = generator.namedTensors()
    tensors["convs.1.conv.weight"] = .zeros([4, 5, 3, 3])
    try SafeTensors(tensors: tensors).write(to: path)
    error = #expect(throws: CheckpointError.self) {
      _ = try ImportedGenerator(contentsOf: path)
    }
    #expect(error?.description.contains("convs.1.conv.weight") == true)
  }

  /// The first bytes of what PyTorch writes: a zip archive, and a bare pickle before that.
  @Test(arguments: [[0x50, 0x4b, 3, 4, 0, 0], [0x80, 2, 0x7d]] as [[UInt8]])
  func picklesAreNeverRead(bytes: [UInt8]) throws {
    let error = #expect(throws: CheckpointError.self) {
      _ = try SafeTensors(decoding: bytes, named: "old.pt")
    }
    #expect(error?.description.contains("nurie never reads one") == true)
  }

  /// Its length begins as a pickle does: 640 is 0x80, 2.
  @Test func aHeaderOf640BytesIsNoPickle() throws {
    var metadata = ["note": ""]
    var bytes = SafeTensors(metadata: metadata).encoded()
    while bytes[0] != 0x80 || bytes[1] != 2 {
      metadata["note"]! += "a"
      bytes = SafeTensors(metadata: metadata).encoded()
      try #require(bytes.count < 2000)
    }
    #expect(try SafeTensors(decoding: bytes, named: "mine").metadata == metadata)
  }
}
