extension StateTable {
  /// North, Central and South America and the Caribbean (numbers 2 to 165).
  static let americas = """
    2 USA United States | system 1816-01-01/.. | un 1945-10-24/.. | gw 1816-01-01/.. | iso US USA
      also United States of America; America; U.S.; U.S.A.
    20 CAN Canada | system 1920-01-10/.. | un 1945-11-09/.. | gw 1867-07-01/.. | iso CA CAN
    31 BHM Bahamas | system 1973-07-10/.. | un 1973-09-18/.. | gw 1973-07-10/.. | iso BS BHS
      also Commonwealth of the Bahamas
    40 CUB Cuba | system 1902-05-20/1906-09-25, 1909-01-23/.. | un 1945-10-24/.. | gw 1902-05-20/.. | iso CU CUB
    41 HAI Haiti | system 1859-01-01/1915-07-28, 1934-08-15/.. | un 1945-10-24/..
      gw 1816-01-01/1915-07-04, 1934-08-15/.. | iso HT HTI
    42 DOM Dominican Republic | system 1894-01-01/1916-11-29, 1924-09-29/.. | un 1945-10-24/.. | gw 1844-02-27/..
      iso DO DOM | also Santo Domingo
    51 JAM Jamaica | system 1962-08-06/.. | un 1962-09-18/.. | gw 1962-08-06/.. | iso JM JAM
    52 TRI Trinidad and Tobago | system 1962-08-31/.. | un 1962-09-18/.. | gw 1962-08-31/.. | iso TT TTO
      also Trinidad
    53 BAR Barbados | system 1966-11-30/.. | un 1966-12-09/.. | gw 1966-11-30/.. | iso BB BRB
    54 DMA Dominica | system 1978-11-03/.. | un 1978-12-18/.. | gw 1978-11-03/.. | iso DM DMA
    55 GRN Grenada | system 1974-02-07/.. | un 1974-09-17/.. | gw 1974-02-07/.. | iso GD GRD
    56 SLU Saint Lucia | system 1979-02-22/.. | un 1979-09-18/.. | gw 1979-02-22/.. | iso LC LCA
    57 SVG Saint Vincent and the Grenadines | system 1979-10-27/.. | un 1980-09-16/.. | gw 1979-10-27/..
      iso VC VCT | also Saint Vincent
    58 AAB Antigua and Barbuda | system 1981-11-01/.. | un 1981-11-11/.. | gw 1981-11-01/.. | iso AG ATG
      also Antigua
    60 SKN Saint Kitts and Nevis | system 1983-09-19/.. | un 1983-09-23/.. | gw 1983-09-19/.. | iso KN KNA
      also Saint Kitts; Saint Christopher and Nevis; Saint Kitts-Nevis
    70 MEX Mexico | system 1831-01-01/.. | un 1945-11-07/.. | gw 1821-07-01/.. | iso MX MEX
      also United Mexican States
    80 BLZ Belize | system 1981-09-21/.. | un 1981-09-25/.. | gw 1981-09-21/.. | iso BZ BLZ | also British Honduras
    90 GUA Guatemala | system 1868-01-01/.. | un 1945-11-21/.. | gw 1840-01-01/.. | iso GT GTM
    91 HON Honduras | system 1899-01-01/.. | un 1945-12-17/.. | gw 1840-01-01/.. | iso HN HND
    92 SAL El Salvador | system 1875-01-01/.. | un 1945-10-24/.. | gw 1840-01-01/.. | iso SV SLV | also Salvador
    93 NIC Nicaragua | system 1900-01-01/.. | un 1945-10-24/.. | gw 1840-01-01/.. | iso NI NIC
    94 COS Costa Rica | system 1920-01-01/.. | un 1945-11-02/.. | gw 1840-01-01/.. | iso CR CRI
    95 PAN Panama | system 1903-11-03/.. | un 1945-11-13/.. | gw 1903-11-03/.. | iso PA PAN
    100 COL Colombia | system 1831-01-01/.. | un 1945-11-05/.. | gw 1830-09-23/.. | iso CO COL
      names New Granada 1831-01-01/1858-05-21; Granadine Confederation 1858-05-22/1863-05-07
    101 VEN Venezuela | system 1841-01-01/.. | un 1945-11-15/.. | gw 1829-01-01/.. | iso VE VEN
      also Bolivarian Republic of Venezuela; Venezuela RB
    110 GUY Guyana | system 1966-05-26/.. | un 1966-09-20/.. | gw 1966-05-26/.. | iso GY GUY | also British Guiana
    115 SUR Suriname | system 1975-11-25/.. | un 1975-12-04/.. | gw 1975-11-25/.. | iso SR SUR
      also Surinam; Dutch Guiana
    130 ECU Ecuador | system 1854-01-01/.. | un 1945-12-21/.. | gw 1830-05-13/.. | iso EC ECU
    135 PER Peru | system 1839-01-01/.. | un 1945-10-31/.. | gw 1824-12-09/.. | iso PE PER
    140 BRA Brazil | system 1822-09-07/.. | un 1945-10-24/.. | gw 1822-09-07/.. | iso BR BRA
    145 BOL Bolivia | system 1848-01-01/.. | un 1945-11-14/.. | gw 1825-08-06/.. | iso BO BOL
      also Plurinational State of Bolivia
    150 PAR Paraguay | system 1846-01-01/1870-06-20, 1876-06-22/.. | un 1945-10-24/.. | gw 1816-01-01/..
      iso PY PRY
    155 CHL Chile | system 1839-01-01/.. | un 1945-10-24/.. | gw 1818-04-01/.. | iso CL CHL
    160 ARG Argentina | system 1841-01-01/.. | un 1945-10-24/.. | gw 1816-07-09/.. | iso AR ARG
      also Argentine Republic
    165 URU Uruguay | system 1882-01-01/.. | un 1945-12-18/.. | gw 1830-05-26/.. | iso UY URY
    """
}
