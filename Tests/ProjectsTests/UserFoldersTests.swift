import Projects
import Testing

@Suite("Where a user's files are")
struct UserFoldersTests {
  private func folders(_ environment: [String: String]) -> UserFolders {
    UserFolders { environment[$0] }
  }

  @Test("The desktop's variables go before the home folder")
  func desktop() {
    let own = folders([
      "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "/d", "XDG_CACHE_HOME": "/k", "HOME": "/h",
    ])
    #expect(own.configuration == "/c/nurie")
    #expect(own.data == "/d/nurie")
    #expect(own.cache == "/k/nurie")
    #expect(own.home == "/h")
  }

  @Test("Without them, everything is below the home folder")
  func home() {
    let own = folders(["HOME": "/h"])
    #expect(own.configuration == "/h/.config/nurie")
    #expect(own.data == "/h/.local/share/nurie")
    #expect(own.cache == "/h/.cache/nurie")
  }

  @Test("Without a home, settings are nowhere, and what must be somewhere is in /tmp")
  func homeless() {
    #expect(folders([:]).configuration == nil)
    #expect(folders([:]).data == "/tmp/.local/share/nurie")
    #expect(folders(["HOME": "", "XDG_CACHE_HOME": ""]).cache == "/tmp/.cache/nurie")
  }

  @Test("A relative path does not count")
  func relative() {
    #expect(folders(["XDG_CONFIG_HOME": "c", "HOME": "/h"]).configuration == "/h/.config/nurie")
    #expect(folders(["HOME": "h"]).home == nil)
  }
}
