import ArgumentParser
import Charts
import Evidence
import Insights
import StateSystem
import Treaties

extension TreatyCommand {
  /// `entente treaty status`.
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Where a treaty stands on a day, on paper and in fact, by every coder, with the evidence.",
      discussion: """
        Beside the coders stands the level of the relationship of the two states that year, where `entente fit relationships` has made it: \
        whether it lies below what such a pledge implies, and since when for good. It changes no coding.

        Examples:
          entente treaty status ATOP:3200 --on 1970-01-01
          entente treaty status ATOP:3200 --on 1970-01-01 --coder ATOP
          entente treaty status ATOP:3200 --on 1970-01-01 --svg status.svg
          entente treaty status ATOP:3285 --on 1970-01-01 --between RUS POL
        """)

    @Argument(help: "The treaty: ATOP:3200, COW:229 or entente:1950-sino-soviet.")
    var treaty: String

    @Option(name: .customLong("on"), help: "The day, YYYY-MM-DD.")
    var on: String

    @Option(help: "Only what this coder says, such as ATOP, COW or text.")
    var coder: String?

    @Option(parsing: .upToNextOption, help: "Two parties of a treaty of many, whose relationship is asked about.")
    var between: [String] = []

    @Option(help: "Also draw the standing over time into this SVG file.")
    var svg: String?

    @OptionGroup var options: TreatyOptions

    func run() throws {
      try CommandFailure.treaty {
        let day = try treatyDay(on, "--on")
        let opened = try options.open([.relationships, .obligationYears])
        let treaty = try opened.collection.treaty(self.treaty)
        let status = treaty.status(on: day, coder: coder)
        let conduct = PledgeInConduct.of(
          treaty, between: try pair(of: treaty), on: day, opened.record.relationships, opened.record.obligationYears,
          absent: options.starterOnly
            ? "the starter holds no levels of relationships; they come from an archive in which `entente fit relationships` made them"
            : PledgeInConduct.missing)
        let rows = Self.rows(status) + [Self.row(conduct, treaty.id)]
        switch options.output {
        case .json: Terminal.print(try OutputForm.json(TreatyStatusExport(status: status, relationship: conduct)))
        case .text:
          var out = "\(treaty.id)  \(treaty.title)\n  on \(day): \(status.sentence)\n"
          out += rows.map { row in
            "  \(row[1]), \(row[2]): \(row[3])"
              + (row[4].isEmpty ? "" : row[1] == "in conduct" ? "; \(row[4])" : " (\(row[4]))")
              + (row[5].isEmpty ? "" : row[1] == "in conduct" ? "; \(row[5])" : ", \(row[5])") + "\n"
          }.joined()
          Terminal.print(out)
        case .csv, .md:
          Terminal.print(
            try TextTable(
              columns: ["treaty", "status", "coder", "standing", "date", "evidence"], rows: rows
            ).rendered(options.output))
        }
        if let svg {
          let figure = treaty.statusFigure(on: day, conduct: conduct)
          try Terminal.write(figure.svg(prefix: "treaty-status", form: .file), to: svg)
          Terminal.message("wrote \(svg)")
        }
      }
    }

    /// The two parties named, if any are.
    private func pair(of treaty: RegisteredTreaty) throws -> Dyad? {
      guard !between.isEmpty else { return nil }
      let found = try between.map { try State.find($0, on: nil) }
      guard found.count == 2, let pair = Dyad(found[0].id, found[1].id) else {
        throw CommandFailure.usage("--between \(between.joined(separator: " ")): expected two different states")
      }
      for state in found where !treaty.states.contains(state.id) {
        throw CommandFailure.usage("--between: \(state.name) is no party to \(treaty.id)")
      }
      return pair
    }

    private static func row(_ conduct: Covered<PledgeInConduct>, _ treaty: String) -> [String] {
      switch conduct {
      case .covered(let found):
        [
          treaty, "in conduct", "Entente", found.verdictWords, found.departureWords,
          "\(found.evidence) [\(found.sourceWords)]",
        ]
      case .notCovered(let reason), .suppressed(let reason):
        [treaty, "in conduct", "Entente", "not covered", "", reason.detail]
      }
    }

    private static func rows(_ status: TreatyStatus) -> [[String]] {
      [("on paper", status.deJure), ("in fact", status.deFacto)].flatMap { name, codings in
        codings.map { coded in
          [
            status.treaty, name, coded.coder, coded.standing.words,
            coded.date.map { (coded.standing == .ended ? "ended " : "until ") + $0.date.description } ?? "",
            coded.date?.evidence ?? "",
          ]
        }
      }
    }
  }
}

/// The standing by coders, with the level of the relationship beside it.
struct TreatyStatusExport: Encodable {
  let status: TreatyStatus
  let relationship: Covered<PledgeInConduct>

  private enum Key: String, CodingKey { case relationship, methodology }

  func encode(to encoder: any Encoder) throws {
    try status.encode(to: encoder)
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(relationship, forKey: .relationship)
    try box.encode(Brief.methodologyVersion, forKey: .methodology)
  }
}
