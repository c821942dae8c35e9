import ArgumentParser
import Charts
import Insights
import Treaties

extension TreatyCommand {
  /// `entente treaty compare`.
  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compare",
      abstract: "Compare two treaties obligation by obligation: kept, dropped, added, weakened.",
      discussion: """
        Each line shows what every coder finds in either treaty and the change, by ATOP where it codes both. Where code and \
        clause text disagree a warning says so.

        Examples:
          entente treaty compare ATOP:3200 ATOP:4980
          entente treaty compare ATOP:3200 ATOP:4980 --svg diff.svg
          entente treaty compare ATOP:3030 ATOP:3200 --all --format md
        """)

    @Argument(help: "The earlier treaty.")
    var first: String

    @Argument(help: "The later treaty.")
    var second: String

    @Option(help: "Also draw the comparison into this SVG file.")
    var svg: String?

    @Flag(help: "Show obligations that neither treaty has, too.")
    var all = false

    @OptionGroup var options: TreatyOptions

    func run() throws {
      try CommandFailure.treaty {
        let opened = try options.open()
        let before = try opened.collection.treaty(first)
        let after = try opened.collection.treaty(second)
        if before.coding(by: .atop) == nil || after.coding(by: .atop) == nil { options.warn(opened) }
        let difference = TreatyDifference(from: before, to: after)
        switch options.output {
        case .json: Terminal.print(try OutputForm.json(difference))
        case .csv: Terminal.print(try table(difference).rendered(.csv))
        case .md:
          var text = "## \(before.id) \(before.title) → \(after.id) \(after.title)\n\n"
          text += try table(difference).rendered(.md)
          if !difference.warnings.isEmpty {
            text += "\n" + difference.warnings.map { "- \($0)\n" }.joined()
          }
          Terminal.print(text)
        case .text:
          Terminal.print(self.text(difference))
        }
        if options.output == .csv { for warning in difference.warnings { Terminal.message("warning: \(warning)") } }
        if let svg {
          try Terminal.write(difference.figure().svg(prefix: "treaty-diff", width: 960, form: .file), to: svg)
          Terminal.message("wrote \(svg)")
        }
      }
    }

    private func lines(_ difference: TreatyDifference) -> [TreatyDifference.Line] {
      all ? difference.lines : difference.present
    }

    private func table(_ difference: TreatyDifference) -> TextTable {
      TextTable(
        columns: ["group", "item", "change", "by", difference.before, difference.after, "note"],
        rows: lines(difference).map { line in
          [
            line.group, line.item, line.change.words, line.coder?.rawValue ?? "", Self.words(line.before),
            Self.words(line.after), line.note,
          ]
        })
    }

    private static func words(_ findings: [TreatyDifference.Finding]) -> String {
      findings.map { finding in
        let state = finding.presence == .present ? "" : finding.presence.rawValue
        let clause = finding.clause.map { "\($0): " } ?? ""
        let detail = finding.presence == .absent ? "" : clause + finding.detail
        return "\(finding.coder.rawValue): " + [state, detail].filter { !$0.isEmpty }.joined(separator: ", ")
      }.joined(separator: "; ")
    }

    private func text(_ difference: TreatyDifference) -> String {
      var out = "\(difference.before)  \(difference.titleBefore)\n\(difference.after)  \(difference.titleAfter)\n"
      var group = ""
      for line in lines(difference) {
        if line.group != group {
          group = line.group
          out += "\n\(group)\n"
        }
        let note = line.note.isEmpty ? "" : " (\(line.note))"
        out += "  \(Self.mark(line.change)) \(line.item): \(line.change.words)\(note)\n"
        for (id, findings) in [(difference.before, line.before), (difference.after, line.after)] {
          for finding in findings where finding.presence != .absent || findings.count > 1 {
            out += "      \(id), \(Self.words([finding]))\n"
          }
        }
      }
      if !difference.warnings.isEmpty {
        out += "\nCode and text\n" + difference.warnings.map { "  warning: \($0)\n" }.joined()
      }
      return out
    }

    private static func mark(_ change: TreatyDifference.Change) -> String {
      switch change {
      case .kept: "="
      case .dropped: "-"
      case .added: "+"
      case .weakened: "<"
      case .strengthened: ">"
      case .changed: "~"
      case .absent, .unknown: " "
      }
    }
  }
}
