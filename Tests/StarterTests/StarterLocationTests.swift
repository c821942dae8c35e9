import Foundation
import Testing

@testable import Starter

@Suite struct StarterLocationTests {
  private func folder(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "location-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func makeStarter(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data("bibliography: []\n".utf8).write(to: URL(filePath: path + "/sources.yaml"))
  }

  @Test func explicitComesFirstAndAlone() throws {
    try folder { path in
      try makeStarter(path + "/named")
      try makeStarter(path + "/bin/Entente_Starter.resources/Data")
      let found = try StarterLocation(
        explicit: path + "/named", environment: ["ENTENTE_STARTER": path], executableFolder: path + "/bin"
      ).find()
      #expect(found == path + "/named")
      let error = #expect(throws: StarterError.self) {
        try StarterLocation(explicit: path + "/nothing", environment: [:], executableFolder: path + "/bin").find()
      }
      let text = try #require(error).description
      #expect(text.contains(path + "/nothing") && text.contains("ENTENTE_STARTER"))
    }
  }

  @Test func thenTheVariableThenTheResourcesThenTheShareFolder() throws {
    try folder { path in
      let share = path + "/bin/../share/entente/starter"
      let resources = path + "/bin/Entente_Starter.resources/Data"
      func find(_ environment: [String: String] = [:]) throws -> String {
        try StarterLocation(explicit: nil, environment: environment, executableFolder: path + "/bin").find()
      }
      try FileManager.default.createDirectory(atPath: path + "/bin", withIntermediateDirectories: true)
      #expect(throws: StarterError.self) { try find() }
      try makeStarter(path + "/share/entente/starter")
      #expect(try find() == share)
      try makeStarter(resources)
      #expect(try find() == resources)
      try makeStarter(path + "/variable")
      #expect(try find(["ENTENTE_STARTER": path + "/variable"]) == path + "/variable")
      #expect(try find(["ENTENTE_STARTER": ""]) == resources)
      #expect(throws: StarterError.self) { try find(["ENTENTE_STARTER": path + "/elsewhere"]) }
    }
  }

  @Test func theExecutableKnowsItsFolder() throws {
    let folder = try #require(StarterLocation.folderOfExecutable())
    #expect(folder.hasPrefix("/") && FileManager.default.fileExists(atPath: folder))
  }
}
