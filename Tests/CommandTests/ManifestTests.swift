import Foundation
import Testing

/// The manifest is where the architecture is kept, so it must say what the sources do: the compiler lets
/// an import pass that is reachable only through another module.
@Suite struct ManifestTests {
  @Test func everyImportIsADeclaredDependencyAndEveryDependencyIsImported() throws {
    for target in try Manifest.load().targets where target.type != "system" {
      let folder = root.appending(path: target.path ?? defaultFolder(of: target))
      let imports = try importedModules(in: folder)
      let declared = Set(target.dependencies.map(\.name))
      let own = imports.subtracting(platformModules)
      guard !own.isEmpty || !declared.isEmpty else { continue }
      // A test target may need a program built without importing it.
      let programs = Set(target.type == "test" ? ["nurie", "DrawSamples", "EditStorm"] : [])
      #expect(own.subtracting(declared) == [], "\(target.name) imports what it does not declare")
      #expect(
        declared.subtracting(own).subtracting(programs) == [],
        "\(target.name) declares what it does not import")
    }
  }

  @Test func everyDependencyIsPinnedExactly() throws {
    let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    let packages = manifest.split(separator: "\n").filter { $0.contains(".package(url:") }
    #expect(!packages.isEmpty)
    for line in packages { #expect(line.contains("exact:"), "\(line)") }
  }

  @Test func theEngineImportsNoFoundation() throws {
    for module in [
      "Raster", "ImageFormats", "Regions", "Coloring", "Delivery", "Characters", "Figures",
      "Tensors",
      "Autograd", "Learning",
    ] {
      let imports = try importedModules(in: root.appending(path: "Sources/\(module)"))
      #expect(imports.filter { $0.hasPrefix("Foundation") } == [], "\(module)")
    }
  }

  /// A reader and a writer may stand in a file each.
  @Test func eachCLibraryIsKnownToOneModuleAndTwoFilesOfItAtMost() throws {
    var importers: [String: [URL]] = [:]
    for file in try swiftFiles(in: root.appending(path: "Sources")) {
      for module in try importedModules(ofFile: file) where module.wholeMatch(of: cModule) != nil {
        importers[module, default: []].append(file)
      }
    }
    #expect(!importers.isEmpty)
    for (module, files) in importers {
      #expect(files.count <= 2, "\(module): \(files.map(\.lastPathComponent))")
      #expect(Set(files.map { $0.deletingLastPathComponent() }).count == 1, "\(module)")
    }
  }

  @Test func onlyPagesDrawCells() throws {
    let files = try swiftFiles(in: root.appending(path: "Sources/Studio"))
    #expect(files.count > 50)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      let drawn = text.firstMatch(of: /\b(Surface|CellStyle|Cell)\b/)
      #expect(drawn == nil, "\(file.lastPathComponent) knows \(drawn.map { String($0.1) } ?? "")")
    }
  }

  /// Modules of the toolchain, not of this package.
  private let platformModules: Set<String> = [
    "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Testing",
  ]

  private var cModule: Regex<Substring> { /C[A-Z][A-Za-z]+/ }

  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func defaultFolder(of target: Manifest.Target) -> String {
    (target.type == "test" ? "Tests/" : "Sources/") + target.name
  }

  private func importedModules(in folder: URL) throws -> Set<String> {
    Set(try swiftFiles(in: folder).flatMap(importedModules(ofFile:)))
  }

  private func swiftFiles(in folder: URL) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
  }

  private func importedModules(ofFile file: URL) throws -> [String] {
    let line =
      /(?:@[a-zA-Z_]+(?:\([^)]*\))? +)*(?:public |package |internal |private )?import (?:(?:struct|class|enum|func|var|let|protocol|typealias) )?([A-Za-z_0-9]+).*/
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").compactMap { $0.wholeMatch(of: line).map { String($0.1) } }
  }
}

/// What `swift package dump-package` says, as far as the tests need it.
private struct Manifest: Decodable {
  struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [Dependency]
  }

  /// `{"byName": ["Raster", null]}` or `{"product": ["ArgumentParser", …]}`.
  struct Dependency: Decodable {
    let name: String

    private enum Keys: String, CodingKey { case byName, product }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Keys.self)
      var list = try container.nestedUnkeyedContainer(
        forKey: container.contains(.byName) ? .byName : .product)
      name = try list.decode(String.self)
    }
  }

  let targets: [Target]

  static func load() throws -> Manifest {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    // The tests hold the build folder's lock while they run.
    process.arguments = [
      "swift", "package", "--ignore-lock", "--package-path", package.path, "dump-package",
    ]
    // All targets, where the tests of one area are run too.
    process.environment = ProcessInfo.processInfo.environment.filter { $0.key != "NURIE_TESTS" }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(Manifest.self, from: data)
  }
}
