import ArgumentParser
import StateSystem
import Treaties

extension TreatyCommand {
  /// `entente treaty show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Print one treaty with what every coder says of it.",
      discussion: """
        Examples:
          entente treaty show ATOP:3200
          entente treaty show entente:2001-sino-russian --json
        """)

    @Argument(help: "The treaty: ATOP:3200, COW:229 or entente:1950-sino-soviet.")
    var treaty: String

    @OptionGroup var options: TreatyOptions

    private struct Document: Encodable {
      let id: String
      let title: String
      let links: [String]
      let dates: TreatyDates
      let codings: [TreatyCoding]
      let disagreements: [String]
      let summary: String?
      let notes: [String]
    }

    func run() throws {
      try CommandFailure.treaty {
        let opened = try options.open()
        let treaty = try opened.collection.treaty(self.treaty)
        if treaty.coding(by: .atop) == nil { options.warn(opened) }
        switch options.output {
        case .json:
          Terminal.print(
            try OutputForm.json(
              Document(
                id: treaty.id, title: treaty.title, links: treaty.links.map(\.description), dates: treaty.dates,
                codings: treaty.codings, disagreements: treaty.disagreements, summary: treaty.coded?.summary,
                notes: treaty.coded?.notes ?? [])))
        case .csv: Terminal.print(try Self.table(treaty).rendered(.csv))
        case .md, .text: Terminal.print(Self.text(treaty, markdown: options.output == .md))
        }
      }
    }

    /// One row an obligation or provision and coder.
    static func table(_ treaty: RegisteredTreaty) -> TextTable {
      var table = TextTable(columns: ["treaty", "coder", "group", "item", "finding", "clause"], rows: [])
      for coding in treaty.codings {
        for duty in coding.duties {
          table.rows.append([
            treaty.id, coding.coder.rawValue, "Obligations", duty.kind.words,
            duty.described(in: coding, on: treaty.begin), duty.clause ?? "",
          ])
        }
        for feature in coding.features {
          table.rows.append([
            treaty.id, coding.coder.rawValue, feature.kind.group, feature.kind.words, feature.detail,
            feature.clause ?? "",
          ])
        }
      }
      return table
    }

    static func text(_ treaty: RegisteredTreaty, markdown: Bool) -> String {
      func heading(_ text: String, _ level: Int) -> String {
        markdown ? String(repeating: "#", count: level) + " \(text)\n\n" : "\(text)\n"
      }
      func item(_ text: String) -> String { markdown ? "- \(text)\n" : "  \(text)\n" }
      var out = heading("\(treaty.id)  \(treaty.title)", 2)
      if let coded = treaty.coded { out += (markdown ? "\(coded.summary)\n\n" : "  \(coded.summary)\n") }
      let others = treaty.links.map(\.description).filter { $0 != treaty.id } + [treaty.coded?.id].compactMap { $0 }
      if !others.isEmpty { out += item("also \(others.joined(separator: ", "))") }
      out += item("signed \(treaty.dates.signed)" + (treaty.coded?.place.map { " at \($0)" } ?? ""))
      out += item("parties: \(parties(treaty))")
      for entry in treaty.dates.inForce { out += item("in force \(entry.date) by \(coder(entry))") }
      if treaty.dates.neverInForce { out += item("never in force") }
      for end in treaty.dates.ended { out += item("ended \(end.date) by \(coder(end))") }
      for open in treaty.dates.open { out += item("in force by \(open.coder) when it stopped coding, \(open.lastDay)") }
      for end in treaty.dates.deFactoEnd { out += item("ended in fact \(end.date) by \(coder(end))") }
      for coding in treaty.codings {
        let name = coding.coder == .atop ? "Coded by \(coding.source)" : "The text, in our words"
        out += "\n" + heading(name, 3)
        if coding.duties.isEmpty { out += item("no obligation of the five kinds") }
        for duty in coding.duties {
          let clause = duty.clause.map { "\($0): " } ?? ""
          out += item("\(duty.kind.words): \(clause)\(duty.described(in: coding, on: treaty.begin))")
        }
        for feature in coding.features {
          out += item("\(feature.kind.words): " + (feature.clause.map { "\($0): " } ?? "") + feature.detail)
        }
        if let term = coding.term { out += item("term: \(term.words)") }
        if let secrecy = coding.secrecy { out += item("secrecy: \(secrecy.words)") }
        if coding.isAsymmetric { out += item("obligations differ between the parties") }
        if let ending = coding.ending, ending != .inForce { out += item("how it ended: \(ending.words)") }
      }
      let notes = (treaty.coded?.notes ?? []) + treaty.disagreements
      if !notes.isEmpty {
        out += "\n" + heading("Where codings differ", 3)
        for note in notes { out += item(note) }
      }
      return out
    }

    private static func coder(_ date: CodedDate) -> String {
      date.coder + (date.evidence.map { " (\($0))" } ?? "")
    }

    private static func parties(_ treaty: RegisteredTreaty) -> String {
      let names = treaty.states.map { id in
        State[id].map { state in treaty.begin.map { state.name(on: $0) } ?? state.name } ?? "\(id)"
      }
      return (names + treaty.otherParties).joined(separator: ", ")
    }
  }
}
