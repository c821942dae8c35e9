/// One of the four views of a partnership. They are shown side by side and never added into one number.
public enum Panel: String, Hashable, Sendable, Codable, CaseIterable {
  /// What was pledged.
  case commitments
  /// Whether aims converge.
  case convergence
  /// What binds the two.
  case exchange
  /// What they did.
  case conduct
}

/// The unit a figure is printed in.
public enum Unit: String, Hashable, Sendable, Codable, CaseIterable {
  /// A share from 0 to 1, printed in per cent.
  case share
  /// A coefficient without unit, such as S, kappa or an ideal point.
  case coefficient
  /// A quotient of two like quantities.
  case ratio
  /// 1 is first.
  case rank
  case count
  /// Relative change, 0.2 = 20 %.
  case growth
  /// Million current US dollars.
  case currentUSDMillion
  /// Million constant US dollars of the year the source names.
  case constantUSDMillion
  /// SIPRI trend-indicator value, million.
  case tivMillion
  /// 1 yes, 0 no.
  case flag
  case years
  /// A day of the calendar, counted in days since 1970-01-01.
  case day
}
