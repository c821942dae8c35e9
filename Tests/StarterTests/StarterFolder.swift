import Foundation
import Starter
import Testing

/// The starter as it lies in the repository.
enum StarterFolder {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let path = root.appending(path: "Sources/Starter/Data").path
  static let content = Result { try Starter.load(from: path) }

  static func load() throws -> StarterContent { try content.get() }

  /// Folder of the public datasets, when they are there.
  static let datasets: String? = {
    let named = ProcessInfo.processInfo.environment["ENTENTE_DATASETS"]
    let path = named ?? root.deletingLastPathComponent().appending(path: "shared/datasets").path
    return FileManager.default.fileExists(atPath: "\(path)/11_atop/atop4_01a.csv") ? path : nil
  }()
}
