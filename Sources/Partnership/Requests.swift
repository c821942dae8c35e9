import Evidence
import StateSystem

/// The measure requests behind an assessment, written once so that what is asked, stored and printed has one key.
package struct Requests: Sendable {
  let question: Question

  package init(_ question: Question) { self.question = question }

  private func code(_ state: StateID) -> String { RequestCode.text(state) }
  private func pair(_ x: StateID, _ y: StateID) -> [String: String] {
    ["a": code(x), "b": code(y)]
  }

  /// Roll calls a figure is taken over.
  package enum Span: Sendable {
    case session(Int)
    case window
  }

  /// Sets of roll calls by what the third power did.
  package enum RollCallSet: String, Sendable, CaseIterable {
    case all, unopposed, opposed, flagged, alone
  }

  package func agreement(
    _ x: StateID, _ y: StateID, over span: Span, set: RollCallSet = .all, coding: String = "exact", filter: String = "0"
  ) -> MeasureRequest {
    var arguments = pair(x, y).merging(spanArguments(span)) { first, _ in first }
    if coding != "exact" { arguments["coding"] = coding }
    if filter != "0" { arguments["filter"] = filter }
    if set != .all { arguments["set"] = set.rawValue }
    if set != .all, set != .flagged { arguments["third"] = code(question.third) }
    return MeasureRequest("votes.agreement", arguments)
  }

  private func spanArguments(_ span: Span) -> [String: String] {
    switch span {
    case .session(let number): ["sessions": String(number)]
    case .window: ["period": question.windowDates]
    }
  }

  /// The coordination test over the window.
  ///
  /// - Parameter detail: how much the ladder is asked for, which says whether the place among all dyads is wanted.
  package func coordination(set: RollCallSet, dimensions: Int = 1, detail: Ladder.Detail = .full) -> MeasureRequest {
    var arguments = pair(question.a, question.b).merging(spanArguments(.window)) { first, _ in first }
    if set != .all { arguments["set"] = set.rawValue }
    if set != .all, set != .flagged { arguments["third"] = code(question.third) }
    if dimensions == 2 { arguments["dimensions"] = "2" }
    switch detail {
    case .full: break
    case .statuses: arguments["class"] = "present"
    case .rates: arguments["class"] = "none"
    }
    return MeasureRequest("votes.coordination", arguments)
  }

  package func coordinationRank(set: RollCallSet) -> MeasureRequest {
    MeasureRequest("votes.coordinationRank", thirdRank(set: set).arguments)
  }

  package func idealPoint(_ state: StateID, session: Int) -> MeasureRequest {
    MeasureRequest("votes.idealPoint", ["of": code(state), "session": String(session)])
  }

  package func idealPointDistance(_ x: StateID, _ y: StateID, session: Int) -> MeasureRequest {
    MeasureRequest(
      "votes.idealPointDistance", pair(min(x, y), max(x, y)).merging(["session": String(session)]) { first, _ in first }
    )
  }

  package func similarity(_ index: String, distance: String) -> MeasureRequest {
    MeasureRequest(
      "votes.similarity",
      pair(question.a, question.b).merging(
        ["sessions": question.lastSession.description, "index": index, "distance": distance]
      ) { first, _ in first })
  }

  package func thirdRank(set: RollCallSet) -> MeasureRequest {
    MeasureRequest(
      "votes.thirdRank",
      pair(question.a, question.b).merging(
        ["third": code(question.third), "period": question.windowDates, "set": set.rawValue]
      ) { first, _ in first })
  }

  package func matchedAgreement(set: RollCallSet) -> MeasureRequest {
    MeasureRequest(
      "votes.matchedAgreement",
      pair(question.a, question.b).merging(
        ["third": code(question.third), "period": question.windowDates, "set": set.rawValue]
      ) { first, _ in first })
  }

  package func tradeTotal(_ x: StateID, _ y: StateID, _ year: Int) -> MeasureRequest {
    MeasureRequest("trade.total", pair(min(x, y), max(x, y)).merging(["year": String(year)]) { first, _ in first })
  }

  package func tradeGrowth(_ year: Int) -> MeasureRequest {
    MeasureRequest(
      "trade.growth",
      pair(min(question.a, question.b), max(question.a, question.b)).merging(["year": String(year)]) { first, _ in first
      })
  }

  package func tradeRank(of partner: StateID, for state: StateID, _ year: Int, blocs: Bool = false) -> MeasureRequest {
    var arguments = ["of": code(partner), "for": code(state), "year": String(year)]
    if blocs { arguments["blocs"] = "eu15-asean" }
    return MeasureRequest("trade.rank", arguments)
  }

  package func tradeShare(of partner: StateID, for state: StateID, _ year: Int) -> MeasureRequest {
    MeasureRequest("trade.share", ["of": code(partner), "for": code(state), "year": String(year)])
  }

  package func tradeGDPShare(of partner: StateID, for state: StateID, _ year: Int) -> MeasureRequest {
    MeasureRequest("trade.gdpShare", ["of": code(partner), "for": code(state), "year": String(year)])
  }

  package func exportShare(of partner: StateID, for state: StateID, _ year: Int, basis: String) -> MeasureRequest {
    MeasureRequest(
      "trade.exportShare", ["of": code(partner), "for": code(state), "year": String(year), "basis": basis])
  }

  package func worldRank(of state: StateID, _ year: Int, flow: String = "total") -> MeasureRequest {
    MeasureRequest("trade.worldRank", ["of": code(state), "year": String(year), "flow": flow])
  }

  /// Trade of `state` with the third power over its trade with the other partner.
  package func crossPressure(_ state: StateID, _ year: Int, basis: String = "totals") -> MeasureRequest {
    let other = state == question.a ? question.b : question.a
    var arguments = [
      "a": code(state), "b": code(question.third), "over": code(other), "year": String(year),
    ]
    if basis != "totals" { arguments["basis"] = basis }
    return MeasureRequest("trade.ratio", arguments)
  }

  package func armsShare(from supplier: StateID, to recipient: StateID, _ years: ClosedRange<Int>) -> MeasureRequest {
    MeasureRequest("arms.share", armsArguments(supplier, recipient, years))
  }

  package func armsDeliveries(from supplier: StateID, to recipient: StateID, _ years: ClosedRange<Int>)
    -> MeasureRequest
  {
    MeasureRequest("arms.deliveries", armsArguments(supplier, recipient, years))
  }

  private func armsArguments(_ supplier: StateID, _ recipient: StateID, _ years: ClosedRange<Int>) -> [String: String] {
    ["from": code(supplier), "to": code(recipient), "years": text(years)]
  }

  package func jointMemberships(_ x: StateID, _ y: StateID, _ year: Int) -> MeasureRequest {
    MeasureRequest("igo.joint", pair(min(x, y), max(x, y)).merging(["year": String(year)]) { first, _ in first })
  }

  package func capability(_ measure: String, of state: StateID, _ year: Int) -> MeasureRequest {
    MeasureRequest("capability.\(measure)", ["of": code(state), "year": String(year)])
  }

  package func concentration(_ year: Int) -> MeasureRequest {
    MeasureRequest("capability.con", ["year": String(year)])
  }

  package func regime(_ measure: String, of state: StateID, _ year: Int) -> MeasureRequest {
    MeasureRequest("regime.\(measure)", ["of": code(state), "year": String(year)])
  }

  package func obligations(_ x: StateID, _ y: StateID, _ year: Int) -> MeasureRequest {
    MeasureRequest(
      "obligations.inForce", pair(min(x, y), max(x, y)).merging(["year": String(year)]) { first, _ in first })
  }

  package func alliances(_ x: StateID, _ y: StateID) -> MeasureRequest {
    MeasureRequest(
      "alliances.inForce",
      pair(min(x, y), max(x, y)).merging(["on": question.asOf.description]) { first, _ in first })
  }

  /// The level of a relationship in the last complete year.
  ///
  /// - Parameter hindsight: read off all years in place of that year and those before.
  package func relationship(_ x: StateID, _ y: StateID, hindsight: Bool = false) -> MeasureRequest {
    let year = ["year": String(question.lastYear.value)]
    return MeasureRequest(
      "relationship.level",
      pair(min(x, y), max(x, y)).merging(hindsight ? year : year.merging(["given": "past"]) { first, _ in first }) {
        first, _ in first
      })
  }

  package func disputesBetween(_ x: StateID, _ y: StateID, source: String = "cow") -> MeasureRequest {
    MeasureRequest(
      "disputes.between",
      pair(min(x, y), max(x, y)).merging(["years": text(conductRange), "source": source]) { first, _ in first })
  }

  package func disputesJoined(source: String = "cow") -> MeasureRequest {
    MeasureRequest("disputes.joined", conductArguments.merging(["source": source]) { first, _ in first })
  }

  package var warsJoined: MeasureRequest { MeasureRequest("wars.joined", conductArguments) }
  package var sanctionsJoined: MeasureRequest { MeasureRequest("sanctions.joined", conductArguments) }
  package var sanctionsExchange: MeasureRequest { MeasureRequest("sanctions.exchange", conductArguments) }

  package var sanctionsArms: MeasureRequest { MeasureRequest("sanctions.arms", conductArguments) }

  package func sanctionsBetween(_ sender: StateID, _ target: StateID) -> MeasureRequest {
    MeasureRequest(
      "sanctions.inForce", ["sender": code(sender), "target": code(target), "years": text(question.windowRange)])
  }

  package func rivalry(_ x: StateID, _ y: StateID) -> MeasureRequest {
    MeasureRequest(
      "rivalry.active",
      pair(min(x, y), max(x, y)).merging(["year": question.lastYear.description]) { first, _ in first })
  }

  /// Disputes, wars and sanctions are rare, so conduct is read over the years of the series rather than the window.
  package var conductRange: ClosedRange<Int> { question.seriesRange }

  private var conductArguments: [String: String] {
    pair(question.a, question.b).merging(["third": code(question.third), "years": text(conductRange)]) { first, _ in
      first
    }
  }

  private func text(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? String(years.lowerBound) : "\(years.lowerBound)-\(years.upperBound)"
  }
}
