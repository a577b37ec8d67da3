import Studio
import Testing

@testable import Screens

@Suite("The pages")
struct PageTests {
  @Test("Every screen has a page, and every page a screen")
  func complete() {
    #expect(Set(pages.keys) == Set(Screen.all))
  }
}
