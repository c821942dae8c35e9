/// The columns of a triad-year panel, each a column of the directed dyads behind it.
///
/// Partners are 1 and 2, the third power is 3. A variable of a state has a column for each: `cinc1`, `cinc2`, `cinc3`. A variable
/// of a dyad has one for each of the three dyads, `conttype_12`, `conttype_13`, `conttype_23`, and where it has a direction also
/// `flow1_21`, `flow1_31`, `flow1_32`: the two numbers say which state is the first of the dyad.
struct TriadColumns: Sendable {
  /// Places of the six directed dyads in a row's list of dyad rows.
  static let pairs = ["12", "21", "13", "31", "23", "32"]

  let variables: [Variable]
  /// For each column the dyad column it is taken from, and of which of the six dyads, or which cell after them.
  let choices: [(column: Int, place: Int)]
  /// Numbers a line: the six dyad rows, then the cells of the triad's own columns.
  let width: Int

  /// - Parameter own: how many of the columns, the last ones, have a cell of each triad in the line itself.
  init(_ columns: [PanelColumn], own: Int = 0) {
    var variables: [Variable] = []
    var choices: [(column: Int, place: Int)] = []
    func add(_ variable: Variable, _ column: Int, _ place: Int) {
      variables.append(variable)
      choices.append((column, place))
    }
    width = TriadColumns.pairs.count + own
    for (i, column) in columns.enumerated() {
      let variable = column.variable
      if i >= columns.count - own {
        add(variable, i, width - columns.count + i)
      } else if let side = column.side {
        // The second state of 12 is 2, that of 13 is 3; columns of first states give the first.
        let name = side.base.name
        if side.place == 1 {
          add(side.base.named(name + "1", of: "first partner"), i, 0)
        } else {
          add(side.base.named(name + "2", of: "second partner"), i, 0)
          add(side.base.named(name + "3", of: "third power"), i, 2)
        }
      } else if variable.name == "year" {
        add(variable, i, 0)
      } else {
        for (place, pair) in TriadColumns.pairs.enumerated() where variable.isDirected || place % 2 == 0 {
          add(variable.named("\(variable.name)_\(pair)", of: "states \(pair)"), i, place)
        }
      }
    }
    // The numbers of the three states and the year come first.
    let keys = ["ccode1", "ccode2", "ccode3", "year"]
    let order = variables.indices.sorted { a, b in
      let (x, y) = (keys.firstIndex(of: variables[a].name) ?? 4, keys.firstIndex(of: variables[b].name) ?? 4)
      return (x, a) < (y, b)
    }
    self.variables = order.map { variables[$0] }
    self.choices = order.map { choices[$0] }
  }
}
