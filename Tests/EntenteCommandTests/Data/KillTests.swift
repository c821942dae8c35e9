import Foundation
import Testing

/// Kills `entente data` at random moments: afterwards the archive is whole and holds the old state or the new one.
@Suite("Killed while changing the archive", .serialized)
struct KillTests {
  private enum Change: String, CaseIterable {
    case replace, remove, first
  }

  /// Kills of `make check-full`; a few otherwise.
  private static let kills = ProcessInfo.processInfo.environment["ENTENTE_FULL"] == "1" ? 51 : 9

  @Test func theArchiveIsWhole() throws {
    let folder = try CommandFolder()
    try folder.write(InventedFiles.trade(years: 40, states: 60, flow: 1), to: "old/Dyadic_COW_4.0.csv")
    try folder.write(InventedFiles.trade(years: 40, states: 60, flow: 2), to: "new/Dyadic_COW_4.0.csv")
    let pristine = folder.file("pristine.sqlite")
    #expect(try run(["data", "add", "cow-trade", "--from", folder.file("old"), "--archive", pristine], folder) == 0)
    let old = try checksum(pristine, folder)
    let duration = try timed(folder, pristine)
    var seed: UInt64 = 20_020_902
    var outcomes: [String: Int] = [:]
    for round in 0..<Self.kills {
      let change = Change.allCases[round % Change.allCases.count]
      let path = folder.file("work.sqlite")
      try prepare(path, from: change == .first ? nil : pristine)
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // The whole of the run, and a second time its end, when the file is written.
      let share = Double(seed >> 33) / Double(1 << 31)
      let moment = duration * (round % 2 == 0 ? share * 1.1 : 0.6 + share * 0.9)
      let process = try BuiltCommand.start(arguments(change, path, folder), in: folder.path)
      Thread.sleep(forTimeInterval: moment)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let found = try state(path, folder, comment: "round \(round), \(change), \(moment) s")
      switch change {
      case .replace: #expect(found != "empty", "round \(round)")
      case .remove: #expect(found == old || found == "empty", "round \(round)")
      case .first: #expect(found != old, "round \(round)")
      }
      outcomes["\(change) \(found == old ? "old" : found == "empty" ? "empty" : "new")", default: 0] += 1
    }
    if Self.kills > 50 {
      #expect(outcomes["replace old"] != nil && outcomes["replace new"] != nil, "like moments only: \(outcomes)")
    }
  }

  private func arguments(_ change: Change, _ path: String, _ folder: CommandFolder) -> [String] {
    switch change {
    case .remove: ["data", "remove", "cow-trade", "--archive", path]
    case .replace, .first: ["data", "add", "cow-trade", "--from", folder.file("new"), "--archive", path]
    }
  }

  private func prepare(_ path: String, from pristine: String?) throws {
    for name in [path, path + "-journal"] { try? FileManager.default.removeItem(atPath: name) }
    if let pristine { try FileManager.default.copyItem(atPath: pristine, toPath: path) }
  }

  /// Seconds that replacing takes when it is left alone.
  private func timed(_ folder: CommandFolder, _ pristine: String) throws -> Double {
    let path = folder.file("timed.sqlite")
    try prepare(path, from: pristine)
    let start = ContinuousClock.now
    #expect(try run(arguments(.replace, path, folder), folder) == 0)
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// The checksum of the installed dataset, or "empty"; the archive must be whole or not there.
  private func state(_ path: String, _ folder: CommandFolder, comment: String) throws -> String {
    let verified = try outcome(["data", "verify", "--archive", path], folder)
    if verified.code == 2 {
      #expect(verified.messages.contains("there is no archive"), "\(comment): \(verified.messages)")
      return "empty"
    }
    #expect(verified.code == 0, "\(comment): \(verified.messages)")
    // What remains of a journal is one that was never begun: its first byte is zero, and SQLite does not heed it.
    let journal = FileManager.default.contents(atPath: path + "-journal") ?? Data()
    #expect(journal.first ?? 0 == 0, "\(comment)")
    return try checksum(path, folder)
  }

  private func checksum(_ path: String, _ folder: CommandFolder) throws -> String {
    let text = try outcome(["data", "list", "cow-trade", "--json", "--archive", path], folder).output
    let items = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
    let installed = items?.first?["installed"] as? [String: Any]
    return (installed?["vintage"] as? [String: Any])?["sha256"] as? String ?? "empty"
  }

  private func run(_ arguments: [String], _ folder: CommandFolder) throws -> Int32 {
    try outcome(arguments, folder).code
  }

  private func outcome(_ arguments: [String], _ folder: CommandFolder) throws -> BuiltCommand.Outcome {
    let before = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    let process = try BuiltCommand.start(arguments, in: folder.path)
    process.waitUntilExit()
    return try BuiltCommand.collect(process, before: before, in: folder.path)
  }
}
