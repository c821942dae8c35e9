import Testing

@testable import StateSystem

@Suite("Comparing names")
struct NameKeyTests {
  @Test(
    "Writings of one name have one key",
    arguments: [
      ["Côte d'Ivoire", "COTE D’IVOIRE", "Cote dIvoire", "côte d`ivoire", "Co\u{302}te d'Ivoire"],
      ["Korea, Dem. Rep. of", "Democratic Republic of Korea", "the DEMOCRATIC  republic of-Korea"],
      ["St. Lucia", "Saint Lucia", "SAINT LUCIA"], ["Trinidad & Tobago", "Trinidad and Tobago"],
      ["Gambia, The", "The Gambia", "Gambia"], ["São Tomé & Príncipe", "Sao Tome and Principe"],
      ["Türkiye", "TÜRKİYE", "Turkiye"], ["U.S.A.", "USA"], ["Straße", "STRASSE"],
    ])
  func same(writings: [String]) {
    #expect(Set(writings.map { NameKey.key($0) }).count == 1, "\(writings.map { NameKey.key($0) })")
  }

  @Test("Different names have different keys")
  func different() {
    #expect(NameKey.key("Niger") != NameKey.key("Nigeria"))
    #expect(NameKey.key("Republic of Korea") != NameKey.key("Democratic Republic of Korea"))
    #expect(NameKey.key("中国") != NameKey.key("日本"))
    #expect(NameKey.words("of the") == [])
    #expect(NameKey.words("Papua New Guinea") == ["papua", "new", "guinea"])
  }
}
