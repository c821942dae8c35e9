extension BlocTable {
  /// Blocs of Europe, the North Atlantic and the former Soviet Union.
  static let european = """
    EU European Union; European Communities; European Community; European Economic Community; EEC; EC; Common Market
      1958-01-01/.. BEL FRN ITA LUX NTH
      1958-01-01/1990-10-02 GFR
      1990-10-03/.. GMY
      1973-01-01/.. DEN IRE
      1973-01-01/2020-01-31 UKG
      1981-01-01/.. GRC
      1986-01-01/.. POR SPN
      1995-01-01/.. AUS FIN SWD
      2004-05-01/.. CYP CZR EST HUN LAT LIT MLT POL SLO SLV
      2007-01-01/.. BUL ROM
      2013-07-01/.. CRO

    EU-15 European Union of fifteen; EU15
      fixed AUS BEL DEN FIN FRN GFR GMY GRC IRE ITA LUX NTH POR SPN SWD UKG

    NATO North Atlantic Treaty Organization; North Atlantic Treaty Organisation; Atlantic Alliance
      1949-08-24/.. BEL CAN DEN FRN ICE ITA LUX NOR NTH POR UKG USA
      1952-02-18/.. GRC TUR
      1955-05-06/1990-10-02 GFR
      1990-10-03/.. GMY
      1982-05-30/.. SPN
      1999-03-12/.. CZR HUN POL
      2004-03-29/.. BUL EST LAT LIT ROM SLO SLV
      2009-04-01/.. ALB CRO
      2017-06-05/.. MNG
      2020-03-27/.. MAC
      2023-04-04/.. FIN
      2024-03-07/.. SWD

    WarsawPact Warsaw Pact; Warsaw Treaty Organization
      1955-05-14/1991-07-01 BUL CZE HUN POL ROM RUS
      1955-05-14/1990-09-24 GDR
      1955-05-14/1968-09-12 ALB

    Comecon Council for Mutual Economic Assistance; CMEA; COMECON
      1949-01-25/1991-06-28 BUL CZE HUN POL ROM RUS
      1949-02-23/1961-12-31 ALB
      1950-09-29/1990-10-02 GDR
      1962-06-07/1991-06-28 MON
      1972-07-12/1991-06-28 CUB
      1978-06-29/1991-06-28 DRV

    CIS Commonwealth of Independent States
      1991-12-08/.. BLR RUS
      1991-12-08/2018-05-18 UKR
      1991-12-21/.. ARM KYR KZK MLD TAJ UZB
      1991-12-21/2005-08-25 TKM
      1993-09-24/.. AZE
      1993-12-09/2009-08-17 GRG

    CSTO Collective Security Treaty Organization; Collective Security Treaty Organisation
      2002-10-07/.. ARM BLR KYR KZK RUS TAJ
      2006-08-16/2012-06-27 UZB

    EAEU Eurasian Economic Union; EEU
      2015-01-01/.. BLR KZK RUS
      2015-01-02/.. ARM
      2015-08-12/.. KYR

    CoCom Coordinating Committee for Multilateral Export Controls; ChinCom
      1950-01-01/1994-03-31 BEL CAN DEN FRN ITA LUX NOR NTH UKG USA
      1950-01-01/1990-10-02 GFR
      1990-10-03/1994-03-31 GMY
      1952/1994-03-31 JPN POR
      1953/1994-03-31 GRC TUR
      1985/1994-03-31 SPN
      1989/1994-03-31 AUL
    """
}
