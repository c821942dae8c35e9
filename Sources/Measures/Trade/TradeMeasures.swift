/// Measures over recorded trade between states.
enum TradeMeasures {
  static let all: [MeasureDefinition] = [
    TradeTotal.definition, TradeImports.definition, TradeGrowth.definition, TradeRank.definition,
    TradeShare.definition, TradeGDPShare.definition, ExportShare.definition, WorldTradeRank.definition,
    TradeRatio.definition,
    CrossPressure.definition, TradeSymmetry.definition,
  ]
}
