import Foundation
import Testing

/// `entente model` and `entente similarity` run as a user runs them.
@Suite("entente model")
struct ModelCommandTests {
  private static let panel = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "ModelsTests/Fixtures/panel.csv").path

  private func model(_ words: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["model"] + words + ["--data", Self.panel])
  }

  @Test func aTableComesOutWithItsErrorsNamed() throws {
    let made = try model("logit", "--formula", "y ~ z + factor(w)", "--dyadic", "dyad,w")
    #expect(made.code == 0, "\(made.messages)")
    #expect(made.output.hasPrefix("Logit: y ~ z + factor(w)\n"))
    #expect(made.output.contains("Errors: dyadic-robust on dyad and w"))
    #expect(made.output.contains("17 of 400 rows dropped; missing: z in 17."))
  }

  @Test func jsonHasTheFiguresInFull() throws {
    let made = try model("ols", "--formula", "y ~ x", "--cluster", "dyad,year", "--format", "json")
    #expect(made.code == 0, "\(made.messages)")
    let json = try #require(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
    let models = try #require(json["models"] as? [[String: Any]])
    #expect((models[0]["errors"] as? String)?.hasPrefix("2-way clustered on dyad (80) and year (5), CR1S") == true)
    let codes = (models[0]["warnings"] as? [[String: Any]])?.compactMap { $0["code"] as? String }
    #expect(codes == ["fewClusters"])
    let figures = try #require(json["figures"] as? [[String: Any]])
    #expect(figures.contains { $0["term"] as? String == "x" && $0["value"] as? Double != nil })
    #expect(made.messages.contains("warning: few clusters"))
  }

  @Test func equalBytesOnOneThreadAndTwo() throws {
    let words = ["logit", "--formula", "y ~ x*z + region", "--effects", "--folds", "4", "--format", "csv"]
    let one = try BuiltCommand.run(["model"] + words + ["--threads", "1", "--data", Self.panel])
    let two = try BuiltCommand.run(["model"] + words + ["--threads", "2", "--data", Self.panel])
    #expect(one.output == two.output && one.output.count > 1000)
  }

  @Test func wrongUsageAndWrongDataAreToldApart() throws {
    let typo = try model("logit", "--formula", "y ~ regoin")
    #expect(typo.code == 64 && typo.messages.contains("the nearest name is \"region\""))
    let syntax = try model("logit", "--formula", "y ~ log(z")
    #expect(syntax.code == 64 && syntax.messages.contains("column 10"))
    let outcome = try model("logit", "--formula", "w ~ z")
    #expect(outcome.code == 2 && outcome.messages.contains("line 2"))
    #expect(try model("lasso", "--formula", "y ~ z").code == 64)
    #expect(try model("logit", "--formula", "y ~ z", "--cluster", "dyad", "--robust").code == 64)
  }

  @Test func similarityWithoutArchiveSaysWhatToInstall() throws {
    let made = try BuiltCommand.run(["similarity", "--years", "1946:2020"])
    #expect(made.code == 2 && made.messages.contains("entente data add"))
    let tau = try BuiltCommand.run(["similarity", "--of", "tau-b"])
    #expect(tau.code == 64 && tau.messages.contains("rank correlation"))
    #expect(try BuiltCommand.run(["similarity", "--years", "2020:1946"]).code == 64)
  }
}
