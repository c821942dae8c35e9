extension Figure {
  /// The width for a page column.
  public static let wide = 720.0
  /// The width for a phone.
  public static let narrow = 360.0

  /// Where an SVG text is going.
  public enum Form: Hashable, Sendable {
    /// Inside a page that prints title, source and notes itself and includes `Figure.styleSheet`.
    case inline
    /// A file of its own: carries title, source and notes, colours for light, dark and print.
    case file
  }

  /// The figure as SVG.
  ///
  /// The drawing is laid out for `width` CSS pixels and scales with its container; ask for `Figure.narrow` to get a layout
  /// that stays readable on a phone. Ids start with `prefix`, which must differ between the figures of one page.
  public func svg(prefix: String, width: Double = Figure.wide, form: Form = .inline) -> String {
    let id = XML.identifier(prefix)
    var scene = scene(width: width)
    if form == .file { scene = captioned(scene) }
    let size = (Digits.coordinate(scene.width), Digits.coordinate(scene.height))
    var out = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id)\" class=\"entente-chart\" role=\"img\""
    out += " aria-labelledby=\"\(id)-title \(id)-desc\" viewBox=\"0 0 \(size.0) \(size.1)\""
    if form == .file { out += " width=\"\(size.0)\" height=\"\(size.1)\" color=\"#1a1a1a\"" }
    out += " font-family=\"\(Self.fonts)\" font-size=\"\(Digits.coordinate(Layout.label))\" fill=\"currentColor\">\n"
    out += "<title id=\"\(id)-title\">\(XML.escape(title))</title>\n"
    out += "<desc id=\"\(id)-desc\">\(XML.escape(description))</desc>\n"
    if form == .file { out += "<style>\(Self.fileStyle(id))</style>\n" }
    for mark in scene.marks { out += mark.svg + "\n" }
    return out + "</svg>\n"
  }

  /// Fonts of nearly equal widths first, so that labels take the space the layout gave them.
  static let fonts = "Helvetica Neue,Helvetica,Arial,Liberation Sans,system-ui,sans-serif"

  private static func fileStyle(_ id: String) -> String {
    "#\(id){color:#1a1a1a;background:#fff}"
      + "@media screen and (prefers-color-scheme:dark){#\(id){color:#e8e6e3;background:#16181c}#\(id) .paper{fill:#16181c}"
      + "#\(id) [fill=\"#0072B2\"]{fill:#3a9bdc}#\(id) [stroke=\"#0072B2\"]{stroke:#3a9bdc}}"
      + "@media print{#\(id){color:#000;background:#fff}#\(id) .paper{fill:#fff}}"
  }

  /// The drawing between title and source, moved down and framed by a margin.
  private func captioned(_ scene: Scene) -> Scene {
    let margin = 16.0
    var canvas = Canvas(width: scene.width)
    var top = margin
    top = canvas.lines(
      TextMetrics.wrap(title, width: scene.width, size: 17, bold: true), x: 0, top: top, size: 17, bold: true,
      role: .caption)
    if !subtitle.isEmpty {
      top = canvas.lines(
        TextMetrics.wrap(subtitle, width: scene.width, size: 13), x: 0, top: top + 2, size: 13, fill: .muted,
        role: .caption)
    }
    top += 12
    let head = canvas.scene.marks
    var foot = Canvas(width: scene.width)
    var bottom = top + scene.height + 10
    let sources = source.isEmpty ? [] : ["Source: " + source]
    for paragraph in notes + sources {
      let lines = TextMetrics.wrap(paragraph, width: scene.width, size: Layout.small)
      bottom = foot.lines(lines, x: 0, top: bottom, size: Layout.small, fill: .muted, role: .caption) + 2
    }
    let marks = (head + scene.marks.map { $0.moved(dx: 0, dy: top) } + foot.scene.marks)
      .map { $0.moved(dx: margin, dy: 0) }
    return Scene(
      width: scene.width + 2 * margin, height: (bottom + margin).rounded(.up), marks: marks, plots: scene.plots)
  }
}

