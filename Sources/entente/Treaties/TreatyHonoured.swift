import ArgumentParser
import Evidence
import Insights
import StateSystem
import Treaties

extension TreatyCommand {
  /// `entente treaty honoured`.
  struct Honoured: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "honoured",
      abstract: "How often such pledges were honoured in war, and what a pair's pledges imply.",
      discussion: """
        Without states: base rates by obligation, period and type. With two states and a day: their pledges in force, the \
        rates of alliances with such pledges, and every war in which a treaty of theirs could have been called on.

        Examples:
          entente treaty honoured
          entente treaty honoured --coder berkemeier --format csv
          entente treaty honoured RUS CHN --on 1955-01-01
        """)

    @Argument(help: "Two states.")
    var states: [String] = []

    @Option(name: .customLong("on"), help: "The day, YYYY-MM-DD.")
    var on: String?

    @Option(help: "Whose rules: leeds or berkemeier.")
    var coder: FulfilmentRates.Coder = .leeds

    @OptionGroup var options: TreatyOptions

    func run() throws {
      try CommandFailure.treaty {
        let opened = try options.open([.allianceCalls])
        guard states.isEmpty else {
          try pair(opened)
          return
        }
        guard let calls = opened.record.allianceCalls else { throw Self.missing }
        let rates = FulfilmentRates(calls, opened.collection).table(by: coder)
        if options.output == .json {
          Terminal.print(try OutputForm.json(rates))
        } else {
          Terminal.print(try Self.table(rates).rendered(options.output))
        }
      }
    }

    private static let missing = CommandFailure.data(
      "the record of calls on alliances is not in the archive; `entente data add alliance-calls` says how to install it"
    )

    private static func table(_ rates: [FulfilmentRates.Rate]) -> TextTable {
      TextTable(
        columns: ["alliances", "coder", "honoured", "called on", "rate", "95 %", "not called on"],
        rows: rates.map { rate in
          let called = rate.honoured + rate.violated
          let words: (String, String)
          switch rate.result {
          case .covered(let estimate):
            words = (
              FigureWords.value(estimate.value, .share), FigureWords.interval(estimate.interval, .share)
            )
          case .notCovered(let reason), .suppressed(let reason): words = ("not covered", reason.detail)
          }
          return [
            rate.group.words, rate.coder.rawValue, String(rate.honoured), String(called), words.0, words.1,
            String(rate.notCalledOn),
          ]
        })
    }

    private struct Document: Encodable {
      struct Treaty: Encodable {
        let id: String
        let title: String
        let status: TreatyStatus
      }
      struct Pledge: Encodable {
        let obligation: String
        let treaties: [String]
        let rates: [FulfilmentRates.Rate]
      }
      let states: [StateID]
      let day: Day
      let treaties: [Treaty]
      let pledges: [Pledge]
      let calls: [FulfilmentRates.Call]
    }

    private func pair(_ opened: OpenedTreaties) throws {
      guard states.count == 2, let on else {
        throw CommandFailure.usage(
          "expected two states and --on, such as: entente treaty honoured RUS CHN --on 1955-01-01")
      }
      let day = try treatyDay(on, "--on")
      let ids = try states.map { try State.find($0, on: day).id }
      guard let dyad = Dyad(ids[0], ids[1]) else { throw CommandFailure.usage("the two states are the same") }
      options.warn(opened)
      let rates = opened.record.allianceCalls.map { FulfilmentRates($0, opened.collection) }
      let pair = PairPledges(dyad, on: day, opened.collection, rates)
      if rates == nil { Terminal.message("note: \(Self.missing.message)") }
      switch options.output {
      case .json:
        Terminal.print(
          try OutputForm.json(
            Document(
              states: ids, day: day,
              treaties: pair.inForce.map { .init(id: $0.treaty.id, title: $0.treaty.title, status: $0.status) },
              pledges: pair.pledges.map { .init(obligation: $0.kind.rawValue, treaties: $0.treaties, rates: $0.rates) },
              calls: pair.calls)))
      case .csv, .md:
        Terminal.print(try Self.table(pair.pledges.flatMap(\.rates)).rendered(options.output))
      case .text: Terminal.print(try Self.text(pair))
      }
    }

    private static func text(_ pair: PairPledges) throws -> String {
      func name(_ id: StateID) -> String { State[id]?.name(on: pair.day) ?? "\(id)" }
      var out = "\(name(pair.dyad.first)) and \(name(pair.dyad.second)) on \(pair.day)\n\nIn force\n"
      if pair.inForce.isEmpty { out += "  no treaty between the two\n" }
      for (treaty, status) in pair.inForce {
        out += "  \(treaty.id)  \(treaty.title): \(status.sentence)\n"
      }
      out += "\nPledged, and how often alliances with such a pledge were honoured when called on\n"
      if pair.pledges.isEmpty { out += "  none of the five obligations\n" }
      for pledge in pair.pledges {
        out += "  \(pledge.kind.words) (\(pledge.treaties.joined(separator: ", ")))\n"
        for rate in pledge.rates {
          let words: String
          switch rate.result {
          case .covered(let estimate):
            words =
              "\(FigureWords.value(estimate.value, .share)) (\(FigureWords.interval(estimate.interval, .share))), "
              + "\(rate.honoured) of \(rate.honoured + rate.violated)"
          case .notCovered(let reason), .suppressed(let reason): words = reason.detail
          }
          out += "    \(rate.group.words), \(rate.coder.words): \(words)\n"
        }
      }
      out += "\nWars in which a treaty of the two could have been called on\n"
      if pair.calls.isEmpty { out += "  none coded\n" }
      for call in pair.calls {
        out +=
          "  \(call.year) \(call.war), \(call.alliance): \(call.leeds.words)"
          + (call.leeds == call.berkemeier ? "\n" : " (\(call.berkemeier.words) by Berkemeier and Fuhrmann)\n")
      }
      return out
    }
  }
}

extension FulfilmentRates.Coder: ExpressibleByArgument {}
