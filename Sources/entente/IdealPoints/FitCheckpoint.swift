import Foundation
import IdealPoints
import Synchronization

/// Files beside the archive in which a fit leaves its chains; each begins with the key of its fit.
struct FitCheckpoint: Sendable {
  private let folder: String
  private let name: String
  private let key: [UInt8]
  private let clock = SaveClock()

  /// - Parameter key: settings and data of the fit: a file with another key is not used.
  init(besides archive: String, name: String, key: String) {
    folder = archive + ".fits"
    self.name = name
    self.key = Array((key + "\n").utf8)
  }

  private func path(_ chain: Int) -> String { "\(folder)/\(name).chain\(chain + 1)" }

  var checkpoints: Checkpoints {
    Checkpoints(
      isDue: { clock.isDue($0) },
      load: { chain in
        guard let data = FileManager.default.contents(atPath: path(chain)), data.starts(with: key) else { return nil }
        return [UInt8](data.dropFirst(key.count))
      },
      save: { chain, bytes in
        // A checkpoint that cannot be written costs nothing but the chance to resume.
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? Data(key + bytes).write(to: URL(fileURLWithPath: path(chain)), options: .atomic)
      })
  }

  /// Takes the files of this fit away, and the folder when it is empty.
  func remove(chains: Int) {
    for chain in 0..<chains { try? FileManager.default.removeItem(atPath: path(chain)) }
    if (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true {
      try? FileManager.default.removeItem(atPath: folder)
    }
  }
}

/// Tells when a chain was last kept: once in ten seconds is enough, and a short fit is not kept at all.
private final class SaveClock: Sendable {
  private static let pause: Duration = .seconds(10)
  private let last = Mutex<[Int: ContinuousClock.Instant]>([:])
  private let start = ContinuousClock.now

  func isDue(_ chain: Int) -> Bool {
    last.withLock { last in
      let now = ContinuousClock.now
      guard now - (last[chain] ?? start) >= Self.pause else { return false }
      last[chain] = now
      return true
    }
  }
}
