/// Rows and columns of text, ready to be set as plain text, Markdown or LaTeX.
struct Grid {
  let header: [String]
  var rows: [[String]]
  /// Positions in `rows` before which a rule is drawn.
  var rules: [Int] = []

  /// Columns set apart by two spaces, the first to the left, the others to the right.
  var text: String {
    let all = [header] + rows
    let widths = header.indices.map { j in all.map { $0[j].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      var out = cells[0] + String(repeating: " ", count: widths[0] - cells[0].count)
      for j in cells.indices.dropFirst() {
        out += "  " + String(repeating: " ", count: widths[j] - cells[j].count) + cells[j]
      }
      while out.last == " " { out.removeLast() }
      return out + "\n"
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1)) + "\n"
    var out = line(header) + rule
    for (i, row) in rows.enumerated() {
      if rules.contains(i) { out += rule }
      out += line(row)
    }
    return out
  }

  var markdown: String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
    let rule = "|---|" + String(repeating: "---:|", count: header.count - 1) + "\n"
    return line(header) + rule + rows.map(line).joined()
  }

  /// A `tabular` with the rules of the booktabs package.
  var latex: String {
    func line(_ cells: [String]) -> String { cells.map(Self.escaped).joined(separator: " & ") + " \\\\\n" }
    var out = "\\begin{tabular}{l" + String(repeating: "r", count: header.count - 1) + "}\n\\toprule\n"
    out += line(header) + "\\midrule\n"
    for (i, row) in rows.enumerated() {
      if rules.contains(i) { out += "\\midrule\n" }
      out += line(row)
    }
    return out + "\\bottomrule\n\\end{tabular}\n"
  }

  static func escaped(_ text: String) -> String {
    var out = ""
    for c in text {
      switch c {
      case "&", "%", "$", "#", "_", "{", "}": out += "\\\(c)"
      case "^": out += "\\^{}"
      case "~": out += "\\~{}"
      case "\\": out += "\\textbackslash{}"
      case "<": out += "$<$"
      case ">": out += "$>$"
      case "-" where out.isEmpty || out.last == "[" || out.last == " " || out.last == "e": out += "$-$"
      default: out.append(c)
      }
    }
    return out
  }
}
