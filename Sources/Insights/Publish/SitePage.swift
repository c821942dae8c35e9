import Charts

/// The frame of every page: head, navigation, foot. No scripts, nothing loaded from elsewhere.
struct SitePage {
  let publication: Publication
  let path: String
  let title: String
  var description = ""
  /// Markup of the head that only some pages have.
  var head = ""
  /// The type of the page for previews.
  var type = "website"
  var card: String?

  /// The way from this page to the root: `../` for each folder.
  var root: String { String(repeating: "../", count: path.split(separator: "/").count - 1) }

  var url: String { publication.site.url + (path == "index.html" ? "" : path) }

  func html(_ body: String) -> String {
    let site = publication.site
    var page = HTML()
    page.raw("<!DOCTYPE html>\n<html lang=\"\(HTML.escape(site.language))\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
    page.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'none'; base-uri 'none'\">\n"
    )
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
    page.raw("<meta name=\"generator\" content=\"\(HTML.escape(publication.generator))\">\n")
    page.element("title", path == "index.html" ? site.title : "\(title) · \(site.title)")
    meta("name", "description", description, into: &page)
    page.raw("<link rel=\"canonical\" href=\"\(HTML.escape(url))\">\n")
    page.raw("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Atom\" href=\"\(root)feed.atom\">\n")
    page.raw("<link rel=\"alternate\" type=\"application/feed+json\" title=\"JSON Feed\" href=\"\(root)feed.json\">\n")
    meta("property", "og:title", title, into: &page)
    meta("property", "og:description", description, into: &page)
    meta("property", "og:type", type, into: &page)
    meta("property", "og:url", url, into: &page)
    meta("property", "og:site_name", site.title, into: &page)
    if let card {
      meta("property", "og:image", site.url + card, into: &page)
      meta("property", "og:image:alt", "\(title): \(description)", into: &page)
      meta("name", "twitter:card", "summary_large_image", into: &page)
    }
    page.raw(head)
    page.raw("<style>\n\(StyleSheet.brief)\(Figure.styleSheet)\(StyleSheet.site)</style>\n</head>\n<body>\n")
    page.raw("<a class=\"skip\" href=\"#main\">Skip to the text</a>\n")
    page.raw(
      "<header class=\"site\"><p class=\"brand\"><a href=\"\(root)index.html\">\(HTML.escape(site.title))</a></p>\n")
    page.raw("<nav aria-label=\"Site\"><ul>\n")
    for (name, target) in Self.sections {
      let current = path == target ? " aria-current=\"page\"" : ""
      page.raw("<li><a href=\"\(root)\(target)\"\(current)>\(name)</a></li>\n")
    }
    page.raw("</ul></nav></header>\n<main id=\"main\" tabindex=\"-1\">\n")
    page.raw(body)
    page.raw("</main>\n<footer>\n")
    if !site.disclaimer.isEmpty { page.element("p", site.disclaimer) }
    page.raw(
      "<p><a href=\"\(root)about.html\">About and disclaimer</a> · <a href=\"\(root)corrections.html\">Corrections</a> · <a href=\"\(root)feed.atom\">Atom feed</a> · <a href=\"\(root)feed.json\">JSON feed</a></p>\n"
    )
    page.element("p", "\(site.publisher). Made by \(publication.generator) from public data; no scripts, no cookies.")
    page.raw("</footer>\n</body>\n</html>\n")
    return page.text
  }

  private static let sections = [
    ("Issues", "issues/index.html"), ("Topics", "topics/index.html"), ("Countries", "countries/index.html"),
    ("Regions", "regions/index.html"), ("Authors", "authors/index.html"), ("Claims", "claims.html"),
  ]

  private func meta(_ kind: String, _ name: String, _ content: String, into page: inout HTML) {
    guard !content.isEmpty else { return }
    page.raw("<meta \(kind)=\"\(name)\" content=\"\(HTML.escape(content))\">\n")
  }
}

extension StyleSheet {
  /// What a site needs beyond a brief.
  static let site = """
    .skip{position:absolute;left:-9999px}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    header.site{display:flex;flex-wrap:wrap;gap:.25rem 2rem;align-items:baseline;border-bottom:1px solid var(--line);
    margin-bottom:2rem;padding-bottom:.75rem}
    .brand{font-weight:700;margin:0}.brand a{color:var(--ink);text-decoration:none}
    header.site ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:0;padding:0;font-size:.9rem}
    header.site li a{display:inline-block;padding:.25rem 0}
    [aria-current=page]{font-weight:700}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    main:focus{outline:none}
    article .text{max-width:42rem}
    article .text p,article .text li{hyphens:auto}
    .byline,.meta{color:var(--soft);font-size:.9rem;margin:.25rem 0}
    .lead{font-size:1.15rem;line-height:1.5;border-left:4px solid var(--accent);padding-left:1rem;margin:1.25rem 0 1.5rem}
    a.claim{color:inherit;text-decoration:underline;text-decoration-style:dotted;text-decoration-thickness:1px;
    text-underline-offset:.2em;text-decoration-color:var(--soft)}
    a.claim:hover{text-decoration-style:solid}
    a.claim sup{font-size:.62em;margin-left:.08em;line-height:0;color:var(--soft);font-weight:700}
    a.claim.v-contradicted{text-decoration-style:wavy;text-decoration-color:#D55E00}
    a.claim.v-reporter-dependent,a.claim.v-coding-dependent{text-decoration-style:dashed;text-decoration-color:var(--accent)}
    .badge{white-space:nowrap;font-weight:600}
    .tally{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;font-size:.9rem}
    ul.cards{list-style:none;padding:0}ul.cards>li{margin:1.75rem 0}
    ul.cards h2,ul.cards h3{border:0;padding:0;margin:0 0 .25rem;font-size:1.25rem}
    ul.plain{list-style:none;padding:0;columns:2}
    blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--soft)}
    .ledger td,.ledger th{min-width:6rem}.ledger tbody th{min-width:8rem}
    tr:target{background:var(--band)}a.claim:target{background:var(--band)}
    @media (max-width:600px){ul.plain{columns:1}.ledger thead{display:none}.ledger tr{display:block;padding:.6rem 0;
    border-bottom:1px solid var(--line)}.ledger td,.ledger th{display:block;border:0;padding:.1rem 0;min-width:0}
    .ledger td[data-name]::before{content:attr(data-name) ": ";color:var(--soft);font-size:.75rem}}
    @page{margin:18mm 16mm}
    @media print{header.site,.skip,footer nav{display:none}a.claim{text-decoration:none}article .text{max-width:none}
    .text a[href^="http"]::after{content:" (" attr(href) ")";font-size:.8em}details.sources{display:none}}

    """
}
