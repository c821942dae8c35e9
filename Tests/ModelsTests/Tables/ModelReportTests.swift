import Testing

@testable import Models

@Suite struct ModelReportTests {
  private func report() throws -> ModelReport {
    let model = try Panel.fit(.logit, "y ~ z + factor(w)", errors: .clustered([["dyad"]], nil))
    return ModelReport([.init(model, effects: try MarginalEffects(model))], dataName: "panel.csv")
  }

  @Test func textNamesErrorsAndDroppedRows() throws {
    let text = try report().document(.text)
    #expect(
      text.hasPrefix("Logit: y ~ z + factor(w)\n\n              estimate   error       z       p       low     high\n"))
    #expect(text.contains("Errors: clustered on dyad (80), CR1.\n"))
    #expect(text.contains("17 of 400 rows dropped; missing: z in 17.\n"))
    #expect(text.contains("Average marginal effects"))
  }

  @Test func latexIsEscaped() throws {
    let model = try Panel.fit(.ols, "y ~ I(z^2) + I(z < 0)")
    let tex = ModelReport([.init(model)], dataName: "panel_1.csv").document(.tex)
    #expect(tex.contains("\\caption{Ordinary least squares: y \\~{} I(z\\^{}2) + I(z $<$ 0)}"))
    #expect(tex.contains("\\toprule") && tex.contains("\\bottomrule"))
    #expect(!tex.contains("z^2"))
  }

  @Test func modelsStandSideBySide() throws {
    let a = try Panel.fit(.logit, "y ~ z")
    let b = try Panel.fit(.logit, "y ~ z + x")
    let text = ModelReport([.init(a), .init(b)], dataName: "panel.csv").document(.md)
    let lines = text.split(separator: "\n")
    #expect(lines.first { $0.hasPrefix("|  |") } == "|  | (1) logit | (2) logit |")
    let x = try #require(lines.firstIndex { $0.hasPrefix("| x |") })
    #expect(lines[x].hasPrefix("| x |  | "), "the first model has no x")
    #expect(lines[x + 1].hasPrefix("|  |  | ("))
  }

  @Test func csvHasEveryFigureInFull() throws {
    let csv = try report().csv
    let lines = csv.split(separator: "\n")
    #expect(lines[0] == "model,kind,formula,part,term,value,error,statistic,p,low,high")
    #expect(lines[1].hasPrefix("1,logit,y ~ z + factor(w),coefficient,(Intercept),"))
    #expect(lines.contains { $0.hasPrefix("1,logit,y ~ z + factor(w),statistic,rows,383.0,") })
    #expect(lines.contains { $0.contains(",effect,w 2 - 1,") })
  }

  @Test func warningsAreTypedInJSON() throws {
    let model = try Panel.fit(.ols, "y ~ z + I(2 * z)")
    let json = ModelReport([.init(model)], dataName: "d").json
    #expect(json.models[0].warnings.map(\.code) == ["collinear"])
    #expect(json.models[0].missing == [ModelFrame.Missing(variable: "z", rows: 17)])
  }

  @Test(arguments: [
    (0.123456, "0.1235"), (12.5, "12.5000"), (1234.5, "1234.50"), (-0.0049, "-0.004900"), (0, "0.0000"),
    (0.0000123, "1.230e-5"), (-2e20, "-2.000e20"), (Double.nan, ""),
  ])
  func numbersKeepTheirDigits(_ value: Double, _ text: String) {
    #expect(NumberText.coefficient(value) == text)
  }
}
