/// What the first bytes of a file say about its kind.
enum Signature: Equatable {
  case text
  case gzip
  case zip
  case html
  /// Not read here: what it is, and what to do.
  case refused(what: String, advice: String)

  private static let refusals: [(magic: [UInt8], what: String, advice: String)] = [
    ([0xFE, 0xFF], "UTF-16 text", "Save it as UTF-8"),
    ([0xFF, 0xFE], "UTF-16 text", "Save it as UTF-8"),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], "a PDF document", "Name the data file"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel or Office file", "Save it as CSV"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "compressed with xz", "Decompress it first"),
    ([0x42, 0x5A, 0x68], "compressed with bzip2", "Decompress it first"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", "Decompress it first"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", "Unpack it first"),
    (Array("Rar!".utf8), "a RAR archive", "Unpack it first"),
    (Array("<stata_dta>".utf8), "a Stata file", "Export it as CSV"),
    ([0x50, 0x41, 0x52, 0x31, 0x15], "a Parquet file", "Export it as CSV"),
    (Array("SQLite format 3".utf8), "an SQLite database", "Export it as CSV"),
    ([0x89, 0x50, 0x4E, 0x47], "an image", "Name the data file"),
  ]

  init(_ head: some RandomAccessCollection<UInt8>) {
    let bytes = Array(head.prefix(512))
    if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if let refusal = Signature.refusals.first(where: { bytes.starts(with: $0.magic) }) {
      self = .refused(what: refusal.what, advice: refusal.advice)
    } else {
      self = Signature.isHTML(bytes) ? .html : .text
    }
  }

  private static func isHTML(_ bytes: [UInt8]) -> Bool {
    var text = bytes[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    let trimmed = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let lower = trimmed.prefix(16).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return ["<!doctype html", "<html", "<head", "<body", "<?xml"].contains { lower.starts(with: $0.utf8) }
  }
}
