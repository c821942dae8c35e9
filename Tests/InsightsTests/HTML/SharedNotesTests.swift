import Testing

@testable import Insights

@Suite struct SharedNotesTests {
  private let notes = SharedNotes([
    ["days are unreliable", "own"], ["days are unreliable"], ["days are unreliable", "twice"], ["twice"],
  ])

  @Test func whatThreeFiguresSayIsPrintedOnce() {
    #expect(notes.shared == ["days are unreliable"])
    #expect(notes.lines == ["Note a: Days are unreliable."])
  }

  @Test func aFigureKeepsItsOwnNotesAndPointsToTheOthers() {
    #expect(notes.words(["days are unreliable", "own"]) == "Own. Note a.")
    #expect(notes.words(["days are unreliable"]) == "Note a.")
    #expect(notes.words(["twice"]) == "Twice.")
    #expect(notes.words([]).isEmpty)
  }
}
