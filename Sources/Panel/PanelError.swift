/// Why a panel cannot be made.
public enum PanelError: Error, Equatable, Sendable {
  case unknownFamily(String, nearest: [String])
  case wrongUnit(family: String, unit: PanelUnit, units: [PanelUnit])
  case notInstalled(family: String, dataset: String)
  case thirdPower(unit: PanelUnit)
  case family(String, detail: String)
  case unknownColumn(String, nearest: [String], option: String)
  case filter(String, detail: String)
  case years(String)
  case tooLarge(unit: PanelUnit)
  case inconsistent(dataset: String, detail: String)
  case recipe(String)
}

extension PanelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownFamily(let name, let nearest):
      "there is no family of variables \"\(name)\"" + PanelError.hint(nearest, "`entente panel --explain` lists all")
    case .wrongUnit(let family, let unit, let units):
      "\(family) has no variables for \(unit.rawValue); it has for \(units.map(\.rawValue).joined(separator: ", "))"
    case .notInstalled(let family, let dataset):
      Family.fitted.contains(dataset)
        ? "\(family) needs a fit that is not in the archive: entente fit \(dataset)"
        : "\(family) needs the dataset \(dataset), which is not installed: entente data add \(dataset)"
    case .thirdPower(let unit):
      "ladder in a panel of \(unit.rawValue) needs a third power: --add ladder:USA; in triad-year the row names it"
    case .family(let text, let detail): "--add \(text): \(detail)"
    case .unknownColumn(let name, let nearest, let option):
      "\(option): the panel has no column \"\(name)\"" + PanelError.hint(nearest, "add its family with --add")
    case .filter(let text, let detail): "--only \(text): \(detail)"
    case .years(let text): "--years \(text): expected FIRST:LAST between 1816 and 2200, such as 1816:2016"
    case .tooLarge(let unit):
      "\(unit.rawValue) panels are too large to hold; they are written as they are made: use --out FILE.csv or .ndjson"
    case .inconsistent(let dataset, let detail):
      "\(dataset): \(detail). Remove the dataset and add it again (entente data remove, entente data add)"
    case .recipe(let detail): "recipe: \(detail)"
    }
  }

  private static func hint(_ nearest: [String], _ otherwise: String) -> String {
    nearest.isEmpty ? "; \(otherwise)" : "; did you mean \(nearest.joined(separator: " or "))?"
  }
}
