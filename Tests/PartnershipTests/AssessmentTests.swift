import Evidence
import Foundation
import StateSystem
import Testing
import Treaties

@testable import Partnership

struct AssessmentTests {
  @Test func theOrderOfThePartnersChangesRolesNotValues() throws {
    // Symmetric measures are asked with one key whichever partner is named first.
    let question = try worked()
    let other = try Question(365, 710, third: 2, asOf: question.asOf)
    let one = Requests(question)
    let two = Requests(other)
    #expect(one.tradeTotal(710, 365, 2001) == two.tradeTotal(365, 710, 2001))
    #expect(one.jointMemberships(710, 365, 2001) == two.jointMemberships(365, 710, 2001))
    #expect(one.obligations(710, 365, 2001) == two.obligations(365, 710, 2001))
  }

  @Test func anAssessmentWithoutDataIsWholeAndSaysSo() throws {
    let assessment = Assessment(try worked(), evaluator: ScriptedEvaluator.nothing, coded: .empty)
    #expect(assessment.panels.map(\.panel) == Panel.allCases)
    #expect(assessment.allFindings.count > 80)
    #expect(assessment.allFindings.allSatisfy { $0.finding.estimate == nil })
    #expect(assessment.limit.outcome == .unknown)
    #expect(assessment.weighing.preferred == nil)
    #expect(assessment.multiverse.range == nil)
    #expect(assessment.multiverse.cells.count == 20)
  }

  @Test func rolesAreUnique() throws {
    let assessment = Assessment(try worked(), evaluator: ScriptedEvaluator.nothing, coded: .empty)
    let roles = assessment.allFindings.map(\.role)
    #expect(Set(roles).count == roles.count)
  }

  @Test func anAssessmentSurvivesJSON() throws {
    let evaluator = ScriptedEvaluator { _ in ScriptedEvaluator.value(0.4) }
    let assessment = Assessment(try worked(), evaluator: evaluator, coded: .empty)
    let data = try JSONEncoder().encode(assessment)
    #expect(try JSONDecoder().decode(Assessment.self, from: data) == assessment)
  }

  @Test func theMultiverseCountsOnlyCoveredCells() throws {
    let evaluator = ScriptedEvaluator { request in
      request["filter"] == "30"
        ? .notCovered(Reason(.tooFew, "3 roll calls"))
        : ScriptedEvaluator.value(request["coding"] == "graded" ? 0.9 : 0.7)
    }
    let multiverse = Multiverse(Requests(try worked()), evaluator)
    #expect(multiverse.range == 0.7...0.9)
    #expect(multiverse.share { $0 > 0.8 } == 3.0 / 15.0)
  }
}

struct WeighingTests {
  private func item(_ answer: Discrimination.Answer, _ expected: [Hypothesis: Bool]) -> Discrimination {
    Discrimination(statement: "s", expected: expected, answer: answer, observation: "o", basis: [])
  }

  @Test func aReadingIsPreferredOnlyWhenItAloneFitsBest() {
    let both: [Hypothesis: Bool] = [.allianceInTheMaking: true, .rhetorical: false, .hedgedConvenience: false]
    let hedge: [Hypothesis: Bool] = [.allianceInTheMaking: true, .rhetorical: false, .hedgedConvenience: true]
    #expect(Weighing(evidence: [item(.no, both), item(.no, both), item(.no, both)]).preferred == nil)
    #expect(
      Weighing(evidence: [item(.no, both), item(.no, both), item(.yes, hedge)]).preferred == .hedgedConvenience)
    #expect(Weighing(evidence: [item(.yes, hedge), item(.notCovered, both)]).preferred == nil)
  }

  @Test func whatIsNotCoveredNeitherFitsNorMisfits() {
    let asked = item(.notCovered, [.rhetorical: true])
    #expect(asked.fits(.rhetorical) == nil)
    #expect(item(.yes, [.rhetorical: true]).fits(.hedgedConvenience) == nil)
  }
}

struct ClaimResultTests {
  @Test func ranksMustBeEqualAndSharesNear() {
    #expect(ClaimResult.agrees(8, with: 8, unit: .rank))
    #expect(!ClaimResult.agrees(9, with: 8, unit: .rank))
    #expect(ClaimResult.agrees(7.9, with: 8, unit: .ratio))
    #expect(!ClaimResult.agrees(16.3, with: 8, unit: .ratio))
  }
}
