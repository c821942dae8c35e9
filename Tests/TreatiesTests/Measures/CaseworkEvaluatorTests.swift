import Evidence
import StateSystem
import Testing

@testable import Treaties

@Suite("Measures of coded treaties and cases")
struct CaseworkEvaluatorTests {
  /// Every example in the list of measures names real items; here they are read against the starter's own files by the command's tests. What is
  /// tested here is the form.
  @Test func everyMeasureIsListedOnceWithAnExampleOfItsOwn() throws {
    let names = CaseworkEvaluator.signatures.map(\.name)
    #expect(Set(names).count == names.count)
    for signature in CaseworkEvaluator.signatures {
      let request = try #require(MeasureRequest(signature.example), "\(signature.name)")
      #expect(request.measure == signature.name)
      #expect(request.arguments.keys.allSatisfy { signature.argument($0) != nil }, "\(signature.name)")
      #expect(CaseworkEvaluator.answers(signature.name))
    }
  }

  private let empty = CaseworkEvaluator(.empty)

  @Test(arguments: [
    ("treaty.sined treaty=x", "no measure"), ("treaty.signed", "needs the argument \"treaty\""),
    ("treaty.signed treaty=x coder=y", "no argument \"coder\""), ("treaty.signed treaty=x", "id of a coded treaty"),
    ("case.tests case=x", "id of a case file"), ("cited.figure figure=x", "id of a cited figure"),
    ("treaty.between a=CHN b=CHN", "other than a"), ("treaty.between a=CHN b=RUS period=x", "an interval"),
    ("treaty.between a=CHN b=RUS form=x", "binding, political or all"),
  ])
  func aWrongRequestIsExplained(text: String, says: String) throws {
    let request = try #require(MeasureRequest(text))
    #expect {
      try empty.evaluate(request)
    } throws: { error in
      "\(error)".contains(says)
    }
    #expect(empty.finding(for: request).result.reason?.kind == .undefined)
  }

  @Test func whereNothingIsCodedTheCountIsZeroAndSaysThatItIsASelection() throws {
    let request = try #require(MeasureRequest("treaty.between a=CHN b=RUS"))
    let finding = try empty.evaluate(request)
    #expect(finding.value == 0 && finding.notes.contains { $0.contains("not a census") })
  }
}
