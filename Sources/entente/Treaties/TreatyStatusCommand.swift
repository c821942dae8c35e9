import ArgumentParser
import Charts
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
        Examples:
          entente treaty status ATOP:3200 --on 1970-01-01
          entente treaty status ATOP:3200 --on 1970-01-01 --coder ATOP
          entente treaty status ATOP:3200 --on 1970-01-01 --svg status.svg
        """)

    @Argument(help: "The treaty: ATOP:3200, COW:229 or entente:1950-sino-soviet.")
    var treaty: String

    @Option(name: .customLong("on"), help: "The day, YYYY-MM-DD.")
    var on: String

    @Option(help: "Only what this coder says, such as ATOP, COW or text.")
    var coder: String?

    @Option(help: "Also draw the standing over time into this SVG file.")
    var svg: String?

    @OptionGroup var options: TreatyOptions

    func run() throws {
      try CommandFailure.treaty {
        let day = try treatyDay(on, "--on")
        let opened = try options.open()
        let treaty = try opened.collection.treaty(self.treaty)
        let status = treaty.status(on: day, coder: coder)
        switch options.output {
        case .json: Terminal.print(try OutputForm.json(status))
        case .text:
          var out = "\(treaty.id)  \(treaty.title)\n  on \(day): \(status.sentence)\n"
          out += Self.rows(status).map { row in
            "  \(row[1]), \(row[2]): \(row[3])" + (row[4].isEmpty ? "" : " (\(row[4]))")
              + (row[5].isEmpty ? "" : ", \(row[5])") + "\n"
          }.joined()
          Terminal.print(out)
        case .csv, .md:
          Terminal.print(
            try TextTable(
              columns: ["treaty", "status", "coder", "standing", "date", "evidence"], rows: Self.rows(status)
            ).rendered(options.output))
        }
        if let svg {
          let figure = treaty.statusFigure(on: day)
          try Terminal.write(figure.svg(prefix: "treaty-status", form: .file), to: svg)
          Terminal.message("wrote \(svg)")
        }
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
