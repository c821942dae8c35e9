import Delimited

/// The head of a table of values as the SIPRI site exports it: lines of text, then names down and years across.
struct ValueTableHead: Equatable {
  /// Physical lines before the row with the years.
  var lines = 0
  /// The years of the columns.
  var years: [Int] = []
  /// Whether the rows are recipients of one supplier; otherwise they are suppliers of one recipient.
  var listsRecipients = true
  /// The one supplier or recipient.
  var partner = ""
}

extension ValueTableHead {
  /// Reads the head of a table in either layout; `nil` if the text is no such table, or one that names no partner.
  ///
  /// To 2023 a title says `TIV of arms exports from China, 1950-2021`; later the first column is `Recipient` or `Supplier`
  /// and the last row `Total exports from China` or `Total exports to Israel`.
  init?(_ text: String) {
    self.init()
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var title: (listsRecipients: Bool, partner: String)?
    var header: [Substring]?
    for line in lines.prefix(40) {
      if title == nil { title = Self.title(String(line)) }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if fields.count > 1, Self.year(fields[1]) != nil {
        header = fields
        break
      }
      self.lines += 1
    }
    guard let header else { return nil }
    years = header.dropFirst().compactMap(Self.year)
    if let title {
      (listsRecipients, partner) = title
      return
    }
    let kind = header[0].lowercased()
    guard kind == "recipient" || kind == "supplier" else { return nil }
    listsRecipients = kind == "recipient"
    let word = listsRecipients ? " from " : " to "
    guard let total = lines.last(where: { $0.hasPrefix("Total ") }), let range = total.firstRange(of: word) else {
      return nil
    }
    partner = String(total[range.upperBound...].prefix { $0 != "," })
    if partner.isEmpty { return nil }
  }

  private static func title(_ line: String) -> (listsRecipients: Bool, partner: String)? {
    for (phrase, listsRecipients) in [("arms exports from ", true), ("arms imports to ", false)] {
      guard let range = line.firstRange(of: phrase) else { continue }
      let rest = line[range.upperBound...].prefix { $0 != "\"" }
      // The partner's name may have a comma; the years after the last one have none.
      guard let comma = rest.lastRange(of: ", ") else { continue }
      return (listsRecipients, String(rest[..<comma.lowerBound]))
    }
    return nil
  }

  private static func year(_ field: Substring) -> Int? {
    guard field.utf8.count == 4, let year = Int(field), (1_900...2_200).contains(year) else { return nil }
    return year
  }
}

extension Substring {
  fileprivate func lastRange(of text: String) -> Range<Index>? {
    var last: Range<Index>?
    var rest = self
    while let range = rest.firstRange(of: text) {
      last = range
      rest = rest[range.upperBound...]
    }
    return last
  }
}

extension Reading {
  /// Adds the table of one supplier or recipient.
  mutating func addValueTable(_ file: InputFile, to deliveries: inout Deliveries) throws(DatasetError) {
    let bytes: [UInt8]
    do throws(DelimitedError) { bytes = try Delimited.bytes(of: file.source) } catch {
      throw .unreadable(dataset: entry.name, error)
    }
    guard let head = ValueTableHead(String(decoding: bytes, as: UTF8.self)) else {
      throw .layout(
        dataset: entry.name, file: file.name, found: "no table of one supplier or one recipient by year",
        expected: "an export of values from the SIPRI page, with its title lines")
    }
    var format = Delimited.Format.lenientCSV
    format.header = .afterLines(head.lines)
    format.raggedRows = .pad
    let input = InputFile(role: file.role, name: file.name, bytes: bytes)
    let table = try read(
      input,
      Delimited.Schema(
        [.text("#1", trims: true)] + head.years.map { .number(String($0), missing: ["", "?", ".."], range: 0...1e6) }),
      format)
    let names = try texts(table, "#1")
    for year in head.years {
      let values = try numbers(table, String(year))
      for row in values.indices where !values[row].isNaN {
        guard let name = names[row], !name.isEmpty, !name.lowercased().hasPrefix("total") else { continue }
        if head.listsRecipients {
          deliveries.add(head.partner, name, year, values[row])
        } else {
          deliveries.add(name, head.partner, year, values[row])
        }
      }
    }
    if let low = head.years.min(), let high = head.years.max() {
      let known = deliveries.years ?? low...high
      deliveries.years = min(known.lowerBound, low)...max(known.upperBound, high)
    }
  }
}
