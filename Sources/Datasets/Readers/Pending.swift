extension Reading {
  private var pending: DatasetError { .layout(dataset: entry.name, file: "", found: "no reader", expected: "a reader") }
  mutating func undlVotes() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func cowStates() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func cowMajors() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func atop() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func cowDisputes() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func gmlDisputes() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func cowWars() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func cowOrganisations() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func sipriArms() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func gsdb() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func sdpGDP() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func polity5() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func vdem() throws(DatasetError) -> [ReadTable] { throw pending }
  mutating func tssRivalries() throws(DatasetError) -> [ReadTable] { throw pending }
}
