extension StateTable {
  /// Western and central Europe with the German and Italian states before unification (numbers 200 to 338).
  static let westernEurope = """
    200 UKG United Kingdom | system 1816-01-01/.. | un 1945-10-24/.. | gw 1816-01-01/.. | iso GB GBR
      also UK; U.K.; Great Britain; Britain; England; United Kingdom of Great Britain and Northern Ireland
    205 IRE Ireland | system 1922-12-06/.. | un 1955-12-14/.. | gw 1921-12-06/.. | iso IE IRL
      names Irish Free State 1922-12-06/1937-12-28 | also Eire; Republic of Ireland
    210 NTH Netherlands | system 1816-01-01/1940-07-14, 1945-06-26/.. | un 1945-12-10/.. | gw 1816-01-01/..
      iso NL NLD | also Holland; Kingdom of the Netherlands
    211 BEL Belgium | system 1830-12-20/1940-05-28, 1945-06-26/.. | un 1945-12-27/.. | gw 1830-10-04/.. | iso BE BEL
    212 LUX Luxembourg | system 1920-11-15/1940-05-10, 1944-09-10/.. | un 1945-10-24/.. | gw 1867-05-11/..
      iso LU LUX | also Luxemburg
    220 FRN France | system 1816-01-01/1942-11-11, 1944-08-25/.. | un 1945-10-24/.. | gw 1816-01-01/.. | iso FR FRA
    221 MNC Monaco | system 1993-05-28/.. | un 1993-05-28/.. | gw 1816-01-01/.. | iso MC MCO
    223 LIE Liechtenstein | system 1990-09-18/.. | un 1990-09-18/.. | gw 1816-01-01/.. | iso LI LIE
    225 SWZ Switzerland | system 1816-01-01/.. | un 2002-09-10/.. | gw 1816-01-01/.. | iso CH CHE
      also Swiss Confederation
    230 SPN Spain | system 1816-01-01/.. | un 1955-12-14/.. | gw 1816-01-01/.. | iso ES ESP
    232 AND Andorra | system 1993-07-28/.. | un 1993-07-28/.. | gw 1816-01-01/.. | iso AD AND
    235 POR Portugal | system 1816-01-01/.. | un 1955-12-14/.. | gw 1816-01-01/.. | iso PT PRT
    240 HAN Hanover | system 1837-06-20/1866-07-26 | gw 1816-01-01/1871-01-17 | also Hannover
    245 BAV Bavaria | system 1816-01-01/1871-01-18 | gw 1816-01-01/1871-01-17
    255 GMY Germany | system 1816-01-01/1945-05-08, 1990-10-03/.. | un 1990-10-03/..
      gw 1816-01-01/1945-05-07; 260 GFR 1990-10-03/.. | iso DE DEU ../1945-05-08, 1990-10-03/..
      names Prussia ../1867-06-30; North German Confederation 1867-07-01/1871-01-17
      also German Empire; German Reich; Germany (Prussia)
    260 GFR West Germany | system 1955-05-05/1990-10-02 | un 1973-09-18/1990-10-02 | gw 1949-09-21/1990-10-02
      iso DE DEU | also German Federal Republic; Federal Republic of Germany; FRG; Germany, West; Germany, Fed. Rep.
      also Germany 1949-05-23/1990-10-02 | shared Germany | heir 255
    265 GDR East Germany | system 1954-03-25/1990-10-02 | un 1973-09-18/1990-10-02 | gw 1949-10-05/1990-10-02
      iso DD DDR DDDE ../1990-10-29 | also German Democratic Republic; Germany, Dem. Rep.; East Germany (GDR)
      also Germany, East; Germany, GDR; German DR | shared Germany | heir 255
    267 BAD Baden | system 1816-01-01/1871-01-18 | gw 1816-01-01/1871-01-17
    269 SAX Saxony | system 1816-01-01/1867-04-17 | gw 1816-01-01/1871-01-17
    271 WRT Württemberg | system 1816-01-01/1871-01-18 | gw 1816-01-01/1871-01-17
      also Wuerttemburg; Wuerttemberg; Würtemberg
    273 HSE Hesse-Kassel | system 1816-01-01/1866-07-26 | gw 1816-01-01/1871-01-17
      also Hesse Electoral; Electoral Hesse; Hesse-Kassel (Electoral) | shared Hesse
    275 HSG Hesse-Darmstadt | system 1816-01-01/1867-04-17 | gw 275 HSD 1816-01-01/1871-01-17
      also Hesse Grand Ducal; Grand Duchy of Hesse; Hesse-Darmstadt (Ducal) | shared Hesse
    280 MEC Mecklenburg-Schwerin | system 1843-01-01/1867-04-17 | gw 1816-01-01/1871-01-17 | also Mecklenburg
    290 POL Poland | system 1918-11-03/1939-09-27, 1945-06-28/.. | un 1945-10-24/.. | gw 1918-11-11/.. | iso PL POL
    300 AUH Austria-Hungary | system 1816-01-01/1918-11-12 | gw 1816-01-01/1918-11-13
      names Austrian Empire ../1867-06-07 | also Austria ../1918-11-12 | shared Hungary
    305 AUS Austria | system 1919-09-10/1938-03-13, 1955-07-27/.. | un 1955-12-14/.. | gw 1918-11-14/.. | iso AT AUT
    310 HUN Hungary | system 1918-11-16/.. | un 1955-12-14/.. | gw 1918-11-03/.. | iso HU HUN
    315 CZE Czechoslovakia | system 1918-10-28/1939-03-15, 1945-05-10/1992-12-31 | un 1945-10-24/1992-12-31
      gw 1918-11-11/1992-12-31 | iso CS CSK CSHH ../1993-06-14
      also Czech and Slovak Federal Republic; Czecho-Slovakia; CSSR
    316 CZR Czech Republic | system 1993-01-01/.. | un 1993-01-19/.. | gw 1993-01-01/.. | iso CZ CZE | also Czechia
    317 SLO Slovakia | system 1993-01-01/.. | un 1993-01-19/.. | gw 1993-01-01/.. | iso SK SVK | also Slovak Republic
    325 ITA Italy | system 1816-01-01/.. | un 1955-12-14/.. | gw 1816-01-01/.. | iso IT ITA
      names Sardinia ../1861-03-16 | also Piedmont; Piedmont-Sardinia; Italy/Sardinia; Kingdom of Sardinia
    327 PAP Papal States | system 1816-01-01/1860-11-05 | gw 1816-01-01/1870-09-22
    329 SIC Two Sicilies | system 1816-01-01/1861-02-13 | gw 1816-01-01/1861-03-16 | also Naples
      also Kingdom of the Two Sicilies
    331 SNM San Marino | system 1992-03-02/.. | un 1992-03-02/.. | gw 1816-01-01/.. | iso SM SMR
    332 MOD Modena | system 1842-01-01/1860-03-15 | gw 1816-01-01/1861-03-16
    335 PMA Parma | system 1851-01-01/1860-03-15 | gw 1816-01-01/1861-03-16
    337 TUS Tuscany | system 1816-01-01/1860-03-15 | gw 1816-01-01/1861-03-16
    338 MLT Malta | system 1964-09-21/.. | un 1964-12-01/.. | gw 1964-09-21/.. | iso MT MLT
    """
}
