import Evidence
import Record

/// A record with the indices that measures share, each made once, when it is first needed.
///
/// An index is `nil` where the record has no such table.
package final class PreparedRecord: Sendable {
  package let record: Record

  private let voteIndex = Once<VoteIndex?>()
  private let tradeIndex = Once<TradeIndex?>()
  private let nationalTradeIndex = Once<StateYearIndex?>()
  private let transferIndex = Once<TransferIndex?>()
  private let membershipIndex = Once<MembershipIndex?>()
  private let capabilityIndex = Once<StateYearIndex?>()
  private let economyIndex = Once<StateYearIndex?>()
  private let currentEconomyIndex = Once<StateYearIndex?>()
  private let polityIndex = Once<StateYearIndex?>()
  private let democracyIndex = Once<StateYearIndex?>()
  private let predictionIndex = Once<PredictionIndex?>()
  private let planePredictionIndex = Once<PredictionIndex?>()
  let disputeIndices = Memo<SourceYears, DisputeIndex>()
  let disputeClasses = Memo<SourceYears, [Double]?>()
  let warSides = Memo<SourceYears, [WarSides]>()
  let joiningRates = Memo<SourceYears, JoiningBaseRates>()
  let sanctionClasses = Memo<SourceYears, [Double]>()
  let pairClasses = Memo<ThirdYears, [Double]>()
  let obligationLookups = Memo<SourceYears, ObligationLookup>()
  private let sanctionIndex = Once<SanctionIndex?>()
  /// Values of all states by column and year.
  let yearColumns = Memo<YearColumn, [Double]>()

  package init(_ record: Record) { self.record = record }

  var votes: VoteIndex? { voteIndex.value { record.rollCalls.map(VoteIndex.init) } }
  var trade: TradeIndex? { tradeIndex.value { record.trade.map(TradeIndex.init) } }
  /// Held-out predictions of the fit in one dimension.
  var predictions: PredictionIndex? {
    predictionIndex.value { record.predictions.map { PredictionIndex($0, positions: record.positions?.table) } }
  }
  /// Held-out predictions of the fit in two dimensions.
  var predictionsInPlane: PredictionIndex? {
    planePredictionIndex.value {
      record.predictionsInPlane.map { PredictionIndex($0, positions: record.positionsInPlane?.table) }
    }
  }
  var transfers: TransferIndex? { transferIndex.value { record.transfers.map(TransferIndex.init) } }
  var memberships: MembershipIndex? { membershipIndex.value { record.memberships.flatMap(MembershipIndex.init) } }

  var sanctions: SanctionIndex? { sanctionIndex.value { record.sanctions.map { SanctionIndex($0.table) } } }

  var nationalTrade: StateYearIndex? {
    nationalTradeIndex.value {
      record.nationalTrade.map { StateYearIndex(states: $0.table.states, years: $0.table.years) }
    }
  }

  var capabilities: StateYearIndex? {
    capabilityIndex.value {
      record.capabilities.map { StateYearIndex(states: $0.table.states, years: $0.table.years) }
    }
  }

  var economies: StateYearIndex? {
    economyIndex.value { record.economies.map { StateYearIndex(states: $0.table.states, years: $0.table.years) } }
  }

  var currentEconomies: StateYearIndex? {
    currentEconomyIndex.value {
      record.currentEconomies.map { StateYearIndex(states: $0.table.states, years: $0.table.years) }
    }
  }

  var polity: StateYearIndex? {
    polityIndex.value { record.polity.map { StateYearIndex(states: $0.table.states, years: $0.table.years) } }
  }

  var democracy: StateYearIndex? {
    democracyIndex.value { record.democracy.map { StateYearIndex(states: $0.table.states, years: $0.table.years) } }
  }
}
