import Testing

@testable import Charts

struct MomentTests {
  @Test func placesOnTheAxis() {
    #expect(Moment(2001).decimalYear == 2001.5)
    #expect((Moment(2001, 7, 16).decimalYear - (2001 + 196.5 / 365)).magnitude < 1e-9)
    #expect((Moment(2000, 12, 31).decimalYear - (2000 + 365.5 / 366)).magnitude < 1e-9)
    #expect((Moment(1900, 3, 1).decimalYear - (1900 + 59.5 / 365)).magnitude < 1e-9)
  }

  @Test func words() {
    #expect(Moment(2001, 7, 16).text == "16 Jul 2001")
    #expect(Moment(2001, 7).text == "Jul 2001")
    #expect(Moment(1963, approximate: true).text == "about 1963")
    #expect(Moment(2001, 13, 5).text == "2001")
    #expect(Moment(2001, 2, 30).text == "Feb 2001")
    #expect(Moment(decimalYear: .nan, text: "?").decimalYear == 0)
  }
}
