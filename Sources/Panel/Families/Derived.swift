extension Family {
  /// Years of peace since the last dispute.
  static let peaceYears = Family(
    name: "peace-years", summary: "Years since the last dispute of the dyad, of each source of disputes added.",
    peer: "add_peace_years", units: dyadic, datasets: []
  ) { context throws(PanelError) in [] }

  /// Peace counted from onsets, the number of the spell, and years of shared membership.
  static let spells = Family(
    name: "spells", summary: "Peace counted from onsets, the number of the peace spell, and years as a dyad.",
    peer: "add_spells", units: dyadic, datasets: []
  ) { context throws(PanelError) in [] }

  /// Columns made from columns of disputes already there.
  static func derived(_ name: String, from columns: [PanelColumn], frame: Frame) -> [PanelColumn] {
    guard let dyads = frame.dyads else { return [] }
    let units: ((Range<Int>) -> Void) -> Void = { body in dyads.forEachPair { _, _, rows in body(rows) } }
    func made(
      _ source: PanelColumn, _ name: String, _ label: String, _ meaning: String, _ values: [Int16]
    ) -> PanelColumn {
      PanelColumn(
        Variable(
          name, .count, label: label, unit: "years", meaning: meaning, dataset: source.variable.dataset,
          missing: "Where it is not known whether there is a dispute, it has the same reason."),
        .shorts(values), years: source.years, version: source.version)
    }
    var result: [PanelColumn] = []
    for prefix in ["cowmid", "gmlmid"] {
      func flags(_ name: String) -> (PanelColumn, [UInt8])? {
        guard let column = columns.first(where: { $0.variable.name == prefix + name }),
          case .bytes(let values) = column.cells
        else { return nil }
        return (column, values)
      }
      guard let (ongoing, conflict) = flags("ongoing"), let (_, onset) = flags("onset") else { continue }
      if name == "peace-years" {
        result.append(
          made(
            ongoing, prefix + "spell", "Peace years",
            "Years of the panel since the last year with a dispute under way; 0 in the first.",
            PeaceYears.counts(conflict, units: units)))
      } else {
        result.append(
          made(
            ongoing, prefix + "onsetspell", "Peace years since an onset",
            "Years of the panel since the last year in which a dispute began; 0 in the first.",
            PeaceYears.counts(onset, units: units)))
        result.append(
          made(
            ongoing, prefix + "spellnumber", "Number of the peace spell",
            "Which spell of peace it is: 1 to the end of the first dispute, then one more after each.",
            Spells.numbers(conflict, units: units)))
      }
    }
    if name == "spells" {
      result.append(
        PanelColumn(
          Variable(
            "dyadage", .count, label: "Years as a dyad", unit: "years",
            meaning: "Years of the panel in which both were members, to this one.", dataset: "",
            missing: "Never missing."), .shorts(Spells.ages(count: frame.count, units: units))))
    }
    return result
  }
}
