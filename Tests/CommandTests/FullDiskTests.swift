import Foundation
import ImageFormats
import Projects
import Raster
import Renders
import TestSupport
import Testing

/// A small disk of memory, mounted in a folder; only root may.
private final class SmallDisk {
  let folder: TemporaryFolder

  /// Whether this process may mount one.
  static let isPossible: Bool = {
    guard geteuid() == 0 else { return false }
    let folder = TemporaryFolder()
    defer { umount2(folder.path, Int32(MNT_DETACH)) }
    return mount("tmpfs", folder.path, "tmpfs", 0, "size=64k") == 0
  }()

  init(megabytes: Int = 4) throws {
    folder = TemporaryFolder()
    try folder.addFolder("disk")
    #expect(mount("tmpfs", folder / "disk", "tmpfs", 0, "size=\(megabytes)m") == 0)
  }

  deinit { umount2(folder / "disk", Int32(MNT_DETACH)) }

  /// Leaves no byte.
  func fill() throws {
    let file = open(folder / "disk/filler", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    #expect(file >= 0)
    let block = [UInt8](repeating: 7, count: 4096)
    while block.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) > 0 {}
    #expect(errno == ENOSPC)
    close(file)
  }

  func free() throws { try FileManager.default.removeItem(atPath: folder / "disk/filler") }

  /// What is there of files that were not finished, however deep.
  var unfinished: [String] {
    let all = FileManager.default.enumerator(atPath: folder / "disk")
    return all?.compactMap { $0 as? String }.filter { $0.hasSuffix(".tmp") } ?? []
  }
}

@Suite(.enabled(if: SmallDisk.isPossible, "only root may mount a disk"))
struct FullDiskTests {
  private let disk: SmallDisk
  private let project = "disk/hana.nurie"

  init() throws {
    disk = try SmallDisk()
    try disk.folder.write(SmallPictures.line, to: "walk.png")
    try disk.folder.write(SmallPictures.reference, to: "sheet.png")
    #expect(
      try run("new", "disk/hana", "--lines", "walk.png", "--references", "sheet.png").status == 0)
  }

  @Test func aProjectThatDoesNotFitIsNamedItself() throws {
    try disk.fill()
    let outcome = try run("new", "disk/other", "--lines", "walk.png")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("disk/other.nurie") && !outcome.errors.contains(".tmp"))
    #expect(disk.unfinished == [])
  }

  @discardableResult private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments, in: disk.folder)
  }

  private var renders: [Render] {
    RenderQueue(ProjectFolder(path: disk.folder / project)).renders()
  }

  @Test func aDiskThatFillsWhileItRendersFailsItAndIsDoneAgain() throws {
    _ = try PausedRender(of: project, in: disk.folder)
    try disk.fill()
    #expect(try run("renders", "continue", project).status == 0)
    #expect(try run("wait", project, "1").status == 1)
    let failed = try #require(renders.first)
    #expect(failed.state == .failed(.diskFull))
    #expect(try run("renders", project).output.contains("failed"))
    #expect(try run("renders", project).output.contains("the disk is full"))
    #expect(failed.lastLogLine()?.contains("the disk is full") == true)
    #expect(!FileManager.default.fileExists(atPath: failed.folder + "/result"))
    #expect(!FileManager.default.fileExists(atPath: failed.folder + "/attempts/1/result"))
    #expect(disk.unfinished == [])
    try disk.free()
    #expect(try run("renders", "retry", project).output == "\(project): render 1 queued again\n")
    #expect(try run("wait", project, "1").status == 0)
    #expect(
      try disk.folder.image("\(project)/renders/1/result/result.png").pixels[SmallPictures.face]
        == SmallPictures.skin)
  }

  @Test func onAFullDiskNothingIsQueued() throws {
    try disk.fill()
    let refused = try run("render", project, "--all")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the disk is full"))
    #expect(renders == [])
    #expect(disk.unfinished == [])
    try disk.free()
    #expect(try run("render", project, "--all").status == 0)
    #expect(try run("wait", project).status == 0)
  }
}

