import Evidence
import Record
import Testing

@testable import Measures

struct MeasureCatalogueTests {
  static let own = ["votes", "trade", "arms", "igo", "capability", "regime"]

  @Test func namesAreUnique() {
    #expect(Set(MeasureCatalogue.all.map(\.name)).count == MeasureCatalogue.all.count)
    #expect(MeasureCatalogue.byName.count == MeasureCatalogue.all.count)
  }

  @Test("the declared measures are there")
  func names() {
    let names = Set(MeasureCatalogue.all.map(\.name))
    let declared = [
      "votes.agreement", "votes.similarity", "votes.thirdRank", "trade.total", "trade.imports", "trade.growth",
      "trade.rank", "trade.share", "trade.gdpShare", "trade.exportShare", "trade.worldRank", "trade.ratio",
      "trade.crossPressure",
      "trade.symmetry", "arms.deliveries", "arms.share", "arms.dependence", "igo.joint", "igo.member",
      "capability.cinc", "capability.con", "capability.milex", "capability.gdp", "capability.gdpPerHeadProduct",
      "regime.polyarchy", "regime.polity2", "regime.distance",
    ]
    for name in declared { #expect(names.contains(name), "\(name)") }
  }

  @Test("every example is a request of its measure that an empty record answers with what to install")
  func examples() throws {
    let evaluate = RecordEvaluator(Record())
    for measure in MeasureCatalogue.all {
      let request = try #require(MeasureRequest(measure.example), "\(measure.name)")
      #expect(request.measure == measure.name)
      let finding = try evaluate.evaluate(request)
      #expect(finding.result.reason?.kind == .notInstalled, "\(measure.name)")
      #expect(finding.panel == measure.panel)
      #expect(finding.request == request)
    }
  }

  @Test func nearestNames() {
    #expect(MeasureCatalogue.nearest(to: "votes.agrement") == ["votes.agreement"])
    #expect(MeasureCatalogue.nearest(to: "trade.shares").first == "trade.share")
    #expect(MeasureCatalogue.nearest(to: "votes.zzzzzzzzzz").contains("votes.similarity"))
    #expect(MeasureCatalogue.nearest(to: "qqqqqqqqqqqq").isEmpty)
  }
}
