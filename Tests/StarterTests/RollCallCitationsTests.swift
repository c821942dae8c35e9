import Datasets
import Foundation
import Record
import StateSystem
import Testing
import Treaties

/// An answer that rests on a roll call is what the published votes say it was.
@Suite(.enabled(if: StarterFolder.datasets != nil, "the General Assembly votes are not at ENTENTE_DATASETS"))
struct RollCallCitationsTests {
  private struct Cited {
    let caseFile: CaseFile
    let response: CaseFile.Response
    let rollCalls: [Int32]
  }

  /// Answers that cite roll calls as "rcid 1227" or "rcid 2096, 2341".
  private func cited() throws -> [Cited] {
    try StarterFolder.load().cases.flatMap { file in
      file.tests.flatMap(\.responses).compactMap { response in
        let places = response.sources.filter { $0.source == "un-roll-calls" }.compactMap(\.at)
        let numbers = places.flatMap { $0.split { !$0.isNumber }.compactMap { Int32($0) } }
        return numbers.isEmpty ? nil : Cited(caseFile: file, response: response, rollCalls: numbers)
      }
    }
  }

  private func rollCalls() throws -> RollCalls {
    let folder = try #require(StarterFolder.datasets)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/01_unga_votes").map {
      "01_unga_votes/\($0)"
    }
    let found = try CatalogueEntry.unVotes.find(in: names)
    let contents = try Reader.read(.unVotes, files: found.files.map { InputFile($0, in: folder) })
    return try #require(contents.table(RollCalls.self))
  }

  @Test func answersAgreeWithTheVotes() throws {
    let table = try rollCalls()
    let rows = Dictionary(uniqueKeysWithValues: table.ids.enumerated().map { ($0.element, $0.offset) })
    func vote(_ state: StateID, row: Int) throws -> UInt8 {
      table.votes[row * table.states.count + (try #require(table.column(of: state)))]
    }
    let all = try cited()
    #expect(all.count >= 25)
    for item in all {
      for number in item.rollCalls {
        let row = try #require(rows[number], "\(number)")
        let own = try vote(item.response.state, row: row)
        let third = try vote(item.caseFile.third, row: row)
        let name: Comment = "\(item.caseFile.id): \(item.response.state) on \(number), \(own) against \(third)"
        // 1 yes, 2 abstains, 3 no, 8 absent.
        switch item.response.conduct {
        case .resistJointly, .resistSeparately: #expect(Set([own, third]) == [1, 3], name)
        case .cooperateWithThird: #expect(own == third && [1, 3].contains(own), name)
        case .acquiesce: #expect([2, 8].contains(own) && [1, 3].contains(third), name)
        default: Issue.record("a roll call does not show that a state \(item.response.conduct)")
        }
        let years = [item.response.date.earliest, item.response.date.latest].compactMap { $0?.year }
        let year = Day(number: table.days[row]).year
        #expect(years.first.map { $0 <= year } == true && years.last.map { year <= $0 } == true, name)
      }
    }
  }
}
