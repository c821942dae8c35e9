import Archive
import ArgumentParser
import Foundation
import IdealPoints
import Record
import StateSystem

/// What a fit of ideal points is told.
struct FitOptions: ParsableArguments {
  @Option(help: "Only roll calls on this subject: me, nu, di, hr, co or ec; may be repeated.")
  var issue: [String] = []

  @Option(help: "Leave out roll calls on this subject; may be repeated.")
  var without: [String] = []

  @Flag(help: "Only roll calls flagged as important by the US State Department.")
  var important = false

  @Option(help: "Only these sessions, such as 46-57.")
  var sessions: String?

  @Option(help: "random-walk or published: what ties a state's positions together over sessions.")
  var prior = PositionPrior.randomWalk.rawValue

  @Option(
    help: """
      published or corrected: whether the published prior is sampled as in the published code, whose acceptance of cut points is \
      incomplete, or rightly and from dispersed starts.
      """)
  var sampler: String?

  @Option(help: "category, half-way, missing, no or yes: how an abstention is read.")
  var abstention = "category"

  @Option(help: "Dimensions of the positions, 1 or 2.")
  var dimensions = 1

  @Option(help: "Chains, run side by side.")
  var chains = 4

  @Option(help: "Sweeps of each chain that adapt and are thrown away.")
  var warmup: Int?

  @Option(help: "Sweeps of each chain that are kept.")
  var draws: Int?

  @Option(help: "Seed: equal seeds give equal bytes, on any number of cores.")
  var seed: UInt64 = 1

  @Option(help: "The state whose mean position is positive.")
  var anchor = "USA"

  var options: IdealPointOptions {
    get throws {
      guard let prior = PositionPrior(rawValue: prior) else {
        throw CommandFailure.usage(
          "--prior \(prior): expected \(PositionPrior.allCases.map(\.rawValue).joined(separator: " or "))")
      }
      var options = IdealPointOptions(
        selection: try selection, prior: prior, chains: chains, seed: seed,
        anchor: try State.find(anchor, on: nil).id)
      if prior == .published { options.useLongChains() }
      if let sampler {
        guard prior == .published, let known = PublishedSampler(rawValue: sampler) else {
          throw CommandFailure.usage("--sampler \(sampler): expected published or corrected, with --prior published")
        }
        options.publishedSampler = known
      }
      options.dimensions = dimensions
      if dimensions == 2 { options.usePlaneChains() }
      if let warmup { options.warmup = warmup }
      if let draws {
        options.draws = draws
        options.itemThinning = max(draws * chains / 700, 1)
      }
      return options
    }
  }

  private var selection: VoteSelection {
    get throws {
      var selection = VoteSelection(importantOnly: important)
      let chosen = try Self.issues(issue, option: "--issue")
      if !issue.isEmpty { selection.issues = chosen }
      selection.without = try Self.issues(without, option: "--without")
      let allowed = VoteSelection.Abstention.allCases.map(\.name)
      guard let reading = VoteSelection.Abstention.allCases.first(where: { $0.name == abstention }) else {
        throw CommandFailure.usage("--abstention \(abstention): expected one of \(allowed.joined(separator: ", "))")
      }
      selection.abstention = reading
      if let sessions {
        let ends = sessions.split(whereSeparator: { $0 == "-" || $0 == ":" }).map { Int($0) }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, 1 <= first, first <= last
        else { throw CommandFailure.usage("--sessions \(sessions): expected a session or a range such as 46-57") }
        selection.sessions = first...last
      }
      return selection
    }
  }

  private static func issues(_ codes: [String], option: String) throws -> IssueSet {
    try codes.reduce(into: IssueSet()) { set, code in
      guard let issue = IssueSet(code: code) else {
        throw CommandFailure.usage("\(option) \(code): expected me, nu, di, hr, co or ec")
      }
      set.formUnion(issue)
    }
  }
}

/// Which archive, and whose votes.
struct FitArchiveOptions: ParsableArguments {
  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  @Option(help: "Source of the roll calls: un-votes or undl-votes. The two are never mixed.")
  var votes: String?

  var path: String {
    ArchiveLocation.path(explicit: archive, environment: ProcessInfo.processInfo.environment)
  }

  var choosing: [RecordPart: String] { votes.map { [.rollCalls: $0] } ?? [:] }
}

/// The day a result is stamped with.
enum FitDay {
  static var today: String {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return Day(parts.year ?? 2000, parts.month ?? 1, parts.day ?? 1)?.description ?? ""
  }
}

extension CommandFailure {
  /// Runs `body` and maps the errors of a fit beside those of the other modules.
  static func mappingFit<T>(_ body: () async throws -> T) async throws -> T {
    do {
      return try await body()
    } catch let error as IdealPointError {
      throw switch error {
      case .badOption, .noContestedRollCalls, .checkpointOfAnotherFit: usage(error.description)
      default: inner(error.description)
      }
    } catch let error as StateError {
      throw usage(error.description)
    } catch let error as ArchiveError {
      throw data(error.description)
    }
  }
}
