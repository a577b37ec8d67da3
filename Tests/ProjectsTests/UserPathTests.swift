import Projects
import Testing

@Suite("Paths as users type them")
struct UserPathTests {
  @Test("The home folder is a tilde, in and out")
  func home() {
    #expect(UserPath.expanded("~/art/a.png", home: "/home/aki") == "/home/aki/art/a.png")
    #expect(UserPath.shortened("/home/aki/art/a.png", home: "/home/aki") == "~/art/a.png")
  }

  @Test(
    "Everything else stays as it is",
    arguments: ["/home/akira/a.png", "/srv/a.png", "a.png", "/home/aki"])
  func elsewhere(path: String) {
    #expect(UserPath.shortened(path, home: "/home/aki") == path)
    #expect(UserPath.shortened(path, home: nil) == path)
  }
}
