internal import Foundation

/// Programs that are built beside the test bundle.
public enum BuiltProgram {
  /// The path of a program, by its product's name.
  public static func path(_ name: String) -> String {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let folder = bundle?.deletingLastPathComponent() ?? Bundle.main.bundleURL
    return folder.appendingPathComponent(name).path
  }
}
