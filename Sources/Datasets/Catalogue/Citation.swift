/// A work to cite for a dataset.
public struct Citation: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case dataset
    case article(journal: String, volume: String, issue: String?, pages: String?)
    case chapter(book: String, editors: [String], publisher: String, pages: String?)
    case book(publisher: String)
    case report(institution: String)
  }

  /// Key in bibliographies.
  public let key: String
  public let kind: Kind
  /// Authors as `Family, Given`; an organisation is a name without a comma.
  public let authors: [String]
  public let year: Int
  public let title: String
  public let version: String?
  public let doi: String?
  public let url: String?

  init(
    _ key: String, _ kind: Kind, _ authors: [String], _ year: Int, _ title: String, version: String? = nil,
    doi: String? = nil, url: String? = nil
  ) {
    self.key = key
    self.kind = kind
    self.authors = authors
    self.year = year
    self.title = title
    self.version = version
    self.doi = doi
    self.url = url
  }
}

extension Citation: CustomStringConvertible {
  /// One line for a reader.
  public var description: String {
    var text = authors.joined(separator: "; ") + " (\(year)) "
    switch kind {
    case .dataset:
      text += title + (version.map { ", version \($0)" } ?? "") + " [dataset]"
    case .article(let journal, let volume, let issue, let pages):
      text += "\"\(title)\", \(journal) \(volume)" + (issue.map { "(\($0))" } ?? "") + (pages.map { ": \($0)" } ?? "")
    case .chapter(let book, let editors, let publisher, let pages):
      text += "\"\(title)\", in " + editors.joined(separator: "; ") + " (ed.), \(book), \(publisher)"
      text += pages.map { ", pp. \($0)" } ?? ""
    case .book(let publisher): text += "\(title), \(publisher)"
    case .report(let institution): text += "\(title), \(institution)"
    }
    text += "."
    if let doi { text += " doi:\(doi)." } else if let url { text += " \(url)" }
    return text
  }

  /// A BibTeX entry.
  public var bibTeX: String {
    var fields: [(String, String)] = [
      ("author", authors.map { $0.contains(",") ? $0 : "{\($0)}" }.joined(separator: " and ")),
      ("title", "{\(title)}"), ("year", String(year)),
    ]
    let type: String
    switch kind {
    case .dataset:
      type = "misc"
      fields.append(("note", "Dataset" + (version.map { ", version \($0)" } ?? "")))
    case .article(let journal, let volume, let issue, let pages):
      type = "article"
      fields += [("journal", journal), ("volume", volume)]
      if let issue { fields.append(("number", issue)) }
      if let pages { fields.append(("pages", pages.replacing("-", with: "--"))) }
    case .chapter(let book, let editors, let publisher, let pages):
      type = "incollection"
      fields += [("booktitle", book), ("editor", editors.joined(separator: " and ")), ("publisher", publisher)]
      if let pages { fields.append(("pages", pages.replacing("-", with: "--"))) }
    case .book(let publisher):
      type = "book"
      fields.append(("publisher", publisher))
    case .report(let institution):
      type = "techreport"
      fields.append(("institution", institution))
    }
    if let doi { fields.append(("doi", doi)) }
    if let url { fields.append(("url", url)) }
    let lines = fields.map { "  \($0.0) = {\(Citation.escapedForTeX($0.1))}" }
    return "@\(type){\(key),\n" + lines.joined(separator: ",\n") + "\n}"
  }

  private static func escapedForTeX(_ text: String) -> String {
    text.replacing("&", with: "\\&").replacing("%", with: "\\%").replacing("_", with: "\\_")
  }
}
