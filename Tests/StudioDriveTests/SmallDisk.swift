import Foundation
import Glibc
import TerminalDriver
import Testing

/// A disk of 4 MB in memory, in the place of a project's folder and with its content.
final class SmallDisk {
  private let path: String

  init(in project: SmallProject) throws {
    path = project.path
    let aside = project.home + "/aside"
    try FileManager.default.moveItem(atPath: path, toPath: aside)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let mounted = output(
      of: "/usr/bin/mount", ["-t", "tmpfs", "-o", "size=4m", "tmpfs", path])
    try #require(mounted != nil, "no disk can be made here")
    for name in try FileManager.default.contentsOfDirectory(atPath: aside) {
      try FileManager.default.copyItem(atPath: "\(aside)/\(name)", toPath: "\(path)/\(name)")
    }
  }

  deinit { output(of: "/usr/bin/umount", ["-l", path]) }

  func change(_ options: String) -> Bool {
    output(of: "/usr/bin/mount", ["-o", options, path]) != nil
  }

  /// Leaves no room.
  func fill(_ file: String) throws {
    mkdir(path + "/cache", 0o777)
    let descriptor = open(file, O_WRONLY | O_CREAT, 0o666)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let block = [UInt8](repeating: 1, count: 4096)
    while write(descriptor, block, block.count) > 0 {}
  }
}
