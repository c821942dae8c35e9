/// A date on a time axis.
public struct Moment: Hashable, Sendable {
  /// The place on the axis: 2001.5 is the middle of 2001.
  public let decimalYear: Double
  /// The date as the reader sees it.
  public let text: String
  /// Whether the source gives the date only roughly; drawn hatched.
  public let isApproximate: Bool

  public init(decimalYear: Double, text: String, isApproximate: Bool = false) {
    self.decimalYear = decimalYear.isFinite ? decimalYear : 0
    self.text = text
    self.isApproximate = isApproximate
  }

  /// A date of day, month or year precision; a month or year stands at its middle.
  ///
  /// A month or day that does not exist is taken as not given.
  public init(_ year: Int, _ month: Int? = nil, _ day: Int? = nil, approximate: Bool = false) {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let total: Double = isLeap ? 366 : 365
    var date = String(year)
    var passed: Double = total / 2
    if let month, (1...12).contains(month) {
      let before = lengths.prefix(month - 1).reduce(0, +)
      let length = lengths[month - 1]
      date = "\(Self.months[month - 1]) \(year)"
      passed = Double(before) + Double(length) / 2
      if let day, (1...length).contains(day) {
        date = "\(day) " + date
        passed = Double(before + day) - 0.5
      }
    }
    self.init(
      decimalYear: Double(year) + passed / total, text: approximate ? "about " + date : date, isApproximate: approximate
    )
  }

  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
