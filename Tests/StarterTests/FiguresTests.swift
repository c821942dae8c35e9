import StateSystem
import Testing
import Treaties

@Suite struct FiguresTests {
  @Test func theFiguresOfTheEssayAndThePress() throws {
    let content = try StarterFolder.load()
    func value(_ id: String) throws -> Double { try #require(content.casework.figure(id)).value }
    #expect(try value("claim-russia-rank-2001") == 8 && value("claim-russia-rank-2000") == 11)
    #expect(try value("claim-us-share-of-exports") == 0.4 && value("claim-trade-ratio") == 8)
    #expect(try value("claim-china-world-rank") == 6 && value("claim-growth-2002") == 0.2)
    #expect(try value("china-total-2001") == 509_800 && value("china-usa-2001") == 73_500)
    #expect(try value("china-russia-2001") == 9_300 && value("russia-rank-2001") == 8)
    #expect(try value("growth-2002-eight-months") == 0.144 && value("growth-2001-five-months") == 0.434)
    #expect(
      try (value("china-usa-2001") / value("china-russia-2001") * 10).rounded() == value("trade-ratio-2001-press") * 10)
    #expect(try (value("china-usa-2001-full") / value("china-russia-2001-full") * 10).rounded() == 75)
  }

  @Test func claimsAreTheEssays() throws {
    let claims = try StarterFolder.load().figures.filter { $0.role == .claim }
    #expect(claims.count == 6 && claims.allSatisfy { $0.source.source == "miller-2002" })
    #expect(claims.count { !$0.measures.isEmpty } == 5)
  }

  @Test func ranksAndSharesLieInTheirRange() throws {
    for figure in try StarterFolder.load().figures {
      switch figure.unit {
      case .rank: #expect(figure.value >= 1 && figure.value == figure.value.rounded())
      case .share: #expect((0...1).contains(figure.value))
      default: #expect(figure.value > 0)
      }
    }
  }
}