@Suite(.enabled(if: SmallDisk.isPossible, "only root may mount a disk"))
struct FullDiskTrainingTests {
  @Test func theLastGoodCheckpointOfATrainingIsKept() throws {
    // Room for one checkpoint and its weights.
    let disk = try SmallDisk(megabytes: 32)
    func train(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(
        ["train", "lines", "--folder", "disk/lines", "--hours", "0.00001"] + arguments,
        in: disk.folder)
    }
    #expect(try train().status == 0)
    let checkpoint = URL(fileURLWithPath: disk.folder / "disk/lines/checkpoint.safetensors")
    let good = try Data(contentsOf: checkpoint)
    try disk.fill()
    let refused = try train("--resume")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("disk/lines/checkpoint.safetensors"))
    #expect(refused.errors.contains("the disk is full"))
    #expect(try Data(contentsOf: checkpoint) == good)
    #expect(disk.unfinished == [])
    try disk.free()
    #expect(try train("--resume").status == 0)
  }

  @Test func goingOnAfterwardsGivesWhatItWouldHaveGiven() throws {
    let disk = try SmallDisk()
    func train(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(
        ["train", "gan", "--data", "heads", "--size", "32", "--width", "4"] + arguments,
        in: disk.folder)
    }
    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: URL(filePath: disk.folder / name))
    }
    let made = try Program.run(
      ["dataset", "--generated", "40", "--size", "64", "--output", "heads"], in: disk.folder)
    #expect(made.status == 0, "\(made.errors)")
    #expect(try train("--folder", "disk/mine", "--steps", "20").status == 0)
    let (checkpoint, log) = (
      try bytes("disk/mine/checkpoint.safetensors"), try bytes("disk/mine/log.jsonl")
    )
    try disk.fill()
    let outcome = try train("--folder", "disk/mine", "--steps", "22", "--resume")
    #expect(outcome.status == 1)
    let last = outcome.errors.split(separator: "\n").last ?? ""
    #expect(last.contains("the disk is full"), "\(outcome.errors)")
    #expect(try bytes("disk/mine/checkpoint.safetensors") == checkpoint)
    #expect(try bytes("disk/mine/log.jsonl") == log)
    #expect(disk.unfinished == [])

    try disk.free()
    #expect(try train("--folder", "disk/mine", "--steps", "22", "--resume").status == 0)
    #expect(try train("--folder", "whole", "--steps", "22").status == 0)
    #expect(
      try bytes("disk/mine/checkpoint.safetensors") == bytes("whole/checkpoint.safetensors"))
  }
}

@Suite(.enabled(if: SmallDisk.isPossible, "only root may mount a disk"))
struct FullDiskDatasetTests {
  @Test func aDataSetIsWholeOrNotThere() throws {
    let disk = try SmallDisk()
    func make() throws -> Program.Outcome {
      try Program.run(
        ["dataset", "--generated", "20", "--size", "64", "--output", "disk/set"], in: disk.folder)
    }
    try disk.fill()
    let refused = try make()
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the disk is full"), "\(refused.errors)")
    #expect(refused.errors.split(separator: "\n").count == 1)
    #expect(!FileManager.default.fileExists(atPath: disk.folder / "disk/set/dataset.json"))
    #expect(disk.unfinished == [])
    try disk.free()
    #expect(try make().status == 0)
    #expect(FileManager.default.fileExists(atPath: disk.folder / "disk/set/contact.png"))
  }
}

@Suite(.enabled(if: SmallDisk.isPossible, "only root may mount a disk"))
struct FullDiskProjectionTests {
  @Test func aProjectionIsWholeOrNotThereAndGoesOnWhenThereIsRoom() throws {
    let disk = try SmallDisk()
    try disk.folder.addFolder("mine")
    for name in ["a", "b"] {
      try disk.folder.write(SmallPictures.reference, to: "mine/\(name).png")
    }
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(arguments, in: disk.folder)
    }
    func project() throws -> Program.Outcome {
      try run(
        "project", "mine", "--gan", SmallGenerator.file, "--output", "disk/found", "--steps", "40")
    }
    try disk.fill()
    let refused = try project()
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the disk is full"), "\(refused.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder / "disk") == ["filler"])

    // The disk becomes full while the first is looked for.
    try disk.free()
    #expect(try project().status == 0)
    let queue = RenderQueue(ProjectFolder(path: disk.folder / "disk/found"))
    #expect(eventually { (queue.renders().first?.progress?.overall ?? 0) > 0 })
    try disk.fill()
    #expect(try run("wait", "disk/found", "1").status == 1)
    #expect(queue.renders().allSatisfy { $0.state != .done })
    let list = try run("renders", "disk/found")
    #expect(list.output.contains("the disk is full"), "\(list.output)")
    try disk.free()
    _ = try run("renders", "retry", "disk/found")
    _ = try run("render", "disk/found", "--continue")
    #expect(try run("wait", "disk/found", "1", "2").status == 0)
    // The contact sheet follows the last of them.
    #expect(eventually { disk.unfinished == [] }, "\(disk.unfinished)")
  }
}
