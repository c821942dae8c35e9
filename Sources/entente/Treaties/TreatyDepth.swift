import ArgumentParser
import Evidence
import Insights
import StateSystem
import Treaties

extension TreatyCommand {
  /// `entente treaty depth`.
  struct Depth: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "depth",
      abstract: "Depth and scope of treaties: two latent axes from their provisions, each with an interval.",
      discussion: """
        Depth is what the parties give up and build in peacetime; scope is how much help they owe and in how many \
        circumstances. The axes are never added. Without --fit the scores computed before and kept in the starter are shown.

        Examples:
          entente treaty depth ATOP:3200 ATOP:4980
          entente treaty depth --top 10 --axis depth
          entente treaty depth --items
          entente treaty depth --fit --into Sources/Starter/Data/results
        """)

    @Argument(help: "Treaties to show; none shows all.")
    var treaties: [String] = []

    @Flag(help: "Fit the model again on the archive's alliance files; takes about a minute.")
    var fit = false

    @Flag(help: "Show loadings, fit and convergence instead of scores.")
    var items = false

    @Option(help: "Order by this axis: depth or scope.")
    var axis: ProvisionItem.Axis?

    @Option(help: "Show this many, the highest on the axis first.")
    var top: Int?

    @Option(help: "Seed of a new fit.")
    var seed: UInt64 = 1

    @Option(help: "Sweeps a chain of a new fit, after a quarter as many of warm-up.")
    var sweeps = 4_000

    @Flag(
      help: "Let the axes correlate in the prior of a new fit: each is then also measured by the other's provisions.")
    var correlated = false

    @Option(help: "Folder to write a new fit into.")
    var into: String?

    @OptionGroup var options: TreatyOptions

    func run() throws {
      try CommandFailure.treaty {
        let opened = try options.open()
        let (result, version) = try scores(opened)
        if items {
          Terminal.print(try itemTable(result).rendered(options.output))
          Terminal.message(Self.fitLines(result))
        } else {
          Terminal.print(try scoreTable(result, version, opened.collection).rendered(options.output))
        }
        if !result.isConverged {
          Terminal.message(
            "warning: not converged: largest R-hat \(fixed(result.largestRHat, 3)), fewest effective draws \(fixed(result.smallestBulkESS, 0)); ask for more --sweeps"
          )
        }
      }
    }

    private func scores(_ opened: OpenedTreaties) throws -> (DepthFit, String) {
      guard fit else {
        guard let stored = try StoredDepth.load(from: opened.content.results) else {
          throw CommandFailure.data("no scores have been computed; `entente treaty depth --fit` computes them")
        }
        return (stored.fit, stored.atop)
      }
      guard case .covered(let vintage) = opened.collection.atop else {
        throw CommandFailure.data(opened.collection.atop.reason?.detail ?? "ATOP is not installed")
      }
      guard sweeps >= 400 else { throw CommandFailure.usage("--sweeps \(sweeps): expected 400 or more") }
      let data = ProvisionData(opened.collection)
      Terminal.message("fitting \(data.treaties.count) treaties on \(data.items.count) provisions")
      let settings = DepthModel.Options(
        warmup: sweeps / 4, sweeps: sweeps, thinning: 4, seed: seed, correlatedAxes: correlated)
      guard let result = DepthModel.fit(data, options: settings) else {
        throw CommandFailure.inner("the model could not be fitted to \(data.treaties.count) treaties")
      }
      if let into {
        try Terminal.write(StoredDepth.text(result, atop: vintage.version), to: "\(into)/\(StoredDepth.fileName)")
        Terminal.message("wrote \(into)/\(StoredDepth.fileName)")
      }
      return (result, vintage.version)
    }

    private func scoreTable(_ result: DepthFit, _ version: String, _ collection: TreatyCollection) throws -> TextTable {
      var wanted = try treaties.map { key in
        if let treaty = collection[key] { return treaty.id }
        if result.score(key) != nil { return key }
        return try collection.treaty(key).id
      }
      if wanted.isEmpty { wanted = result.scores.map(\.treaty) }
      if axis != nil || top != nil {
        let axis = axis ?? .depth
        let value = Dictionary(result.scores.map { ($0.treaty, $0.on(axis).mean) }) { first, _ in first }
        wanted.sort { (value[$0] ?? -.infinity, $1) > (value[$1] ?? -.infinity, $0) }
        wanted = Array(wanted.prefix(top ?? wanted.count))
      }
      var table = TextTable(
        columns: [
          "treaty", "depth", "depth 90 %", "depth percentile", "scope", "scope 90 %", "scope percentile",
          "depth provisions",
          "scope provisions", "title",
        ], rows: [])
      for treaty in wanted {
        var row = [treaty]
        for axis in ProvisionItem.Axis.allCases {
          switch result.estimate(treaty, axis, version: version) {
          case .covered(let (estimate, place)):
            let ends = estimate.interval.map { "\(fixed($0.low, 2)) to \(fixed($0.high, 2))" } ?? ""
            row += [fixed(estimate.value, 2), ends, fixed(place.value * 100, 0)]
          case .notCovered(let reason), .suppressed(let reason):
            row += ["not covered", "", ""]
            Terminal.message("note: \(reason.detail)")
          }
        }
        let coding = collection[treaty]?.coding(by: .atop)
        for axis in ProvisionItem.Axis.allCases {
          let provisions = coding?.provisions(on: axis).map { $0.isEmpty ? "none" : $0.joined(separator: ", ") }
          row.append(provisions ?? "not installed")
        }
        table.rows.append(row + [collection[treaty]?.title ?? ""])
      }
      return table
    }

    private func itemTable(_ result: DepthFit) -> TextTable {
      TextTable(
        columns: ["axis", "provision", "loading", "90 %", "explained", "cut points", "treaties by level", "missing"],
        rows: result.items.map { item in
          [
            item.item.axis.rawValue, item.item.name, fixed(item.loading.mean, 2),
            "\(fixed(item.loading.low, 2)) to \(fixed(item.loading.high, 2))", fixed(item.explained, 2),
            item.cuts.map { fixed($0, 2) }.joined(separator: " "),
            zip(item.item.levels, item.counts).map { "\($0) \($1)" }.joined(separator: ", "), String(item.missing),
          ]
        })
    }

    static func fitLines(_ result: DepthFit) -> String {
      var lines = result.axes.map { axis in
        "\(axis.axis.rawValue): reliability \(fixed(axis.reliability, 2)); most dependent after the axis: "
          + "\(axis.mostDependent.joined(separator: " and ")) (residual correlation \(fixed(axis.residualCorrelation, 2)))"
      }
      let r = result.correlation
      lines.append(
        "correlation of the axes \(fixed(r.mean, 2)) (\(fixed(r.low, 2)) to \(fixed(r.high, 2))); largest R-hat "
          + "\(fixed(result.largestRHat, 3)), fewest effective draws \(fixed(result.smallestBulkESS, 0))")
      return lines.joined(separator: "\n")
    }
  }
}

extension ProvisionItem.Axis: ExpressibleByArgument {}

/// A number with fixed places.
func fixed(_ value: Double, _ places: Int) -> String {
  guard value.isFinite else { return "not a number" }
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let scaled = Int((value.magnitude * scale).rounded())
  let digits = String(scaled)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  let sign = value < 0 && scaled > 0 ? "-" : ""
  return places == 0 ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
}
