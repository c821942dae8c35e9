import StateSystem

extension CaseFile {
  /// How often a partner answered in each way.
  public struct Tally: Hashable, Sendable, Codable {
    public let state: StateID
    /// Tests the partner answered.
    public let tests: Int
    /// Answers by conduct; a conduct that never occurs is absent.
    public let counts: [Conduct: Int]
  }

  /// Tests in the period by the earliest possible day of each.
  public func tests(in period: Period) -> [Test] {
    tests.filter { test in test.date.earliest.map(period.contains) ?? false }
  }

  /// Pledges made in the period.
  public func pledges(in period: Period) -> [Pledge] {
    pledges.filter { pledge in pledge.date.earliest.map(period.contains) ?? false }
  }

  /// Answers of each partner, in the order of `partners`. Every coded answer counts, so a partner that first
  /// protested and then acquiesced counts under both; answers of other coders are left out unless named.
  ///
  /// - Parameter coder: whose codings to count; `nil` is the coder of the file.
  public func tallies(in period: Period? = nil, coder: String? = nil) -> [Tally] {
    let tested = period.map(tests(in:)) ?? tests
    return partners.map { state in
      let answers = tested.map { test in
        test.responses.filter { $0.state == state && ($0.coder ?? self.coder) == (coder ?? self.coder) }
      }
      var counts: [Conduct: Int] = [:]
      for answer in answers.joined() { counts[answer.conduct, default: 0] += 1 }
      return Tally(state: state, tests: answers.count { !$0.isEmpty }, counts: counts)
    }
  }

  /// Tests that every partner answered by resisting jointly.
  public func heldTogether(in period: Period? = nil) -> [Test] {
    (period.map(tests(in:)) ?? tests).filter { test in
      partners.allSatisfy { state in
        test.responses.contains { $0.state == state && $0.conduct == .resistJointly }
      }
    }
  }
}
