import Coloring
import Foundation
import ImageFormats
import TestSupport
import Testing

@testable import Delivery

@Suite("The engines that come with the program")
struct EnginesTests {
  private let folder = TemporaryFolder()
  private let weights =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/" + Engines.weights

  private var byRules: ColoringSettings {
    var settings = ColoringSettings()
    settings.matcher = .classical
    return settings
  }

  private func damaged(_ change: (inout [UInt8]) -> Void) throws -> String {
    var bytes = try readBytes(weights, limit: 1 << 24)
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: folder / "matcher.safetensors"))
    return folder / "matcher.safetensors"
  }

  @Test(
    "The weights beside the program are those of this version, and are used unless rules are wished for"
  )
  func shipped() {
    #expect(Engines.shipped.lack(for: ColoringSettings()) == nil)
    #expect(Engines.shipped.engine(for: ColoringSettings()).stages.contains(.features))
    #expect(!Engines.shipped.engine(for: byRules).stages.contains(.features))
  }

  @Test("Without weights rules do the work, and whoever wished for them anyway hears nothing")
  func missing() {
    let engines = Engines(weights: nil)
    #expect(engines.lack(for: ColoringSettings()) == .missing)
    #expect(engines.lack(for: byRules) == nil)
    #expect(!engines.engine(for: ColoringSettings()).stages.contains(.features))
  }

  @Test("Weights that are cut off, or differ in one bit, are not looked with")
  func damagedWeights() throws {
    let changes: [(inout [UInt8]) -> Void] = [
      { $0.removeLast(1000) }, { $0 = [] }, { $0[$0.count - 1001] ^= 1 },
    ]
    for change in changes {
      let path = try damaged(change)
      let engines = Engines(weights: path)
      #expect(engines.lack(for: ColoringSettings()) == .damaged(path: path))
      #expect(!engines.engine(for: ColoringSettings()).stages.contains(.features))
    }
    #expect(Engines(weights: try damaged { _ in }).lack(for: ColoringSettings()) == nil)
  }

  /// An update replaces the program while it runs: the kernel then marks its place.
  @Test func aProgramThatIsReplacedFindsItsFiles() {
    #expect(ProgramFiles.place(ofLink: "/opt/nurie/bin/nurie (deleted)") == "/opt/nurie/bin/nurie")
    #expect(ProgramFiles.place(ofLink: "/opt/nurie/bin/nurie") == "/opt/nurie/bin/nurie")
  }
}
