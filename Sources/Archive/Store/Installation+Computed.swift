import Datasets
import Evidence
import Record

extension Installation {
  /// Tables that Entente computed from installed datasets, to be kept beside them under a name of their own.
  ///
  /// The checksum is taken over the stored bytes of the columns, so that equal results have equal checksums.
  ///
  /// - Parameters:
  ///   - settings: what the computation was told, in a canonical spelling; it becomes the version.
  ///   - vintages: the datasets it rests on.
  public init(
    computed dataset: String, settings: String, from vintages: [Vintage], tables: [Table], day: String,
    notes: [String] = []
  ) {
    var digest = SHA256()
    for table in tables {
      for name in table.columns.names { table.columns[name]?.stored.withUnsafeBytes { digest.update($0) } }
    }
    self.init(
      dataset: dataset, version: settings, sha256: digest.finish(), retrieved: day,
      source: "computed by Entente from "
        + vintages.map { "\($0.dataset) \($0.version) (\($0.sha256.prefix(12)))" }.joined(separator: ", "),
      licence: "result of Entente; the datasets it rests on have terms of their own", files: [], tables: tables,
      rowsRead: tables.map { table in table.columns.names.compactMap { table.columns[$0]?.count }.max() ?? 0 }.reduce(
        0, +),
      notes: notes)
  }
}
