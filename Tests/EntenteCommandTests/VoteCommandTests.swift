import Foundation
import Statistics
import Testing

/// `entente fit ideal-points`, `ideal-points` and `coordination` run as a user runs them, on invented votes in the publisher's layout.
@Suite("entente fit ideal-points and coordination")
struct VoteCommandTests {
  private static let states = [2, 20, 200, 220, 290, 310, 365, 651, 710, 740, 750, 900]
  private static let sessions = 50...52

  /// Votes of twelve states on ninety roll calls in 1995-1997; France copies two thirds of the British votes, and one resolution is repeated.
  private struct Archive {
    let folder: CommandFolder
    let path: String

    init() throws {
      folder = try CommandFolder()
      path = folder.file("archive.sqlite")
      var random = Xoshiro256(seed: 11)
      let places = VoteCommandTests.states.map { _ in random.normal() }
      var calls = "rcid,session,date,unres,abstain,yes,no,importantvote,amend,para,short,descr,me,nu,di,hr,co,ec\n"
      var votes = "rcid,session,ccode,vote\n"
      var id = 0
      for session in VoteCommandTests.sessions {
        for _ in 0..<30 {
          id += 1
          let slope: Double = 1.3 * random.normal()
          let lower: Double = 0.8 * random.normal()
          var counts = [0, 0, 0]
          var british = 1
          for (state, place) in zip(VoteCommandTests.states, places) {
            let z: Double = slope * place + random.normal()
            var vote = z <= lower ? 1 : z <= lower + 0.4 ? 2 : 3
            if state == 200 { british = vote }
            if state == 220, random.uniform() < 0.67 { vote = british }
            counts[vote - 1] += 1
            votes += "\(id),\(session),\(state),\(vote)\n"
          }
          calls += "\(id),\(session),\(1945 + session)-12-05,R/\(id),\(counts[1]),\(counts[0]),\(counts[2]),"
          calls += "\(id % 3 == 0 ? 1 : 0),0,0,X,,0,0,0,\(id % 2),0,0\n"
        }
      }
      try folder.write(votes, to: "UNVotes.csv")
      try folder.write(calls, to: "UNVotes_rollcalls.csv")
      try folder.write("v1,rcid1,rcid2\n1,1,31\n", to: "Matches.csv")
      let made = try run(["data", "add", "un-votes", "--from", folder.path, "--accept-terms"])
      try #require(made.code == 0, "\(made.messages)")
    }

    func run(_ words: [String]) throws -> BuiltCommand.Outcome {
      try BuiltCommand.run(words + ["--archive", path])
    }
  }

  private static let fit = ["fit", "ideal-points", "--out", "-"]

  private struct Position: Decodable, Equatable {
    let ccode: Int
    let session: Int
    let mean: Double
  }

