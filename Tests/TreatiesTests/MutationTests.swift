import Testing

@testable import Treaties

/// Damaged files give located faults and never a crash or a half-read result.
@Suite struct MutationTests {
  /// Every key of the samples, misspelt in turn.
  @Test(arguments: Sample.files) func misspeltKeysAreFoundWhereTheyStand(file: CaseworkFile) throws {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var tried = 0
    for (index, line) in lines.enumerated() {
      guard
        let colon = line.range(of: ": ")?.lowerBound ?? (line.last == ":" ? line.index(before: line.endIndex) : nil),
        !line[..<colon].contains("{")
      else { continue }
      var changed = lines
      changed[index] = line[..<colon] + "zz" + line[colon...]
      let issues = Casework.issues(in: Sample.files(with: file.kind, changed.joined(separator: "\n")))
      #expect(
        issues.contains { $0.file == file.name && $0.line == index + 1 && $0.problem.hasPrefix("unknown key") },
        "\(changed[index]): \(issues)")
      tried += 1
    }
    #expect(tried >= 10)
  }

  /// Two hundred files with random damage, always the same.
  @Test func randomDamageNeverCrashes() {
    var random = SplitMix(seed: 20_020_902)
    var refused = 0
    for round in 0..<200 {
      let file = Sample.files[round % Sample.files.count]
      var bytes = Array(file.text.utf8)
      for _ in 0..<(1 + random.below(4)) { random.damage(&bytes) }
      let issues = Casework.issues(in: Sample.files(with: file.kind, String(decoding: bytes, as: UTF8.self)))
      refused += issues.isEmpty ? 0 : 1
      for issue in issues { #expect(issue.line >= 1 && issue.column >= 1 && !issue.problem.isEmpty) }
    }
    #expect(refused > 100)
  }

  /// A file cut off anywhere is refused or reads whole; it is never read in part.
  @Test func truncationIsRefused() {
    for length in stride(from: 0, to: Sample.caseFile.utf8.count - 1, by: 31) {
      let text = String(decoding: Sample.caseFile.utf8.prefix(length), as: UTF8.self)
      let read = try? Casework.read(Sample.files(with: .caseFile, text))
      if let read { #expect(read.cases.first?.tests.first?.responses.isEmpty == false, "cut at \(length)") }
    }
  }
}

/// A small generator with a seed; Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
private struct SplitMix {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }

  mutating func damage(_ bytes: inout [UInt8]) {
    let marks = Array("[]{}:,-&*!|>'\"%@#?\u{0}\t\n 0Z~".utf8) + [0xFF, 0xC3]
    let place = below(bytes.count)
    switch below(5) {
    case 0: bytes[place] = marks[below(marks.count)]
    case 1: bytes.insert(marks[below(marks.count)], at: place)
    case 2: bytes.remove(at: place)
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(40)))
    default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 30)], at: below(bytes.count))
    }
    if bytes.isEmpty { bytes = [10] }
  }
}
