import Testing

@testable import Archive

@Suite("Where the archive is")
struct ArchiveLocationTests {
  @Test func explicitFirst() throws {
    let folder = try ScratchFolder()
    let environment = ["ENTENTE_HOME": "/e", "HOME": "/h"]
    #expect(ArchiveLocation.path(explicit: "my.sqlite", environment: environment) == "my.sqlite")
    #expect(ArchiveLocation.path(explicit: folder.path, environment: environment) == folder.file("archive.sqlite"))
    #expect(ArchiveLocation.path(explicit: "", environment: environment) == "/e/archive.sqlite")
    #expect(ArchiveLocation.path(explicit: nil, environment: environment) == "/e/archive.sqlite")
    #expect(ArchiveLocation.path(explicit: nil, environment: ["ENTENTE_HOME": "/e/"]) == "/e/archive.sqlite")
  }

  #if os(Linux)
    @Test func userFolder() {
      func path(_ environment: [String: String]) -> String {
        ArchiveLocation.path(explicit: nil, environment: environment)
      }
      #expect(path(["HOME": "/h"]) == "/h/.local/share/entente/archive.sqlite")
      #expect(path(["HOME": "/h", "XDG_DATA_HOME": "/x"]) == "/x/entente/archive.sqlite")
      #expect(path(["HOME": "/h", "XDG_DATA_HOME": "x"]) == "/h/.local/share/entente/archive.sqlite")
      #expect(path(["HOME": "/h", "ENTENTE_HOME": ""]) == "/h/.local/share/entente/archive.sqlite")
      #expect(path([:]) == "./.local/share/entente/archive.sqlite")
    }
  #endif
}
