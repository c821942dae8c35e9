import Datasets
import Foundation
import Testing

@Suite struct CitationTests {
  @Test func articleAsBibTeX() throws {
    let entry = try Catalogue.entry(named: "un-votes")
    let citation = try #require(entry.citations.last)
    #expect(
      citation.bibTeX == """
        @article{bailey2017,
          author = {Bailey, Michael A. and Strezhnev, Anton and Voeten, Erik},
          title = {{Estimating Dynamic State Preferences from United Nations Voting Data}},
          year = {2017},
          journal = {Journal of Conflict Resolution},
          volume = {61},
          number = {2},
          pages = {430--456},
          doi = {10.1177/0022002715595700}
        }
        """)
  }

  @Test func articleAsALine() throws {
    let citation = try #require(try Catalogue.entry(named: "atop").citations.first)
    #expect(
      citation.description
        == "Leeds, Brett Ashley; Ritter, Jeffrey M.; Mitchell, Sara McLaughlin; Long, Andrew G. (2002) "
        + "\"Alliance Treaty Obligations and Provisions, 1815-1944\", International Interactions 28(3): 237-260. "
        + "doi:10.1080/03050620213653.")
  }

  @Test func organisationsAreNotTakenApart() throws {
    let citation = try #require(try Catalogue.entry(named: "cow-states").citations.first)
    #expect(citation.bibTeX.contains("author = {{Correlates of War Project}}"))
    #expect(citation.cslJSON.contains("{\"literal\":\"Correlates of War Project\"}"))
  }

  @Test func allTogetherAreValidJSONWithEachWorkOnce() throws {
    let text = Citation.cslJSON(of: Catalogue.all)
    let items = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let ids = items.compactMap { $0["id"] as? String }
    #expect(ids.count == items.count && Set(ids).count == ids.count)
    #expect(items.allSatisfy { $0["title"] != nil && $0["author"] != nil && $0["issued"] != nil })
    #expect(Citation.bibTeX(of: Catalogue.all).split(separator: "\n").filter { $0.hasPrefix("@") }.count == ids.count)
  }
}
