import ArgumentParser
import StateSystem
import Treaties

extension TreatyCommand {
  /// `entente treaty list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List treaties by state, date, obligation or text.",
      discussion: """
        Examples:
          entente treaty list RUS CHN
          entente treaty list CHN --on 2002-09-02
          entente treaty list --obligation offense --years 1815-1914 --format csv
          entente treaty list --text "one china"
        """)

    @Argument(help: "States that must all be parties.")
    var states: [String] = []

    @Option(name: .customLong("on"), help: "In force on this day by at least one coder, YYYY-MM-DD.")
    var on: String?

    @Option(help: "Signed in these years, such as 1945-1991 or 1950.")
    var years: String?

    @Option(
      help: "An obligation it must hold: defense, offense, neutrality, nonaggression, consultation. May be repeated.")
    var obligation: [String] = []

    @Option(help: "Words that must occur in title, summaries, notes or names of provisions.")
    var text: String?

    @Flag(help: "Only treaties of two parties.")
    var bilateral = false

    @OptionGroup var options: TreatyOptions

    private struct Item: Encodable {
      let id: String
      let title: String
      let signed: String
      let ended: [String: String]
      let parties: [StateID]
      let obligations: [String: [String]]
      let links: [String]
      let titleIsOurs: Bool
    }

    func run() throws {
      try CommandFailure.treaty {
        let search = try self.search
        let opened = try options.open()
        options.warn(opened)
        let found = opened.collection.search(search)
        if options.output == .json {
          Terminal.print(try OutputForm.json(found.map(Self.item)))
        } else {
          Terminal.print(
            try TextTable(
              columns: ["treaty", "signed", "ended", "ATOP", "text", "title"], rows: found.map(Self.row)
            ).rendered(options.output))
          Terminal.message("\(found.count) of \(opened.collection.treaties.count) treaties")
        }
        if found.isEmpty, let reason = opened.collection.atop.reason { throw CommandFailure.data(reason.detail) }
      }
    }

    private var search: TreatySearch {
      get throws {
        let day = try on.map { try treatyDay($0, "--on") }
        let ids = try states.map { try State.find($0, on: day).id }
        let kinds = try obligation.map { text in
          guard
            let kind = Obligation.Kind(rawValue: text == "defence" ? "defense" : text == "offence" ? "offense" : text)
          else {
            throw CommandFailure.usage(
              "--obligation \(text): expected \(Obligation.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
          }
          return kind
        }
        let range = try years.map(Self.range)
        return TreatySearch(
          states: ids, day: day, years: range, kinds: Set(kinds), text: text, bilateralOnly: bilateral)
      }
    }

    private static func range(_ text: String) throws -> ClosedRange<Int> {
      let parts = text.split(separator: "-").compactMap { Int($0) }
      if parts.count == 1, let year = parts.first { return year...year }
      guard parts.count == 2, parts[0] <= parts[1] else {
        throw CommandFailure.usage("--years \(text): expected a year or a span such as 1945-1991")
      }
      return parts[0]...parts[1]
    }

    static func kinds(_ treaty: RegisteredTreaty, _ coder: TreatyCoding.Coder) -> [String]? {
      treaty.kinds(by: coder).map { kinds in Obligation.Kind.allCases.filter(kinds.contains).map(\.words) }
    }

    static func ends(_ treaty: RegisteredTreaty) -> [String: String] {
      Dictionary(treaty.dates.ended.map { ($0.coder, $0.date.description) }) { first, _ in first }
    }

    private static func row(_ treaty: RegisteredTreaty) -> [String] {
      func words(_ coder: TreatyCoding.Coder) -> String {
        kinds(treaty, coder).map { $0.isEmpty ? "none" : $0.joined(separator: " ") } ?? "-"
      }
      let ends = ends(treaty).sorted { $0.key < $1.key }
      let dates = Set(ends.map(\.value))
      let ended =
        dates.count == 1
        ? dates.first ?? "" : ends.map { "\($0.key) \($0.value)" }.joined(separator: "; ")
      return [
        treaty.id, treaty.dates.signed.description, ended.isEmpty ? "open" : ended, words(.atop), words(.text),
        treaty.title,
      ]
    }

    private static func item(_ treaty: RegisteredTreaty) -> Item {
      Item(
        id: treaty.id, title: treaty.title, signed: treaty.dates.signed.description, ended: ends(treaty),
        parties: treaty.states,
        obligations: Dictionary(
          uniqueKeysWithValues: treaty.codings.map { ($0.coder.rawValue, kinds(treaty, $0.coder) ?? []) }),
        links: treaty.links.map(\.description), titleIsOurs: treaty.coded == nil)
    }
  }
}
