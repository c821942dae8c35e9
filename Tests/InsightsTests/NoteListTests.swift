import Testing

@testable import Insights

struct NoteListTests {
  @Test func notesThatDifferInANumberBecomeOne() {
    let notes = [
      "12 flows of Russia are left out", "Hong Kong", "3 flows of Russia are left out", "Hong Kong", "1 flow of X",
    ]
    #expect(NoteList.merged(notes) == ["3 to 12 flows of Russia are left out", "Hong Kong", "1 flow of X"])
    #expect(NoteList.merged([]) == [])
    #expect(NoteList.merged(["1999 was a year", "12", "12"]) == ["1999 was a year", "12"])
  }
}
