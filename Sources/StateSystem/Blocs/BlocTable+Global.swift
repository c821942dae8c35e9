extension BlocTable {
  /// Blocs of the other continents and of the whole world.
  static let global = """
    ASEAN Association of Southeast Asian Nations
      1967-08-08/.. INS MAL PHI SIN THI
      1984-01-07/.. BRU
      1995-07-28/.. DRV
      1997-07-23/.. LAO MYA
      1999-04-30/.. CAM
      2025-10-26/.. ETM

    ASEAN-10 ASEAN of ten
      fixed BRU CAM DRV INS LAO MAL MYA PHI SIN THI

    SCO Shanghai Cooperation Organisation; Shanghai Cooperation Organization
      2001-06-15/.. CHN KYR KZK RUS TAJ UZB
      2017-06-09/.. IND PAK
      2023-07-04/.. IRN
      2024-07-04/.. BLR

    ArabLeague League of Arab States; Arab League
      1945-03-22/1979-03-30 EGY
      1989-05-23/.. EGY
      1945-03-22/1958-02-21 SYR
      1961-09-29/2011-11-15 SYR
      2023-05-07/.. SYR
      1945-03-22/.. IRQ JOR LEB SAU
      1945-05-05/1990-05-21 YAR
      1953-03-28/.. LIB
      1956-01-19/.. SUD
      1958-10-01/.. MOR TUN
      1961-07-20/.. KUW
      1962-08-16/.. ALG
      1967-12-12/1990-05-21 YPR
      1990-05-22/.. YEM
      1971-09-11/.. BAH QAT
      1971-09-29/.. OMA
      1971-12-06/.. UAE
      1973-11-26/.. MAA
      1974-02-14/.. SOM
      1977-09-04/.. DJI
      1993-11-20/.. COM

    GCC Gulf Cooperation Council; Cooperation Council for the Arab States of the Gulf
      1981-05-25/.. BAH KUW OMA QAT SAU UAE

    OAPEC Organization of Arab Petroleum Exporting Countries
      1968-01-09/.. KUW LIB SAU
      1970/.. ALG BAH QAT UAE
      1972/.. IRQ SYR
      1973/1979-04-16 EGY
      1989-05-13/.. EGY

    OAS Organization of American States; Organisation of American States
      1948-04-30/.. ARG BOL BRA CHL COL COS DOM ECU GUA HAI HON MEX PAN PAR PER SAL URU USA VEN
      1948-04-30/1962-01-30 CUB
      1948-04-30/2023-11-18 NIC
      1967-03-13/.. TRI
      1967-10-09/.. BAR
      1969-06-20/.. JAM
      1975-05-13/.. GRN
      1977-02-22/.. SUR
      1979-05-22/.. DMA SLU
      1981-12-03/.. AAB SVG
      1982-03-03/.. BHM
      1984-03-12/.. SKN
      1990-01-08/.. CAN
      1991-01-08/.. BLZ GUY

    OECS Organization of Eastern Caribbean States; Organisation of Eastern Caribbean States
      1981-06-18/.. AAB DMA GRN SKN SLU SVG

    MERCOSUR Southern Common Market
      1991-11-29/.. ARG BRA PAR URU
      2012-07-31/2016-12-01 VEN
      2024-07-08/.. BOL

    NAFTA North American Free Trade Agreement
      1994-01-01/2020-06-30 CAN MEX USA

    AU African Union; Organisation of African Unity; Organization of African Unity; OAU
      1963-05-25/.. ALG BEN BFO BUI CAO CDI CEN CHA CON DRC EGY ETH GAB GHA GUI LBR LIB MAA MAG MLI NIG NIR RWA SEN SIE
      1963-05-25/.. SOM SUD TAZ TOG TUN UGA
      1963-05-25/1984-11-12 MOR
      2017-01-30/.. MOR
      1963-12-13/.. KEN
      1964-07-13/.. MAW
      1964-12-16/.. ZAM
      1965-03-09/.. GAM
      1966-10-31/.. BOT LES
      1968-08/.. MAS
      1968-09-24/.. SWA
      1968-10-12/.. EQG
      1973-11-19/.. GNB
      1976-02-11/.. ANG
      1975-07-18/.. CAP COM MZM STP
      1976-06-29/.. SEY
      1977-06-27/.. DJI
      1980-06/.. ZIM
      1990-06-03/.. NAM
      1993-05-24/.. ERI
      1994-06-06/.. SAF
      2011-07-27/.. SSD

    ECOWAS Economic Community of West African States
      1975-05-28/.. BEN CDI GAM GHA GNB GUI LBR NIG SEN SIE TOG
      1975-05-28/2025-01-28 BFO MLI NIR
      1975-05-28/2000-12-31 MAA
      1977/.. CAP

    SADC Southern African Development Community; Southern African Development Coordination Conference; SADCC
      1980-04-01/.. ANG BOT LES MAW MZM SWA TAZ ZAM ZIM
      1990-03-21/.. NAM
      1994-08-29/.. SAF
      1995-08-28/.. MAS
      1997-09-08/.. DRC
      1997-09-08/2004-07-01 SEY
      2008-08-16/.. SEY
      2005-08-18/.. MAG
      2018-08-17/.. COM

    Commonwealth Commonwealth of Nations; British Commonwealth
      1931-12-11/.. AUL CAN NEW UKG
      1931-12-11/1949-04-17 IRE
      1931-12-11/1961-05-30 SAF
      1994-06-01/.. SAF
      1947-08-15/.. IND
      1947-08-14/1972-01-29 PAK
      1989-10-01/.. PAK
      1948-02-04/.. SRI
      1957-03-06/.. GHA
      1957-08-31/.. MAL
      1960-10-01/.. NIG
      1961-03-13/.. CYP
      1961-04-27/.. SIE
      1961-12-09/.. TAZ
      1962-08-06/.. JAM
      1962-08-31/.. TRI
      1962-10-09/.. UGA
      1963-12-12/.. KEN
      1963-12-19/1964-04-25 ZAN
      1964-07-06/.. MAW
      1964-09-21/.. MLT
      1964-10-24/.. ZAM
      1965-02-18/2013-10-02 GAM
      2018-02-08/.. GAM
      1965-10-15/.. SIN
      1966-05-26/.. GUY
      1966-09-30/.. BOT
      1966-10-04/.. LES
      1966-11-30/.. BAR
      1968-03-12/.. MAS
      1968-09-06/.. SWA
      1968-11-01/.. NAU
      1970-06-04/.. TON
      1970-08-28/.. WSM
      1970-10-10/1987-10-14 FIJ
      1997-10-01/.. FIJ
      1972-04-18/.. BNG
      1973-07-10/.. BHM
      1974-02-07/.. GRN
      1975-09-16/.. PNG
      1976-06-29/.. SEY
      1978-07-07/.. SOL
      1978-10-01/.. TUV
      1978-11-03/.. DMA
      1979-02-22/.. SLU
      1979-07-12/.. KIR
      1979-10-27/.. SVG
      1980-04-18/2003-12-06 ZIM
      1980-07-30/.. VAN
      1981-09-21/.. BLZ
      1981-11-01/.. AAB
      1982-07-09/2016-10-12 MAD
      2020-02-01/.. MAD
      1983-09-19/.. SKN
      1984-01-01/.. BRU
      1990-03-21/.. NAM
      1995-11-12/.. MZM
      1995-11-13/.. CAO
      2009-11-29/.. RWA
      2022-06-25/.. GAB TOG

    G7 Group of Seven; G-7
      1975-11-15/.. FRN ITA JPN UKG USA
      1975-11-15/1990-10-02 GFR
      1990-10-03/.. GMY
      1976-06-27/.. CAN

    G8 Group of Eight; G-8
      1997-06-20/2014-03-24 CAN FRN GMY ITA JPN RUS UKG USA
    """
}
