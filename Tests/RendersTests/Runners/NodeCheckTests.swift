import TestSupport
import Testing

@testable import Renders

@Suite("What is found out about a node")
struct NodeCheckTests {
  @Test("Missing libraries, a program out of sight and a project that cannot be written are named")
  func answers() {
    let check = NodeCheck(
      answer:
        "machine\tnode3\nprogram\t/opt/nurie\nlibrary\tliblcms2.so.2\nno-project\t/p\nend\t1\n")
    #expect(!check.isFine)
    #expect(
      check.findings == [
        "machine: node3", "nurie: /opt/nurie",
        "missing library: liblcms2.so.2; install the package that holds it",
        "project: /p cannot be written from here; move it to where it can be",
      ])
    #expect(NodeCheck(answer: "machine\tn\nprogram\t/x\nproject\t/p\nend\t1\n").isFine)
    #expect(!NodeCheck(answer: "machine\tn\n").isFine)
  }

  @Test("The script finds what it looks for")
  func script() throws {
    let folder = TemporaryFolder()
    func check(_ program: String, _ project: String) throws -> NodeCheck {
      NodeCheck(
        answer: try ToolCall([
          "/bin/sh", "-c", NodeCheck.script(program: program, project: project),
        ])
        .output)
    }
    #expect(try check("/bin/ls", folder.path).isFine)
    #expect(folder.names == [])
    #expect(try check("/bin/ls", "/proc/self").findings.last?.contains("cannot be written") == true)
    #expect(try check(folder / "nurie", folder.path).findings[1].contains("is not there"))
    #expect(
      try check("/bin/false", folder.path).findings.contains {
        $0.hasPrefix("nurie does not start")
      })
  }
}
