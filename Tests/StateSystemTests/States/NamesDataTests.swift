import StateSystem
import Testing

/// The names of published datasets, with those that are no state written out.
@Suite("Names of published datasets", .enabled(if: Datasets.present, "needs the public datasets"))
struct NamesDataTests {
  @Test("Global Sanctions Data Base: every party is a state or a bloc but these")
  func sanctions() throws {
    var others: Set<String> = []
    var parties = 0
    for row in try Datasets.rows("19_sanctions/GSDB_V4.csv") {
      let year = Year(Int(row["begin"] ?? "") ?? 0)
      for column in ["sanctioned_state", "sanctioning_state"] {
        for party in Party.list(row[column] ?? "", in: year) {
          parties += 1
          if case .other(let name) = party { others.insert(name) }
          if case .bloc(let bloc) = party, bloc.id != "OECS", bloc.id != "G8" {
            #expect(!bloc.members(in: year).isEmpty, "\(bloc) \(year)")
          }
        }
      }
    }
    #expect(parties == 3_768)
    #expect(
      others == [
        "Balkans", "CSCE", "Cyprus (Northern)", "Gibraltar", "Hong Kong", "ICC Rome Statute Signatories",
        "Kimberly Process Participants", "OIC", "OSCE", "Organization of Eastern Carribean States",
        "Pacific Islands Forum",
        "Palestine", "Paris Agreement Signatories", "Terrorist Organizations (Al-Qaeda)",
        "Terrorist Organizations (ISIL and ANF)", "Terrorist Organizations (Taliban and Al-Qaeda)",
        "Terrorist Organizations (Taliban)", "UNASUR", "Western countries",
      ])
  }

  @Test("SIPRI transfers: every supplier and recipient but rebels, organisations and these is the state of the file")
  func transfers() throws {
    var others: Set<String> = []
    for row in try Datasets.rows("15_sipri_arms/sipri_tiv_dyad_year_1950_2021.csv") {
      let year = Year(Int(row["year"] ?? "") ?? 0)
      for column in ["supplier", "recipient"] {
        let name = row[column] ?? ""
        if let state = State.named(name, in: year) {
          #expect("\(state.id)" == row[column + "_ccode"], "\(name) \(year)")
        } else if !name.hasSuffix("*") {
          others.insert(name)
        }
      }
    }
    #expect(
      others == [
        "Aruba", "Biafra", "Katanga", "Northern Cyprus", "Palestine", "Unknown recipient(s)", "Unknown supplier(s)",
        "Western Sahara",
      ])
  }

  @Test("SIPRI register: every supplier and recipient but rebels, organisations and these is a state")
  func register() throws {
    var others: Set<String> = []
    for row in try Datasets.rows("15_sipri_arms/trade-register_to2023.csv") {
      // Two records of this copy are broken across lines.
      guard let year = Int(row["Year of order"] ?? "").map({ Year($0) }), year > 1900 else { continue }
      for column in ["Supplier", "Recipient"] {
        let name = row[column] ?? ""
        if !name.hasSuffix("*"), State.named(name, in: year) == nil { others.insert(name) }
      }
    }
    #expect(
      others == [
        "Aruba", "Biafra", "Katanga", "Northern Cyprus", "Palestine", "Western Sahara", "unknown recipient(s)",
        "unknown supplier(s)",
      ])
  }

  @Test("Names of the Correlates of War list and of the General Assembly are their states'")
  func lists() throws {
    for row in try Datasets.rows("02_cow_states/states2016.csv") {
      let name = row["statenme"] ?? ""
      #expect(State.named(name, in: nil).map { "\($0.id)" } == row["ccode"], "\(name)")
    }
    for row in try Datasets.rows("01_unga_votes/un_country_to_ccode.csv") {
      let name = row["unvotes_country"] ?? ""
      #expect(State.named(name, in: nil).map { "\($0.id)" } == row["ccode"], "\(name)")
    }
  }
}
