extension Citation {
  /// A CSL-JSON item.
  public var cslJSON: String {
    var fields: [(String, String)] = [("id", quoted(key)), ("type", quoted(cslType)), ("title", quoted(title))]
    fields.append(("author", names(authors)))
    fields.append(("issued", "{\"date-parts\":[[\(year)]]}"))
    if let version { fields.append(("version", quoted(version))) }
    switch kind {
    case .dataset: break
    case .article(let journal, let volume, let issue, let pages):
      fields += [("container-title", quoted(journal)), ("volume", quoted(volume))]
      if let issue { fields.append(("issue", quoted(issue))) }
      if let pages { fields.append(("page", quoted(pages))) }
    case .chapter(let book, let editors, let publisher, let pages):
      fields += [("container-title", quoted(book)), ("editor", names(editors)), ("publisher", quoted(publisher))]
      if let pages { fields.append(("page", quoted(pages))) }
    case .book(let publisher): fields.append(("publisher", quoted(publisher)))
    case .report(let institution): fields.append(("publisher", quoted(institution)))
    }
    if let doi { fields.append(("DOI", quoted(doi))) }
    if let url { fields.append(("URL", quoted(url))) }
    return "{" + fields.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  /// A CSL-JSON list of all works to cite for the entries, each once.
  public static func cslJSON(of entries: [CatalogueEntry]) -> String {
    "[" + works(of: entries).map(\.cslJSON).joined(separator: ",\n ") + "]\n"
  }

  /// A BibTeX file of all works to cite for the entries, each once.
  public static func bibTeX(of entries: [CatalogueEntry]) -> String {
    works(of: entries).map(\.bibTeX).joined(separator: "\n\n") + "\n"
  }

  private static func works(of entries: [CatalogueEntry]) -> [Citation] {
    var seen: Set<String> = []
    return entries.flatMap(\.citations).filter { seen.insert($0.key).inserted }
  }

  private var cslType: String {
    switch kind {
    case .dataset: "dataset"
    case .article: "article-journal"
    case .chapter: "chapter"
    case .book: "book"
    case .report: "report"
    }
  }

  private func names(_ people: [String]) -> String {
    let items = people.map { person in
      let parts = person.split(separator: ",", maxSplits: 1)
      guard parts.count == 2 else { return "{\"literal\":\(quoted(person))}" }
      let given = parts[1].drop { $0 == " " }
      return "{\"family\":\(quoted(String(parts[0]))),\"given\":\(quoted(String(given)))}"
    }
    return "[" + items.joined(separator: ",") + "]"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
