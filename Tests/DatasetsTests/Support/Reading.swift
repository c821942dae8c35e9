import Datasets
import Record
import Testing

/// Reads texts as the files of a dataset, one for each role.
func read(
  _ entry: CatalogueEntry, _ files: [(role: String, name: String, text: String)], mode: ReadMode = .collect
) throws(DatasetError) -> DatasetContents {
  let inputs = files.map { InputFile(role: $0.role, name: $0.name, bytes: Array($0.text.utf8)) }
  return try Reader.read(entry, files: inputs, mode: mode)
}

/// Reads a text as the one file of a dataset.
func read(
  _ entry: CatalogueEntry, _ role: String, _ name: String, _ text: String, mode: ReadMode = .collect
) throws(DatasetError) -> DatasetContents {
  try read(entry, [(role, name, text)], mode: mode)
}

/// The one table of a type.
func table<Table: RecordTable>(_ type: Table.Type, _ contents: DatasetContents) throws -> Table {
  try #require(contents.table(type))
}
