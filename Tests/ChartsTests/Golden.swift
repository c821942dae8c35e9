/// Drawings read and agreed on; a change of layout changes them.
enum Golden {
  static let interval = #"""
    <svg xmlns="http://www.w3.org/2000/svg" id="g" class="entente-chart" role="img" aria-labelledby="g-title g-desc" viewBox="0 0 300 123" font-family="Helvetica Neue,Helvetica,Arial,Liberation Sans,system-ui,sans-serif" font-size="13" fill="currentColor">
    <title id="g-title">A &amp; B</title>
    <desc id="g-desc">Reference line at 1.00, line. USA (highlighted): 1.00 (0.00–2.00); UK: none.</desc>
    <text x="157" y="10.35" font-size="11.5" fill-opacity="0.7">line</text>
    <text x="0" y="29.7" font-weight="700">USA</text>
    <text x="300" y="29.7" font-size="11.5" text-anchor="end" fill-opacity="0.7">1.00 (0.00–2.00)</text>
    <path d="M12 42L288 42" fill="none" stroke="#D55E00" stroke-width="2.2"/>
    <path d="M12 38.5L12 45.5" fill="none" stroke="#D55E00" stroke-width="2.2"/>
    <path d="M288 38.5L288 45.5" fill="none" stroke="#D55E00" stroke-width="2.2"/>
    <path d="M150 35.13L156.88 42L150 48.88L143.13 42Z" fill="#D55E00"/>
    <text x="0" y="70.7">UK</text>
    <text x="8" y="86.35" font-size="11.5" fill-opacity="0.7">none</text>
    <path d="M150 2L150 100" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="4 3"/>
    <path d="M8 100L292 100" fill="none" stroke="currentColor" stroke-opacity="0.7"/>
    <path d="M12 100L12 104" fill="none" stroke="currentColor" stroke-opacity="0.7"/>
    <text x="12" y="116.8" font-size="12" text-anchor="middle" fill-opacity="0.7">0.0</text>
    <path d="M81 100L81 104" fill="none" stroke="currentColor" stroke-opacity="0.7"/>
    <text x="81" y="116.8" font-size="12" text-anchor="middle" fill-opacity="0.7">0.5</text>
    <path d="M150 100L150 104" fill="none" stroke="currentColor" stroke-opacity="0.7"/>
    <text x="150" y="116.8" font-size="12" text-anchor="middle" fill-opacity="0.7">1.0</text>
    <path d="M219 100L219 104" fill="none" stroke="currentColor" stroke-opacity="0.7"/>
    <text x="219" y="116.8" font-size="12" text-anchor="middle" fill-opacity="0.7">1.5</text>
    <path d="M288 100L288 104" fill="none" stroke="currentColor" stroke-opacity="0.7"/>
    <text x="288" y="116.8" font-size="12" text-anchor="middle" fill-opacity="0.7">2.0</text>
    </svg>

    """#
}
