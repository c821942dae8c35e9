/// How the errors of coefficients are estimated, with the small-sample correction by name.
public enum ErrorKind: Hashable, Sendable {
  /// From the model: inverse expected information, times the dispersion.
  case classic
  case robust(RobustCorrection)
  /// Clustered on each grouping; for several, inclusion and exclusion over their intersections.
  case clustered([Grouping], ClusterCorrection)
  /// Rows are dyads; rows that share a member may be correlated. The groupings come from `Grouping.members`.
  case dyadic(Grouping, Grouping, ClusterCorrection)

  /// Corrections of heteroscedasticity-robust errors (MacKinnon and White 1985, doi:10.1016/0304-4076(85)90158-7).
  public enum RobustCorrection: String, Hashable, Sendable, CaseIterable {
    /// None.
    case hc0 = "HC0"
    /// n / (n - k).
    case hc1 = "HC1"
    /// Each row over 1 - leverage.
    case hc2 = "HC2"
    /// Each row over (1 - leverage)².
    case hc3 = "HC3"
  }

  /// Corrections of clustered errors, G the number of clusters.
  public enum ClusterCorrection: String, Hashable, Sendable, CaseIterable {
    /// None.
    case cr0 = "CR0"
    /// G / (G - 1): the default of R's `sandwich::vcovCL` for `glm`, and of Stata for maximum likelihood.
    case cr1 = "CR1"
    /// G / (G - 1) × (n - 1) / (n - k): `vcovCL(type = "HC1")`, statsmodels, Stata's `regress`.
    case cr1s = "CR1S"

    func factor(clusters: Int, rows: Int, columns: Int) -> Double {
      let (g, n, k) = (Double(clusters), Double(rows), Double(columns))
      switch self {
      case .cr0: return 1
      case .cr1: return g / (g - 1)
      case .cr1s: return g / (g - 1) * (n - 1) / (n - k)
      }
    }
  }

  /// Rows by group.
  public struct Grouping: Hashable, Sendable {
    public let name: String
    /// 0..<count for each row.
    public let codes: [Int32]
    public let count: Int

    /// Groups numbered from 0 in the order in which they occur; any numbers may be given.
    public init(_ name: String, _ values: [Int]) {
      self.name = name
      let least = values.min() ?? 0
      let (width, isWide) = (values.max() ?? 0).subtractingReportingOverflow(least)
      // Numbers close together are looked up in a table, which is ten times as fast as a dictionary.
      if !isWide, width <= 4 * values.count + 1024 {
        var numbers = [Int32](repeating: -1, count: width + 1)
        var next: Int32 = 0
        codes = values.map { value in
          if numbers[value - least] < 0 {
            numbers[value - least] = next
            next += 1
          }
          return numbers[value - least]
        }
        count = Int(next)
        return
      }
      var numbers: [Int: Int32] = [:]
      codes = values.map { value in
        if let known = numbers[value] { return known }
        let next = Int32(truncatingIfNeeded: numbers.count)
        numbers[value] = next
        return next
      }
      count = numbers.count
    }

    /// Groups that agree in both.
    func intersection(_ other: Grouping) -> Grouping {
      Grouping(
        "\(name) × \(other.name)", zip(codes, other.codes).map { Int($0) * other.count + Int($1) })
    }

    /// The two members of dyads, numbered together: the same number for the same member on either side.
    public static func members(
      _ first: (name: String, values: [Int]), _ second: (name: String, values: [Int])
    ) -> (Grouping, Grouping) {
      let joint = Grouping("members", first.values + second.values)
      let n = first.values.count
      return (
        Grouping(first.name, codes: Array(joint.codes[..<n]), count: joint.count),
        Grouping(second.name, codes: Array(joint.codes[n...]), count: joint.count)
      )
    }

    /// Groups of equal labels; labels that are already numbered as they first occur are taken as they are.
    public init(_ name: String, labels: [Int32]) {
      var next: Int32 = 0
      let isNumbered = labels.allSatisfy { label in
        if label == next {
          next += 1
          return true
        }
        return label >= 0 && label < next
      }
      if isNumbered {
        self.init(name, codes: labels, count: Int(next))
      } else {
        self.init(name, labels.map { Int($0) })
      }
    }

    private init(_ name: String, codes: [Int32], count: Int) {
      self.name = name
      self.codes = codes
      self.count = count
    }

    /// Groups of the same pair, in either order.
    static func pairs(_ a: [Int32], _ b: [Int32], names: String) -> Grouping {
      let width = Int((a + b).max() ?? 0) + 1
      return Grouping(names, zip(a, b).map { Int(min($0, $1)) * width + Int(max($0, $1)) })
    }
  }
}

/// A covariance matrix of coefficients with what it rests on.
public struct CoefficientCovariance: Sendable {
  public let matrix: SquareMatrix
  /// In words, with the correction and the numbers of clusters.
  public let method: String
  /// Degrees of freedom of the t distribution for tests; `nil` for the normal distribution.
  public let freedom: Double?
  public let warnings: [RegressionWarning]

  /// Square roots of the variances; NaN where a variance is negative.
  public var errors: [Double] { matrix.diagonal.map { $0 >= 0 ? $0.squareRoot() : .nan } }

  /// Two-sided p of an estimate over its error.
  public func significance(_ statistic: Double) -> Double {
    if let freedom { return StudentT.twoSided(statistic, freedom: freedom) }
    return statistic.isNaN ? .nan : complementaryError(abs(statistic) * 0.70710678118654752440)
  }

  /// The multiple of the error on both sides of an interval of this level.
  public func multiple(level: Double) -> Double {
    let p: Double = 0.5 + level / 2
    return freedom.map { StudentT.quantile(p, freedom: $0) } ?? Normal.quantile(p)
  }
}
