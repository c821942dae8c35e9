import Evidence
import Foundation
import Panel
import Yams

/// A panel's recipe as it lies beside the panel: what was asked for, and of which vintages.
struct RecipeFile {
  let request: PanelRequest
  /// Name, version and checksum of each dataset.
  let vintages: [Vintage]
  /// How cells without a value were written.
  let missing: MissingText

  private struct Body: Codable {
    var entente: String
    var unit: PanelUnit
    var years: String
    var add: [String]
    var only: [String]?
    var lag: [String]?
    var lead: [String]?
    var whittle: [WhittleRule]
    var missing: MissingText?
    var vintages: [Vintage]?
  }

  init(_ request: PanelRequest, vintages: [Vintage], missing: MissingText) {
    self.request = request
    self.vintages = vintages
    self.missing = missing
  }

  init(at path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure.usage("\(path): there is no such recipe")
    }
    do {
      let body = try YAMLDecoder().decode(Body.self, from: data)
      var request = PanelRequest(unit: body.unit, years: try PanelRequest.years(body.years))
      request.add = body.add
      request.only = body.only ?? []
      request.lag = body.lag ?? []
      request.lead = body.lead ?? []
      request.whittle = body.whittle
      self.init(request, vintages: body.vintages ?? [], missing: body.missing ?? .empty)
    } catch let error as PanelError {
      throw error
    } catch {
      throw PanelError.recipe("\(path): \(error); compare it with one that --out has written")
    }
  }

  /// What differs between the vintages of the recipe and those installed, a phrase a dataset.
  func differences(from installed: [Vintage]) -> [String] {
    vintages.compactMap { wanted in
      guard let found = installed.first(where: { $0.dataset == wanted.dataset }) else {
        return "\(wanted.dataset) \(wanted.version) is not installed"
      }
      return found.sha256 == wanted.sha256
        ? nil : "\(wanted.dataset) is \(found.version), the recipe's is \(wanted.version), of other files"
    }
  }

  /// The recipe as YAML, with a comment that says how to use it.
  func text(for output: String) -> String {
    func list(_ name: String, _ items: [String]) -> String {
      items.isEmpty ? "" : "\(name):\n" + items.map { "  - \(RecipeFile.quoted($0))\n" }.joined()
    }
    var text = "# entente panel --recipe \(output).recipe.yaml --out FILE makes this panel again, to the same bytes.\n"
    text += "entente: \(RecipeFile.quoted(Entente.version))\nunit: \(request.unit.rawValue)\n"
    text += "years: \(RecipeFile.quoted("\(request.firstYear):\(request.lastYear)"))\n"
    text += request.add.isEmpty ? "add: []\n" : list("add", request.add)
    text += list("only", request.only) + list("lag", request.lag) + list("lead", request.lead)
    text += list("whittle", request.whittle.map(\.rawValue)) + "missing: \(missing.rawValue)\n"
    guard !vintages.isEmpty else { return text }
    text += "vintages:\n"
    for vintage in vintages {
      text += "  - dataset: \(RecipeFile.quoted(vintage.dataset))\n    version: \(RecipeFile.quoted(vintage.version))\n"
      text +=
        "    sha256: \(RecipeFile.quoted(vintage.sha256))\n    retrieved: \(RecipeFile.quoted(vintage.retrieved))\n"
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
