import Record
import Testing

@testable import Datasets

@Suite struct WDITests {
  /// The lines before the table.
  static let head = """
    "Data Source","World Development Indicators",

    "Last Updated Date","2025-10-07",


    """

  static let rows = """
    "Country Name","Country Code","Indicator Name","Indicator Code","1971","1990","2001",
    "Aruba","ABW","GDP per capita (current US$)","NY.GDP.PCAP.CD","","","",
    "World","WLD","GDP per capita (current US$)","NY.GDP.PCAP.CD","800","4000","5000",
    "Germany","DEU","GDP per capita (current US$)","NY.GDP.PCAP.CD","3000","22000","23000",
    "Russian Federation","RUS","GDP per capita (current US$)","NY.GDP.PCAP.CD","","3500","2100.5",

    """

  private static func economies(_ text: String, mode: ReadMode = .strict) throws -> (CurrentEconomies, DatasetContents)
  {
    let contents = try read(.wdiGDP, "gdp per head", "API_NY.GDP.PCAP.CD_DS2_en_csv_v2_1.csv", text, mode: mode)
    return (try table(CurrentEconomies.self, contents), contents)
  }

  @Test func onlyStatesInYearsInWhichTheCodeWasTheirs() throws {
    let (table, contents) = try Self.economies(Self.head + Self.rows)
    #expect(table.states == [255, 365])
    #expect(table.years == [2001, 2001])
    #expect(table.gdpPerHead == [23_000, 2_100.5])
    #expect(contents.version == "2025-10-07")
    #expect(contents.notes.contains { $0.contains("no state of the system") && $0.hasSuffix(": 2.") })
  }

  @Test func anotherIndicatorIsRejected() throws {
    let other = (Self.head + Self.rows).replacing(
      "\"RUS\",\"GDP per capita (current US$)\",\"NY.GDP.PCAP.CD\"", with: "\"RUS\",\"x\",\"NY.GDP.MKTP.CD\"")
    let (table, contents) = try Self.economies(other, mode: .collect)
    #expect(table.states == [255])
    #expect(contents.rejected.total == 1)
  }

  @Test func aFileWithoutYearsIsNotOfThisLayout() {
    #expect { try Self.economies("a,b\n1,2\n") } throws: { "\($0)".contains("Country Code") }
  }
}