extension Mark {
  func moved(dx: Double, dy: Double) -> Mark {
    func move(_ p: Point) -> Point { Point(p.x + dx, p.y + dy) }
    var out = self
    switch shape {
    case .line(let a, let b): out.shape = .line(move(a), move(b))
    case .rect(let box, let radius):
      out.shape = .rect(Box(x: box.x + dx, y: box.y + dy, width: box.width, height: box.height), radius: radius)
    case .circle(let c, let r): out.shape = .circle(move(c), radius: r)
    case .polyline(let points): out.shape = .polyline(points.map(move))
    case .polygon(let points): out.shape = .polygon(points.map(move))
    case .strokes(let lines): out.shape = .strokes(lines.map { $0.map(move) })
    case .text(var run):
      run.at = move(run.at)
      out.shape = .text(run)
    }
    return out
  }

  var svg: String {
    func n(_ value: Double) -> String { Digits.coordinate(value) }
    func path(_ points: [Point]) -> String {
      points.enumerated().map { ($0 == 0 ? "M" : "L") + n($1.x) + " " + n($1.y) }.joined()
    }
    switch shape {
    case .line(let a, let b): return "<path d=\"\(path([a, b]))\"\(paint)/>"
    case .rect(let box, let radius):
      let corner = radius > 0 ? " rx=\"\(n(radius))\"" : ""
      return "<rect x=\"\(n(box.x))\" y=\"\(n(box.y))\" width=\"\(n(max(0, box.width)))\""
        + " height=\"\(n(max(0, box.height)))\"\(corner)\(paint)/>"
    case .circle(let c, let r): return "<circle cx=\"\(n(c.x))\" cy=\"\(n(c.y))\" r=\"\(n(r))\"\(paint)/>"
    case .polyline(let points): return "<path d=\"\(path(points))\"\(paint)/>"
    case .polygon(let points): return "<path d=\"\(path(points))Z\"\(paint)/>"
    case .strokes(let lines): return "<path d=\"\(lines.map(path).joined())\"\(paint)/>"
    case .text(let run): return svg(run)
    }
  }

  private func svg(_ run: TextRun) -> String {
    var out = "<text x=\"\(Digits.coordinate(run.at.x))\" y=\"\(Digits.coordinate(run.at.y))\""
    if run.size != Layout.label { out += " font-size=\"\(Digits.coordinate(run.size))\"" }
    if run.bold { out += " font-weight=\"700\"" }
    if run.anchor != .start { out += " text-anchor=\"\(run.anchor.rawValue)\"" }
    let (color, opacity) = fill.attributes
    if color != "currentColor" { out += " fill=\"\(color)\"" }
    if opacity < 1 { out += " fill-opacity=\"\(Digits.coordinate(opacity))\"" }
    return out + ">\(XML.escape(run.string))</text>"
  }

  private var paint: String {
    var out = fill == .paper ? " class=\"paper\"" : ""
    let (color, fillOpacity) = fill.attributes
    if color != "currentColor" { out += " fill=\"\(color)\"" }
    let inside = fillOpacity * opacity
    if fill != .none, inside < 1 { out += " fill-opacity=\"\(Digits.coordinate(inside))\"" }
    guard stroke != .none else { return out }
    let (line, strokeOpacity) = stroke.attributes
    out += " stroke=\"\(line)\""
    if strokeOpacity < 1 { out += " stroke-opacity=\"\(Digits.coordinate(strokeOpacity))\"" }
    if lineWidth != 1 { out += " stroke-width=\"\(Digits.coordinate(lineWidth))\"" }
    if !dash.isEmpty { out += " stroke-dasharray=\"\(dash.map(Digits.coordinate).joined(separator: " "))\"" }
    if case .polyline = shape { out += " stroke-linejoin=\"round\"" }
    return out
  }
}
