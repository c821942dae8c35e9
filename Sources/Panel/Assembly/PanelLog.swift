import Synchronization

/// What was decided while a panel was made, by step: reductions, filters, rules. Part of the codebook.
final class PanelLog: Sendable {
  private let lines = Mutex<[(order: Int, text: String)]>([])

  /// Adds a line; lines of one `order` stay in the order in which they come.
  func note(_ order: Int, _ text: String) { lines.withLock { $0.append((order, text)) } }

  /// The lines by order.
  var all: [String] {
    lines.withLock { lines in
      lines.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(\.element.text)
    }
  }
}
