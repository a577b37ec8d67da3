import Foundation
import TestSupport
import Testing

@testable import Renders

@Suite("Descriptions of batch systems")
struct BatchSystemTests {
  private let library = BatchLibrary(folder: nil)

  @Test("Every built-in description can be read", arguments: ["nqsv", "pbs", "slurm"])
  func builtIn(name: String) throws {
    let system = try library.system(name)
    #expect(library.names.contains(name))
    #expect(Set(system.options.keys) == Set(["array", "cores"] + BatchResources.names))
    #expect(system.ranks?.launch.isEmpty == false)
    #expect(Set(system.phases.values) == [.waiting, .running, .ended])
  }

  @Test("An unknown runner is refused with those there are")
  func unknown() {
    #expect(
      throws: RenderError("there is no runner \"lsf\"; there are local, nqsv, pbs, slurm")
    ) { try library.system("lsf") }
  }

  @Test("A site's own file goes before, and only files of that folder are looked at")
  func own() throws {
    let folder = TemporaryFolder()
    let text = String(decoding: PackageResources.slurm_toml, as: UTF8.self)
    try Data(("program = \"/opt/nurie\"\n" + text).utf8).write(
      to: URL(fileURLWithPath: folder / "slurm.toml"))
    let library = BatchLibrary(folder: folder.path)
    #expect(try library.system("slurm").program == "/opt/nurie")
    #expect(throws: RenderError.self) { try library.system("../slurm") }
  }

  @Test(
    "What is wrong is named by file and key",
    arguments: [
      ("name = 1", "x.toml, name: there is no such key"),
      ("program = \"nurie\"", "x.toml, program: an absolute path is expected"),
      ("[submit]\ncommand = \"sbatch\"", "x.toml, submit.command: a list of texts is expected"),
      ("[submit]\ncommand = []", "x.toml, submit.command: a list of words is expected"),
      ("[submit]\ncommand = [\"a\"]\nnumber = '('", "x.toml, submit.number: this is not a regular"),
      ("[submit]\ncommand = [\"a\"]\nnumber = 'a'", "x.toml, submit.job: it is missing"),
      ("", "x.toml, submit: it is missing"),
      ("submit = ", "x.toml, line 1: "),
    ])
  func broken(text: String, sentence: String) {
    let error = #expect(throws: RenderError.self) {
      try BatchSystem(text, name: "x", file: "x.toml")
    }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
  }

  @Test("One program on several ranks is a single job of its own options and launcher")
  func ranks() throws {
    let folder = TemporaryFolder()
    let text = String(decoding: PackageResources.slurm_toml, as: UTF8.self)
      .replacing(
        /(?m)^  "sbatch",.*\n.*\n/, with: "\"/bin/echo\", \"7\", \"{options}\", \"{script}\",\n"
      )
      .replacing(/launch = .*/, with: "launch = \"/bin/echo {ranks} x {cores} $((1 + 1))\"")
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder / "echo.toml"))
    let job = RanksJob(["train", "it's $x"], folder: folder.path, ranks: 4, cores: 2)
    #expect(
      try job.submit(
        to: "echo", resources: BatchResources(time: "1:00"),
        library: BatchLibrary(folder: folder.path), program: "/bin/true") == "7")
    let call = try ToolCall(["/bin/sh", folder / "ranks.sh"])
    #expect(call.status == 0)
    #expect(
      try String(contentsOfFile: folder / RanksJob.log, encoding: .utf8)
        == "4 x 2 2 \(WorkerProgram.real("/bin/true")) train it's $x\n")
    let alone = text.replacing(/(?s)\[ranks\].*?\[cancel\]/, with: "[cancel]")
    try Data(alone.utf8).write(to: URL(fileURLWithPath: folder / "alone.toml"))
    let error = #expect(throws: RenderError.self) {
      try job.submit(
        to: "alone", resources: BatchResources(), library: BatchLibrary(folder: folder.path))
    }
    #expect(error?.description.contains("its description has no [ranks]") == true)
  }

  @Test("Words stand for one value, for several, or for part of a word")
  func filling() {
    let values = ["jobs": ["5", "6"], "name": ["{jobs}"], "options": []]
    #expect(
      BatchSystem.filled(["a", "{jobs}", "--j={jobs}", "{options}", "{else}", "{"], with: values)
        == ["a", "5", "6", "--j=5,6", "{else}", "{"])
    // What is put in is not looked at again.
    #expect(BatchSystem.filled(["{name}", "x{name}"], with: values) == ["{jobs}", "x{jobs}"])
  }

  @Test(
    "A job and its elements are called as the batch system calls them",
    arguments: [
      ("slurm", "5\n", 2, "5", ["5_1", "5_2"]),
      ("slurm", "5;cluster\n", 1, "5", ["5"]),
      ("pbs", "123[].host.site\n", 2, "123[].host.site", ["123[1].host.site", "123[2].host.site"]),
      ("pbs", "123.host\n", 1, "123.host", ["123.host"]),
      (
        "nqsv", "Request 9[].sqd submitted to queue: SQUID.\n", 2, "9[].sqd",
        ["9[1].sqd", "9[2].sqd"]
      ),
      ("nqsv", "Request 9.sqd submitted to queue: SQUID.\n", 1, "9.sqd", ["9.sqd"]),
    ])
  func numbers(name: String, answer: String, count: Int, job: String, elements: [String]) throws {
    let numbers = try library.system(name).numbers(in: answer, count: count)
    #expect(numbers?.job == job)
    #expect(numbers?.elements == elements)
  }

  @Test("Jobs of every project have a name of their own, as PBS allows it")
  func jobNames() {
    #expect(JobName.of("hana") == "nurie-hana")
    #expect(JobName.of("cut-12") == "nurie-cut-12")
    let names = [
      "塗り絵", "花物語", "桜", "桜2", "第1話", "第2話", "rowan project 1", "rowan project 2", "a b", "a-b",
      "カット12", "",
    ].map { JobName.of($0) }
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.hasPrefix("nurie-") && name.count <= 15 && name.last != "-", "\(name)")
      #expect(name.utf8.allSatisfy { $0 < 128 && $0 > 32 }, "\(name)")
    }
    #expect(JobName.of("カット12").hasPrefix("nurie-12-"))
  }

  @Test("An answer without a number is none")
  func silent() throws {
    #expect(try library.system("slurm").numbers(in: "sbatch: queued\n", count: 1) == nil)
  }

  @Test("The script runs the element's render, and nothing in a name is taken for shell")
  func script() throws {
    let folder = TemporaryFolder()
    let project = folder / "ha'na $x.nurie"
    for number in ["4", "9"] {
      try FileManager.default.createDirectory(
        atPath: "\(project)/renders/\(number)", withIntermediateDirectories: true)
    }
    let script = BatchScript(
      setup: ["greeting=hello"], index: "INDEX", program: "/bin/echo", project: project,
      renders: [4, 9], threads: 2)
    try Data(script.text.utf8).write(to: URL(fileURLWithPath: folder / "job"))
    let call = try ToolCall(["/usr/bin/env", "INDEX=2", "/bin/sh", folder / "job"])
    #expect(call.status == 0)
    #expect(
      BatchJudgement.lastWord(in: project + "/renders/9") == "render-worker ./renders/9 --threads 2"
    )
    #expect(BatchJudgement.lastWord(in: project + "/renders/4") == nil)
  }
}

@Suite("Commands that are listened to")
struct ToolCallTests {
  @Test("Both outputs are heard whole, however long, and the status")
  func outputs() throws {
    let call = try ToolCall([
      "/bin/sh", "-c", "head -c 300000 /dev/zero | tr '\\0' a; echo no >&2; exit 3",
    ])
    #expect(call.output.utf8.count == 300_000)
    #expect(call.complaint == "no")
    #expect(call.status == 3)
    #expect(try ToolCall(["/bin/sh", "-c", "kill -9 $$"]).status == 137)
  }

  @Test("One that is stuck, or not there, is told of")
  func stuck() {
    #expect(throws: RenderError("/bin/sleep did not answer within 0 seconds")) {
      try ToolCall(["/bin/sleep", "60"], seconds: 0.2)
    }
    #expect(throws: RenderError("there is no command nurie-no-such on this machine")) {
      try ToolCall(["nurie-no-such"])
    }
  }
}
