import Foundation
import ImageFormats
import Raster
import TestSupport

/// The built program, run as its users run it.
enum Program {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  static let path = BuiltProgram.path("nurie")

  /// Runs `nurie` with `arguments` in `folder` until it ends.
  ///
  /// - Parameters:
  ///   - path: of the program; another than the built one is a copy of it.
  ///   - environment: added to the tests' own.
  static func run(
    _ arguments: [String], at path: String = path, in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = try start(arguments, at: path, in: folder, environment: environment)
    // Both at once: a program that fills the pipe nobody reads waits for ever.
    nonisolated(unsafe) var errors = Data()
    let reading = DispatchGroup()
    DispatchQueue.global().async(group: reading) {
      errors = process.errors.readDataToEndOfFile()
    }
    let output = process.output.readDataToEndOfFile()
    reading.wait()
    process.process.waitUntilExit()
    return Outcome(
      status: process.process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  struct Running {
    let process: Process
    let output: FileHandle
    let errors: FileHandle
  }

  static func start(
    _ arguments: [String], at path: String = path, in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws -> Running {
    let process = Process()
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return Running(
      process: process, output: output.fileHandleForReading, errors: errors.fileHandleForReading)
  }
}

extension TemporaryFolder {
  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: self / name))
  }

  func write(_ image: Image, to name: String, resolution: Resolution? = nil) throws {
    try PNG.write(image, to: self / name, metadata: PictureMetadata(resolution: resolution))
  }

  func image(_ name: String) throws -> DecodedImage { try ImageFile.read(self / name) }
}
