import Evidence

/// Figures in words, as every brief and command prints them.
public enum FigureWords {
  /// A value in its unit: `75.0 %`, `15th`, `$9.87 bn`.
  public static func value(_ value: Double, _ unit: Unit) -> String { Wording.value(value, unit) }

  /// `68.5 % to 80.1 %`; empty without an interval.
  public static func interval(_ interval: Interval?, _ unit: Unit) -> String { Wording.interval(interval, unit) }

  /// Where a value stands in a comparison class.
  public static func place(_ percentile: Percentile) -> String { Wording.place(percentile) }
}