  private static func positions(_ csv: String) throws -> [Position] {
    let lines = csv.split(separator: "\n")
    let columns = try #require(lines.first).split(separator: ",").map(String.init)
    func column(_ name: String) throws -> Int { try #require(columns.firstIndex(of: name)) }
    let (state, session, mean) = (try column("ccode"), try column("session"), try column("mean"))
    return try lines.dropFirst().map { line in
      let cells = line.split(separator: ",")
      return Position(
        ccode: try #require(Int(cells[state])), session: try #require(Int(cells[session])),
        mean: try #require(Double(cells[mean])))
    }
  }

  @Test func aFitIsKeptPrintedAndTested() throws {
    let archive = try Archive()
    let made = try archive.run(Self.fit)
    try #require(made.code == 0, "\(made.messages)")
    #expect(
      made.output.hasPrefix("ccode,session,year,n_votes,mean,sd,q5,q10,q50,q90,q95,rhat,ess_bulk\n"))
    #expect(made.messages.contains("kept as ideal-points") && made.messages.contains("36 positions"))
    let positions = try Self.positions(made.output)
    #expect(positions.count == Self.states.count * Self.sessions.count)
    #expect(positions.filter { $0.ccode == 2 }.map(\.mean).reduce(0, +) > 0)

    let again = try archive.run(Self.fit + ["--dry"])
    #expect(again.output == made.output && !again.messages.contains("kept as"))
    let other = try archive.run(Self.fit + ["--dry", "--seed", "2"])
    #expect(other.output != made.output)

    let printed = try archive.run(["ideal-points", "USA", "CHN", "--format", "csv"])
    #expect(printed.code == 0, "\(printed.messages)")
    #expect(try Self.positions(printed.output) == positions.filter { [2, 710].contains($0.ccode) })

    let figure = try archive.run(["ideal-points", "USA", "CHN", "RUS", "--format", "svg"])
    #expect(figure.output.contains("<title") && figure.output.contains("<desc"))

    let together = try archive.run(["coordination", "GBR", "FRA", "--from", "1995", "--to", "1997"])
    #expect(together.code == 0, "\(together.messages)")
    let line = try #require(together.output.split(separator: "\n").first { $0.contains("one dimension:") })
    #expect(line.contains("+") && !line.contains("−"), "no coordination found where it was planted: \(line)")
    #expect(
      together.output.contains("ideal-points-2d is not in the archive; `entente fit ideal-points --dimensions 2`"))
    let stakes = try archive.run(["coordination", "CHN", "RUS", "--third", "USA", "--from", "1995", "--to", "1997"])
    for name in ["all roll calls", "not opposed by United States", "opposed by United States", "flagged as important"] {
      #expect(stakes.output.contains("\n\(name)\n"), "\(name)")
    }
  }

  @Test(arguments: ["published", "corrected"]) func thePublishedPriorIsKeptApart(sampler: String) throws {
    let archive = try Archive()
    let made = try archive.run(
      Self.fit + ["--prior", "published", "--sampler", sampler, "--warmup", "300", "--draws", "400"])
    #expect([0, 1].contains(made.code), "\(made.messages)")
    let name = sampler == "published" ? "ideal-points-published" : "ideal-points-published-corrected"
    #expect(made.messages.contains("kept as \(name)\n"), "\(made.messages)")
    let printed = try archive.run(["ideal-points", "CHN", "--fit", name, "--format", "csv"])
    #expect(try Self.positions(printed.output) == Self.positions(made.output).filter { $0.ccode == 710 })
  }

  @Test func tooFewDrawsAreWarnedOf() throws {
    let made = try Archive().run(Self.fit + ["--dry", "--draws", "40"])
    #expect(made.code == 1 && made.messages.contains("warning: only 0.0 % of positions"), "\(made.messages)")
    #expect(try Self.positions(made.output).count == 36)
  }

  @Test func aWrongQuestionSaysWhatWasExpected() throws {
    let archive = try Archive()
    let fit = ["fit", "ideal-points"]
    let cases: [(words: [String], code: Int32, named: String)] = [
      (fit + ["--prior", "flat"], 64, "expected random-walk or published"),
      (fit + ["--sampler", "corrected"], 64, "with --prior published"),
      (fit + ["--prior", "published", "--sampler", "mine"], 64, "expected published or corrected"),
      (fit + ["--prior", "published", "--abstention", "half-way"], 64, "with the published prior"),
      (fit + ["--prior", "published", "--dimensions", "2"], 64, "random-walk with two dimensions"),
      (fit + ["--issue", "xx"], 64, "expected me, nu, di, hr, co or ec"),
      (fit + ["--sessions", "57-46"], 64, "expected a session or a range"),
      (fit + ["--sessions", "60-61"], 64, "widen the selection"),
      (fit + ["--chains", "0"], 64, "expected 1 to 64"),
      (["ideal-points", "USA"], 2, "Get it: entente fit ideal-points"),
      (["coordination", "CHN", "RUS", "--from", "1995", "--to", "1997"], 2, "entente fit ideal-points"),
      (["coordination", "CHN", "CHN", "--from", "1995", "--to", "1997"], 64, "must be different"),
      (["coordination", "CHN", "RUS", "--from", "1997", "--to", "1995"], 64, "the earlier first"),
    ]
    for (words, code, named) in cases {
      let made = try archive.run(words)
      let said = made.messages + made.output
      #expect(made.code == code && said.contains(named), "\(words): \(made.code) \(said)")
    }
  }
}
