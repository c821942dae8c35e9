/// Notes that many figures of a table have in common, so that each is printed once.
struct SharedNotes {
  /// In order of first appearance; the first is note a.
  let shared: [String]

  /// Figures that a note must stand at to be printed once for all.
  static let fewest = 3
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)

  /// - Parameter notes: those of each figure.
  init(_ notes: [[String]]) {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for note in notes.flatMap({ Set($0).sorted() }) {
      if counts[note] == nil { order.append(note) }
      counts[note, default: 0] += 1
    }
    shared = Array(order.filter { counts[$0, default: 0] >= Self.fewest }.prefix(Self.letters.count))
  }

  /// The notes of one figure: its own as sentences, the shared ones by their letters.
  func words(_ notes: [String]) -> String {
    let own = FindingRows.sentences(notes.filter { !shared.contains($0) })
    let marks = shared.indices.filter { notes.contains(shared[$0]) }.map { Self.letters[$0] }
    guard !marks.isEmpty else { return own }
    let pointer = (marks.count == 1 ? "Note " : "Notes ") + marks.joined(separator: ", ") + "."
    return own.isEmpty ? pointer : own + " " + pointer
  }

  /// Each shared note with its letter, for below the table.
  var lines: [String] {
    shared.indices.map { "Note \(Self.letters[$0]): \(FindingRows.sentences([shared[$0]]))" }
  }
}
