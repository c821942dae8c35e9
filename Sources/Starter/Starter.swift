import Foundation
import Treaties

/// The starter: what Entente knows on a machine with no dataset installed.
///
/// It is readable text in the repository: `sources.yaml`, `figures.yaml`, `treaties/*.yaml`, `cases/*.yaml`,
/// `known-cases.yaml`, and `results/` with figures Entente computed. Published datasets are not in it.
public enum Starter {
  /// Finds the starter folder.
  ///
  /// - Parameters:
  ///   - folder: an explicit folder; no other place is tried.
  ///   - environment: variables of the process; `ENTENTE_STARTER` names the folder.
  /// - Returns: the explicit folder, else the one in `ENTENTE_STARTER`, else the resources beside the executable, else
  ///   `../share/entente/starter` from the executable.
  public static func locate(_ folder: String? = nil, environment: [String: String] = [:]) throws(StarterError) -> String
  {
    let executable = StarterLocation.folderOfExecutable()
    return try StarterLocation(explicit: folder, environment: environment, executableFolder: executable).find()
  }

  /// Reads and checks the starter in a folder.
  ///
  /// - Complexity: O(bytes).
  public static func load(from folder: String) throws(StarterError) -> StarterContent {
    var files = [CaseworkFile(.sources, name: "sources.yaml", text: try read("\(folder)/sources.yaml"))]
    for name in try yamlFiles(in: "\(folder)/treaties") {
      files.append(CaseworkFile(.treaties, name: "treaties/\(name)", text: try read("\(folder)/treaties/\(name)")))
    }
    for name in try yamlFiles(in: "\(folder)/cases") {
      files.append(CaseworkFile(.caseFile, name: "cases/\(name)", text: try read("\(folder)/cases/\(name)")))
    }
    files.append(CaseworkFile(.figures, name: "figures.yaml", text: try read("\(folder)/figures.yaml")))
    let known = "\(folder)/known-cases.yaml"
    if FileManager.default.fileExists(atPath: known) {
      files.append(CaseworkFile(.knownCases, name: "known-cases.yaml", text: try read(known)))
    }
    do {
      return StarterContent(casework: try Casework.read(files), results: "\(folder)/results")
    } catch {
      throw .invalid(error)
    }
  }

  private static func yamlFiles(in folder: String) throws(StarterError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    } catch {
      throw .unreadable(path: folder, reason: "the folder cannot be listed")
    }
  }

  private static func read(_ path: String) throws(StarterError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "the file cannot be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw .unreadable(path: path, reason: "the file is not UTF-8")
    }
    return text
  }
}
