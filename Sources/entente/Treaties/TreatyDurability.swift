import Archive
import ArgumentParser
import Charts
import Evidence
import Insights
import Statistics
import Treaties

extension TreatyCommand {
  /// `entente treaty durability`.
  struct Durability: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "durability",
      abstract: "How bilateral treaties end, what hastens each end, and how one in force may end.",
      discussion: """
        A hazard model of each way of ending (run out, broken, renegotiated, a party gone), with covariates that change from \
        year to year, and the share that had ended in each way by an age. With a treaty in force: the years ahead, marked \
        where they extrapolate.

        Examples:
          entente treaty durability
          entente treaty durability ATOP:4980 --years 20 --svg durability.svg
          entente treaty durability --incidence --format csv
          entente treaty durability --rows > rows.csv
          entente treaty durability --into Sources/Starter/Data/results
        """)

    @Argument(help: "A bilateral treaty in force when coding ended.")
    var treaty: String?

    @Flag(help: "Show the share of treaties ended in each way by age, without covariates.")
    var incidence = false

    @Flag(help: "Print the rows of the models as CSV, for other programs.")
    var rows = false

    @Option(help: "Years to look ahead.")
    var years = 20

    @Option(help: "Resamples of treaties for the intervals of a forecast.")
    var resamples = 100

    @Option(help: "Seed of the resamples.")
    var seed: UInt64 = 1

    @Option(help: "Folder to write the forecasts of all treaties in force into.")
    var into: String?

    @Option(help: "Also draw the forecast into this SVG file.")
    var svg: String?

    @OptionGroup var options: TreatyOptions

    func run() throws {
      try CommandFailure.treaty {
        let opened = try options.open([.capabilities, .polity, .majors, .rivalries])
        guard let data = DurabilityRows(opened.collection, opened.record) else {
          throw CommandFailure.data(opened.collection.atop.reason?.detail ?? "ATOP is not installed")
        }
        if rows {
          Terminal.print(try Self.rowTable(data).rendered(.csv))
          return
        }
        for (covariate, count) in data.missing.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          Terminal.message(
            "note: \(covariate.words) is not known in \(count) of \(data.rows.count) treaty-years"
              + (covariate.part.map { " (\($0))" } ?? ""))
        }
        guard !data.complete.isEmpty else {
          throw CommandFailure.data(
            "no treaty-year has every covariate; the models need cow-nmc, polity5, cow-majors and tss-rivalries besides atop"
          )
        }
        let fit: DurabilityFit
        do {
          fit = try DurabilityFit(data)
        } catch {
          throw CommandFailure.data("the models cannot be fitted: \(error)")
        }
        if let into {
          try store(data, fit, opened, into)
        } else if let treaty {
          try forecast(try opened.collection.treaty(treaty).id, data, fit)
        } else if incidence {
          Terminal.print(try Self.incidenceTable(fit).rendered(options.output))
        } else if options.output == .json {
          Terminal.print(try OutputForm.json(fit.causes))
        } else {
          Terminal.print(try Self.causeTable(fit).rendered(options.output))
          Terminal.message(Self.summary(fit, data))
        }
      }
    }

    private func forecast(_ id: String, _ data: DurabilityRows, _ fit: DurabilityFit) throws {
      guard years >= 1, resamples >= 40 else {
        throw CommandFailure.usage("expected --years of at least 1 and --resamples of at least 40")
      }
      let result = DurabilityForecast.of(id, data, fit, years: Array(1...years), resamples: resamples, seed: seed)
      guard case .covered(let forecast) = result else {
        throw CommandFailure.data(result.reason?.detail ?? "not covered")
      }
      if options.output == .json {
        Terminal.print(try OutputForm.json(forecast))
      } else {
        Terminal.print(try Self.forecastTable(forecast).rendered(options.output))
      }
      if forecast.points.contains(where: \.extrapolates) {
        Terminal.message("note: rows marked so extrapolate; circumstances are kept as they were on \(forecast.from)")
      }
      if let svg {
        try Terminal.write(forecast.figure.svg(prefix: "treaty-durability", form: .file), to: svg)
        Terminal.message("wrote \(svg)")
      }
    }

    /// Writes the forecasts of every treaty that has one.
    private func store(_ data: DurabilityRows, _ fit: DurabilityFit, _ opened: OpenedTreaties, _ folder: String) throws
    {
      let treaties = opened.collection.treaties.map(\.id).filter { $0.hasPrefix("ATOP:") }
      let forecasts = DurabilityForecast.of(
        treaties, data, fit, years: StoredDurability.years, resamples: resamples, seed: seed
      ).compactMap(\.value)
      let text = try StoredDurability.text(
        forecasts, atop: opened.collection.atop.value?.version ?? "", from: data.lastDay,
        resamples: forecasts.first?.resamples ?? 0, seed: seed)
      try Terminal.write(text, to: "\(folder)/\(StoredDurability.fileName)")
      Terminal.message("wrote \(forecasts.count) forecasts to \(folder)/\(StoredDurability.fileName)")
    }

    private static func causeTable(_ fit: DurabilityFit) -> TextTable {
      var table = TextTable(
        columns: [
          "ending", "events", "covariate", "hazard ratio", "95 %", "coefficient", "error", "p", "proportional p",
        ],
        rows: [])
      for cause in fit.causes {
        for term in cause.terms {
          table.rows.append([
            cause.ending.rawValue, String(cause.events), term.covariate.rawValue, fixed(term.hazardRatio, 2),
            "\(fixed(term.low, 2)) to \(fixed(term.high, 2))", fixed(term.coefficient, 3), fixed(term.error, 3),
            fixed(term.significance, 3), fixed(term.proportionality, 3),
          ])
        }
      }
      return table
    }

    private static func summary(_ fit: DurabilityFit, _ data: DurabilityRows) -> String {
      var lines = [
        "\(fit.rowsUsed) treaty-years of \(fit.treaties) bilateral treaties; \(fit.rowsLeftOut) treaty-years left out for a missing covariate; \(data.leftOut) treaties left out for their members"
      ]
      for cause in fit.causes {
        lines.append(
          "\(cause.ending.words): concordance \(fixed(cause.concordance, 3)) (error \(fixed(cause.concordanceError, 3))), "
            + "log likelihood \(fixed(cause.logLikelihood, 2)) against \(fixed(cause.nullLogLikelihood, 2)), "
            + "proportional hazards p \(fixed(cause.proportionality, 3))")
        lines += cause.warnings.map { "warning: \($0)" }
      }
      return lines.joined(separator: "\n")
    }

    private static func incidenceTable(_ fit: DurabilityFit) -> TextTable {
      TextTable(
        columns: ["age", "at risk"] + DurabilityRows.causes.flatMap { [$0.rawValue, "\($0.rawValue) 95 %"] } + [
          "in force"
        ],
        rows: fit.incidence.map { point in
          var row = [fixed(point.age, 0), String(point.atRisk)]
          for (share, interval) in zip(point.shares, point.intervals) {
            row += [fixed(share, 3), interval.map { "\(fixed($0.low, 3)) to \(fixed($0.high, 3))" } ?? ""]
          }
          return row + [fixed(point.surviving, 3)]
        })
    }

    private static func forecastTable(_ forecast: DurabilityForecast) -> TextTable {
      TextTable(
        columns: ["years ahead", "age", "in force", "in force 95 %"]
          + DurabilityRows.causes.flatMap { [$0.rawValue, "\($0.rawValue) 95 %"] } + ["at risk", "extrapolates"],
        rows: forecast.points.map { point in
          func ends(_ interval: Interval?) -> String {
            interval.map { "\(fixed($0.low, 3)) to \(fixed($0.high, 3))" } ?? ""
          }
          var row = [
            String(point.years), fixed(point.age, 1), fixed(point.surviving, 3), ends(point.survivingInterval),
          ]
          for (share, interval) in zip(point.shares, point.intervals) { row += [fixed(share, 3), ends(interval)] }
          return row + [String(point.atRisk), point.extrapolates ? "yes" : "no"]
        })
    }

    private static func rowTable(_ data: DurabilityRows) -> TextTable {
      TextTable(
        columns: ["treaty", "year", "start", "stop", "cause", "ending"] + DurabilityCovariate.allCases.map(\.rawValue),
        rows: data.rows.map { row in
          [row.treaty, String(row.year), "\(row.start)", "\(row.stop)", String(row.cause), row.ending.rawValue]
            + row.covariates.map { $0.isNaN ? "" : "\($0)" }
        })
    }
  }
}
