import Foundation

extension Brief {
  /// The forms a brief can be written in.
  public enum Form: String, Sendable, CaseIterable {
    case html, md, json
  }

  /// The brief in a form. Equal briefs give equal bytes.
  ///
  /// - Throws: `EncodingError` for JSON when a figure is not finite, which no measure returns.
  public func rendered(as form: Form) throws -> String {
    switch form {
    case .html: return BriefPage(self).html
    case .md: return BriefMarkdown(self).text
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }
  }
}
