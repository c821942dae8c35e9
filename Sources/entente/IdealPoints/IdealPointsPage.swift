import Charts

/// A page that holds one figure.
enum IdealPointsPage {
  static func page(_ figure: Figure) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(figure.title)</title>
    <style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem;color-scheme:light}
    \(Figure.styleSheet)</style></head>
    <body>
    \(figure.html(prefix: "figure"))</body></html>

    """
  }
}
