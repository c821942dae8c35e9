import Foundation
import StateSystem
import Testing
import Treaties

@testable import Starter

@Suite struct StarterTests {
  @Test func holdsWhatTheBriefNeeds() throws {
    let content = try StarterFolder.load()
    #expect(content.treaties.treaties.count >= 60)
    #expect(content.figures.count >= 30)
    #expect(content.cases.count >= 14)
    let file = try #require(content.cases.first { $0.id == "china-russia-1996-2002" })
    #expect(file.pledges.count >= 15 && file.tests.count >= 12)
    #expect(file.pledges.count + file.tests.count + file.tests.flatMap(\.responses).count >= 50)
    #expect(content.results.hasSuffix("/results"))
    #expect(FileManager.default.fileExists(atPath: content.results + "/README.md"))
  }

  @Test func everySourceIsCitedAndCompletelyNamed() throws {
    let content = try StarterFolder.load()
    var cited: Set<String> = []
    for treaty in content.treaties.treaties {
      cited.formUnion(treaty.sources.map(\.source))
      for date in treaty.inForce + treaty.ended + treaty.deFactoEnd { cited.formUnion(date.sources.map(\.source)) }
    }
    for file in content.cases {
      cited.formUnion(file.pledges.flatMap(\.sources).map(\.source))
      cited.formUnion(file.tests.flatMap { $0.sources + $0.responses.flatMap(\.sources) }.map(\.source))
      cited.formUnion(file.deFactoEnds.flatMap(\.coded.sources).map(\.source))
      cited.formUnion(file.corrections.flatMap { $0.sources + [$0.claimedBy] }.map(\.source))
    }
    cited.formUnion(content.figures.map(\.source.source))
    cited.formUnion((content.knownCases?.cases ?? []).flatMap(\.sources).map(\.source))
    let known = Set(content.sources.map(\.id))
    #expect(cited.subtracting(known).isEmpty)
    #expect(known.subtracting(cited).isEmpty, "never cited: \(known.subtracting(cited).sorted())")
  }

  @Test func partiesWereStatesWhenTheyBecameParties() throws {
    // In exile, under occupation, or admitted to the system's list only later.
    let exempt: Set<String> = [
      "entente:1942-united-nations", "entente:1951-us-japan", "entente:1962-laos", "entente:1975-helsinki",
    ]
    for treaty in try StarterFolder.load().treaties.treaties where !exempt.contains(treaty.id) {
      for party in treaty.parties {
        let day = try #require(party.entered?.latest ?? treaty.signed.latest)
        let state = try #require(State[party.state])
        #expect(state.isMember(on: day), "\(treaty.id): \(state) on \(day)")
      }
    }
  }

  @Test func testsFallIntoTheCaseAndSpeakToEarlierPledges() throws {
    for file in try StarterFolder.load().cases {
      let pledges = Dictionary(uniqueKeysWithValues: file.pledges.map { ($0.id, $0) })
      for test in file.tests {
        #expect(file.period.possiblyOverlaps(test.date), "\(test.id)")
        for id in test.pledges {
          let pledge = try #require(pledges[id])
          // A supply runs over years; it counts from its beginning.
          let began = try #require(pledge.date.earliest)
          let tested = try #require(test.date.latest)
          #expect(began < tested, "\(test.id) tests \(id), which came later")
        }
        for response in test.responses { #expect(!response.date.isCertainlyBefore(test.date), "\(test.id)") }
      }
    }
  }

  @Test func noTextIsLeftUnfinished() throws {
    for treaty in try StarterFolder.load().treaties.treaties {
      for text in [treaty.summary] + treaty.obligations.map(\.summary) + treaty.provisions.map(\.summary) {
        #expect(text.hasSuffix("."), "\(treaty.id): \(text)")
      }
    }
  }

  @Test func faultsCarryTheNameOfTheFile() throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "starter-\(UUID())")
    try FileManager.default.copyItem(atPath: StarterFolder.path, toPath: copy.path)
    defer { try? FileManager.default.removeItem(at: copy) }
    let file = copy.appending(path: "treaties/usa-china.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("form: communique", with: "from: communique", maxReplacements: 1)
      .write(to: file, atomically: true, encoding: .utf8)
    let error = #expect(throws: StarterError.self) { try Starter.load(from: copy.path) }
    #expect(try #require(error).description.contains("treaties/usa-china.yaml:"))
    try FileManager.default.removeItem(at: copy.appending(path: "figures.yaml"))
    let missing = #expect(throws: StarterError.self) { try Starter.load(from: copy.path) }
    #expect(try #require(missing).description.contains("figures.yaml: the file cannot be read"))
    try Data([0x66, 0xFF, 0xFE]).write(to: copy.appending(path: "figures.yaml"))
    let broken = #expect(throws: StarterError.self) { try Starter.load(from: copy.path) }
    #expect(try #require(broken).description.contains("not UTF-8"))
  }
}
