import Foundation

/// Where the archive is.
public enum ArchiveLocation {
  /// The file's name in its folder.
  public static let fileName = "archive.sqlite"

  /// The path of the archive: `explicit` if given, else in `ENTENTE_HOME`, else in the platform's folder for user data.
  ///
  /// That folder is `$XDG_DATA_HOME/entente` or `~/.local/share/entente`, on macOS
  /// `~/Library/Application Support/Entente`. A relative `XDG_DATA_HOME` is ignored, as its specification asks.
  ///
  /// - Parameters:
  ///   - explicit: what the user gave with `--archive`; a folder stands for the archive inside it.
  ///   - environment: the variables of the process.
  public static func path(explicit: String?, environment: [String: String]) -> String {
    guard let explicit, !explicit.isEmpty else { return joined(home(environment), fileName) }
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: explicit, isDirectory: &isFolder) && isFolder.boolValue
      ? joined(explicit, fileName) : explicit
  }

  /// The folder for the archive and for downloads.
  public static func home(_ environment: [String: String]) -> String {
    if let home = environment["ENTENTE_HOME"], !home.isEmpty { return home }
    let user = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? "."
    #if os(macOS)
      return joined(user, "Library/Application Support/Entente")
    #else
      if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") { return joined(data, "entente") }
      return joined(user, ".local/share/entente")
    #endif
  }

  static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
