import Evidence
import StateSystem
import Testing

@testable import Treaties

@Suite struct CaseworkTests {
  @Test func everyKeyIsRead() throws {
    let casework = try Sample.casework()
    #expect(casework.sources.map(\.id) == ["book-1990", "paper-1991"])
    #expect(casework.source("book-1990")?.authors == ["A. Writer", "B. Writer"])
    #expect(casework.source("book-1990")?.doi == "10.1000/1")
    #expect(casework.treaties.treaties.map(\.id) == ["entente:1949-old", "entente:1950-alliance"])
    let treaty = try #require(casework.treaties["entente:1950-alliance"])
    #expect(treaty.parties.map(\.state) == [710, 365])
    #expect(treaty.parties.last?.left?.description == "1980")
    #expect(treaty.otherParties == "none" && treaty.place == "Moscow")
    #expect(treaty.termMonths == 360 && treaty.renewalMonths == 60 && treaty.renewal == "by five years")
    #expect(treaty.secrecy == .annex)
    #expect(treaty.ended.map(\.coder) == ["COW", "ATOP"])
    #expect(treaty.deFactoEnd.first?.sources == [Citation(source: "paper-1991", at: "p. 3")])
    #expect(treaty.links.map(\.description) == ["ATOP:3200", "COW:229"])
    #expect(treaty.replaces == ["entente:1949-old"] && treaty.notes.count == 1 && treaty.themes == [.alliance])
    #expect(treaty.provisions.first?.readings == [Reading(coder: "text", presence: .implied)])
    let file = try #require(casework.cases.first)
    #expect(file.partners == [710, 365] && file.third == 2)
    #expect(file.period.latest == Day(2002, 9, 2) && file.declaredAt == Day(2026, 11, 23))
    #expect(file.pledges.first?.treaty == "entente:1950-alliance")
    #expect(file.tests.first?.responses.first?.coder == "Second")
    #expect(file.deFactoEnds.first?.coded.date.description == "1963~")
    #expect(file.corrections.first?.claimedBy.source == "paper-1991")
    let figure = try #require(casework.figure("rank-2001"))
    #expect(figure.value == 8 && figure.unit == .rank && figure.role == .record && figure.year == 2001)
    #expect(figure.measures == [MeasureRequest("trade.rank", ["of": "RUS", "for": "CHN", "year": "2001"])])
  }

  @Test func defaults() throws {
    let old = try #require(Sample.casework().treaties["entente:1949-old"])
    #expect(old.secrecy == .open && old.obligations.isEmpty && old.inForce.isEmpty && !old.neverInForce)
  }

  @Test func obligationWithoutCodingIsPresentInTheText() throws {
    let text = Sample.treaties.replacing("    coded: {text: present, ATOP: absent}\n", with: "")
    let casework = try Casework.read(Sample.files(with: .treaties, text))
    let treaty = try #require(casework.treaties["entente:1950-alliance"])
    #expect(treaty.obligations.last?.readings == [Reading(coder: "text", presence: .present)])
  }

  @Test func filesMayCarryABibliography() throws {
    let text = "bibliography:\n- {id: inline, kind: press, title: T, publisher: P}\n" + Sample.figures
    let casework = try Casework.read(
      Sample.files(with: .figures, text.replacing("source: book-1990", with: "source: inline")))
    #expect(casework.source("inline") != nil)
  }

  @Test func readingOnABaseAddsToIt() throws {
    let base = try Sample.casework()
    let second = Sample.caseFile.replacing("id: chn-rus", with: "id: second")
    let both = try Casework.read([CaseworkFile(.caseFile, name: "second.yaml", text: second)], on: base)
    #expect(both.cases.map(\.id) == ["chn-rus", "second"])
    let again = Casework.issues(in: [CaseworkFile(.caseFile, name: "case.yaml", text: Sample.caseFile)])
    #expect(again.contains { $0.problem.contains("no source has the id \"book-1990\"") })
  }

  @Test func anIdOfTheBaseCannotBeUsedAgain() throws {
    let base = try Sample.casework()
    #expect(throws: CaseworkError.self) { try Casework.read(Sample.files, on: base) }
  }

  @Test func theCaseThatBeganLastSpeaks() throws {
    let later = Sample.caseFile.replacing("id: chn-rus", with: "id: a-later")
      .replacing("period: 1996/2002-09-02", with: "period: 1998/2002")
    let casework = try Casework.read(
      [CaseworkFile(.caseFile, name: "later.yaml", text: later)], on: Sample.casework())
    let triad = try #require(Triad(710, 365, third: 2))
    #expect(try casework.caseFile(of: triad, on: .on("1997-12-31"))?.id == "chn-rus")
    #expect(try casework.caseFile(of: triad, on: .on("1998-01-01"))?.id == "a-later")
    #expect(casework.cases.map(\.datedItems) == [9, 9])
  }

  @Test func questions() throws {
    let casework = try Sample.casework()
    let triad = try #require(Triad(365, 710, third: 2))
    #expect(casework.cases(of: triad).count == 1)
    #expect(try casework.caseFile(of: triad, on: .on("1996-01-01"))?.id == "chn-rus")
    #expect(try casework.caseFile(of: triad, on: .on("1995-12-31")) == nil)
    let other = try #require(Triad(365, 2, third: 710))
    #expect(casework.cases(of: other).isEmpty)
    #expect(casework.figures(about: [365, 710]).count == 1)
    #expect(casework.figures(about: [365, 2]).isEmpty)
  }
}
