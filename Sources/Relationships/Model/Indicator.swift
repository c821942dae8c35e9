/// What is observed of the chains: one value a cell, NaN where there is none.
public struct Indicator: Sendable {
  public enum Kind: String, Sendable, Codable {
    /// A real number with errors that persist from year to year.
    case continuous
    /// 0 or 1, by a logit.
    case binary
  }

  /// A column of what makes a value likely apart from the level.
  public enum Column: Sendable {
    /// A number a chain.
    case perChain([Float])
    /// A number a cell.
    case perCell([Float])
    /// 1 where the code of the cell is the given one.
    case code([UInt8], UInt8)
    /// The indicator's own value of the year before; 0 where there is none.
    case before
    /// 1 where the year before has no value.
    case noneBefore
  }

  public let name: String
  public let kind: Kind
  /// 1 or −1: the direction in which the level moves the indicator. A loading of the other sign is set to 0.
  public let sign: Double
  public let values: [Float]
  public let columns: [Column]

  public init(_ name: String, _ kind: Kind, sign: Double, values: [Float], columns: [Column] = []) {
    self.name = name
    self.kind = kind
    self.sign = sign < 0 ? -1 : 1
    self.values = values
    self.columns = columns
  }

  /// The value of a column in a cell; `first` is the first cell of the chain.
  @inline(__always)
  func column(_ index: Int, chain: Int, cell: Int, first: Int) -> Double {
    switch columns[index] {
    case .perChain(let numbers): Double(numbers[chain])
    case .perCell(let numbers): Double(numbers[cell])
    case .code(let codes, let code): codes[cell] == code ? 1 : 0
    case .before: cell > first && !values[cell - 1].isNaN ? Double(values[cell - 1]) : 0
    case .noneBefore: cell > first && !values[cell - 1].isNaN ? 0 : 1
    }
  }
}

/// Everything the model is fitted to.
public struct ModelData: Sendable {
  public let layout: ChainLayout
  /// Class of each cell, 0 or 1: cells of class 1 have a stationary variance of 1, those of class 0 one that is estimated.
  public let classes: [UInt8]
  public let indicators: [Indicator]

  public init(layout: ChainLayout, classes: [UInt8], indicators: [Indicator]) {
    self.layout = layout
    self.classes = classes
    self.indicators = indicators
  }

  /// The same chains with the binary indicators alone.
  var anchors: ModelData {
    ModelData(layout: layout, classes: classes, indicators: indicators.filter { $0.kind == .binary })
  }
}
