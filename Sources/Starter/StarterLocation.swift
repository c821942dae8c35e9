import Foundation

/// Where the starter lies: an explicit folder, `ENTENTE_STARTER`, beside the executable, or the share folder of an
/// installation, in that order.
struct StarterLocation {
  let explicit: String?
  let environment: [String: String]
  /// Folder of the running executable; `nil` when the system does not tell.
  let executableFolder: String?

  /// The first folder that holds the starter. A folder that was named must hold it: no other is tried after it.
  func find() throws(StarterError) -> String {
    let places = candidates
    if let found = places.first(where: Self.holdsStarter) { return found }
    throw .notFound(lookedIn: places)
  }

  var candidates: [String] {
    if let explicit { return [explicit] }
    if let named = environment["ENTENTE_STARTER"], !named.isEmpty { return [named] }
    guard let folder = executableFolder else { return [] }
    return bundles(in: folder) + [folder + "/../share/entente/starter"]
  }

  /// Resource folders that the package manager puts beside an executable.
  private func bundles(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().flatMap { name -> [String] in
      if name.hasSuffix("_Starter.resources") { return ["\(folder)/\(name)/Data"] }
      guard name.hasSuffix("_Starter.bundle") else { return [] }
      return ["\(folder)/\(name)/Contents/Resources/Data", "\(folder)/\(name)/Data"]
    }
  }

  private static func holdsStarter(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/sources.yaml")
  }

  /// Folder of the running executable, links resolved.
  static func folderOfExecutable() -> String? {
    #if os(Linux)
      guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
    #else
      guard let path = Bundle.main.executableURL?.resolvingSymlinksInPath().path else { return nil }
    #endif
    return path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
