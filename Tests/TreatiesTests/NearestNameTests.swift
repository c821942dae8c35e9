import Testing

@testable import Treaties

@Test func nearestNameFindsTheLikelyWord() {
  #expect(nearestName(to: "sumary", among: ["sources", "summary"]) == "summary")
  #expect(nearestName(to: "SUMMARY", among: ["sources", "summary"]) == "summary")
  #expect(nearestName(to: "plcae", among: ["parties", "place"]) == "place")
  #expect(nearestName(to: "quince", among: ["sources", "summary"]) == nil)
  #expect(nearestName(to: "", among: ["sources"]) == nil)
}
