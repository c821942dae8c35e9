import StateSystem
import Yams

enum BibliographyKey: String, FieldName { case bibliography }

enum SourceKey: String, FieldName { case id, kind, authors, title, publisher, date, url, doi, note }

enum CitationKey: String, FieldName { case source, at }

extension Reader {
  /// A file of the bibliography alone.
  func sources(_ root: Entry) -> [CitedSource] {
    guard let fields = Fields<BibliographyKey>(root, log: log) else { return [] }
    return fields.nonEmptyList(.bibliography).compactMap(source)
  }

  func source(_ entry: Entry) -> CitedSource? {
    guard let fields = Fields<SourceKey>(entry, log: log) else { return nil }
    let id = self.id(fields, .id, of: .source)
    let kind = fields.choice(.kind, of: CitedSource.Kind.self)
    let title = fields.text(.title)
    let publisher = fields.text(.publisher)
    let authors = fields.list(.authors).compactMap { $0.text(log) }
    let date = fields.optionalDate(.date)
    let url = fields.optionalText(.url)
    let doi = fields.optionalText(.doi)
    let note = fields.optionalText(.note)
    if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      fields.fault("found \"\(url)\", expected an address that begins with https:// or http://", at: .url)
    }
    if let doi, !doi.hasPrefix("10.") {
      fields.fault("found \"\(doi)\", expected a DOI that begins with 10.", at: .doi)
    }
    guard let id, let kind, let title, let publisher else { return nil }
    return CitedSource(
      id: id, kind: kind, authors: authors, title: title, publisher: publisher, date: date, url: url, doi: doi,
      note: note)
  }

  /// A citation: the key of a source, or a mapping that adds the place in it.
  func citation(_ entry: Entry) -> Citation? {
    if case .scalar = entry.node {
      guard let id = entry.text(log) else { return nil }
      register.refer(to: .source, id, at: entry.place)
      return Citation(source: id, at: nil)
    }
    guard let fields = Fields<CitationKey>(entry, log: log), let id = fields.text(.source) else { return nil }
    register.refer(to: .source, id, at: (fields.optional(.source) ?? entry).place)
    return Citation(source: id, at: fields.optionalText(.at))
  }
}
