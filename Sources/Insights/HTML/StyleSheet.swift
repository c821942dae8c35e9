/// The style of a brief: readable on a phone, in the dark and in print, without anything loaded from elsewhere.
enum StyleSheet {
  static let brief = """
    :root{color-scheme:light dark;--ink:#1b1b1f;--soft:#5a5a66;--line:#d9d9e0;--paper:#fff;--band:#f5f5f7;--accent:#0072B2;
    --entente-paper:#fff}
    @media (prefers-color-scheme:dark){:root{--ink:#ececf1;--soft:#a9a9b6;--line:#3a3a44;--paper:#141417;--band:#1e1e23;
    --accent:#56B4E9;--entente-paper:#141417;--entente-blue:#3a9bdc}}
    *{box-sizing:border-box}
    html{font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--ink);
    background:var(--paper);-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:56rem;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
    h1{font-size:2rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em}
    h2{font-size:1.4rem;margin:3rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line)}
    h3{font-size:1.1rem;margin:2rem 0 .5rem}
    p{margin:.6rem 0}
    .subtitle{font-size:1.15rem;color:var(--soft);margin:0}
    .answer{font-size:1.1rem;background:var(--band);border-left:4px solid var(--accent);padding:1rem 1.25rem;margin:1.5rem 0}
    .answer p{margin:0}
    .note{font-size:.9rem;color:var(--soft)}
    .notice{border:1px solid var(--line);padding:.6rem .9rem;font-size:.9rem}
    nav ol{columns:2;padding-left:1.2rem;font-size:.9rem;margin:1rem 0}
    a{color:var(--accent)}
    .scroll{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;width:100%;font-size:.85rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:600;padding:.25rem 0;caption-side:top}
    th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line)}
    thead th{font-weight:600;color:var(--soft);border-bottom:2px solid var(--line);white-space:nowrap}
    tbody th{font-weight:500;min-width:10rem}
    td.number{text-align:right;white-space:nowrap}
    td.absent{color:var(--soft);font-style:italic;min-width:9rem}
    td details summary{font-size:.75rem;color:var(--soft);cursor:pointer}
    small{display:block;font-size:.75rem;color:var(--soft);font-weight:400;white-space:normal;overflow-wrap:anywhere}
    code,pre{font:.85rem/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
    pre{overflow-x:auto;background:var(--band);padding:.75rem 1rem}
    ul,ol{padding-left:1.3rem}
    footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;font-size:.85rem;color:var(--soft)}
    @media (max-width:600px){html{font-size:16px}body{padding:1.25rem 1rem 3rem}h1{font-size:1.6rem}nav ol{columns:1}}
    @media print{html{font-size:10pt;color:#000;background:#fff}body{max-width:none;padding:0}
    :root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--band:#f4f4f4;--entente-paper:#fff}
    nav{display:none}h2{break-after:avoid;margin-top:1.6rem}h3{break-after:avoid}tr{break-inside:avoid}
    .entente-chart{max-height:24cm}.scroll{overflow:visible}td details{display:none}a{color:#000;text-decoration:none}}

    """
}
