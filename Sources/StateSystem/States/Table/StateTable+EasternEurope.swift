extension StateTable {
  /// The Balkans, eastern and northern Europe and the Caucasus (numbers 339 to 395).
  static let easternEurope = """
    339 ALB Albania | system 1914-01-01/1939-04-07, 1944-11-17/.. | un 1955-12-14/.. | gw 1913-01-01/.. | iso AL ALB
    341 MNG Montenegro | system 2006-06-12/.. | un 2006-06-28/.. | gw 1868-01-01/1915-07-01, 2006-06-03/..
      iso ME MNE 2006-09-26/..
    343 MAC North Macedonia | system 1993-04-08/.. | un 1993-04-08/.. | gw 1991-11-20/.. | iso MK MKD
      names Macedonia ../2019-02-11
      also The former Yugoslav Republic of Macedonia; FYROM; Republic of Macedonia; TFYR of Macedonia
      also Macedonia (Former Yugoslav Republic of); Macedonia, FYR
    344 CRO Croatia | system 1992-01-15/.. | un 1992-05-22/.. | gw 1992-04-27/.. | iso HR HRV
    345 YUG Serbia | system 1878-07-13/1941-04-20, 1944-10-20/..
      un 1945-10-24/1992-09-21, 2000-11-01/..
      gw 340 SER 1878-07-13/1915-10-01; 345 YUG 1918-12-01/2006-06-04; 340 SER 2006-06-05/..
      iso YU YUG YUCS 1918-12-01/2003-07-22; CS SCG CSXX 2003-07-23/2006-09-25; RS SRB ../1918-11-30, 2006-09-26/..
      names Kingdom of Serbs, Croats and Slovenes 1918-12-01/1929-10-02; Yugoslavia 1929-10-03/2003-02-03
      names Serbia and Montenegro 2003-02-04/2006-06-04
      also Federal Republic of Yugoslavia; FRY; Former Yugoslavia; SFRY
      also Socialist Federal Republic of Yugoslavia; Serbia/Yugoslavia
      also Yugoslavia/Serbia; Yugoslavia (Serbia); Yugoslavia, FR (Serbia/Montenegro); Serbia (Yugoslavia)
    346 BOS Bosnia and Herzegovina | system 1992-04-07/.. | un 1992-05-22/.. | gw 1992-04-27/.. | iso BA BIH
      also Bosnia; Bosnia-Herzegovina
    347 KOS Kosovo | system 2008-02-20/.. | gw 2008-02-17/.. | also XKX
    349 SLV Slovenia | system 1992-01-15/.. | un 1992-05-22/.. | gw 1992-04-27/.. | iso SI SVN
    350 GRC Greece | system 1828-01-01/1941-04-23, 1944-10-13/.. | un 1945-10-25/.. | gw 1828-04-25/.. | iso GR GRC
      also Hellenic Republic
    352 CYP Cyprus | system 1960-08-16/.. | un 1960-09-20/.. | gw 1960-08-16/.. | iso CY CYP
    355 BUL Bulgaria | system 1908-10-05/.. | un 1955-12-14/.. | gw 1878-03-03/.. | iso BG BGR
    359 MLD Moldova | system 1991-12-26/.. | un 1992-03-02/.. | gw 1991-08-27/.. | iso MD MDA
      also Republic of Moldova; Moldavia
    360 ROM Romania | system 1878-07-13/.. | un 1955-12-14/.. | gw 360 RUM 1878-07-13/..
      iso RO ROM ../2002-01-31; RO ROU 2002-02-01/.. | also Rumania; Roumania
    365 RUS Russia | system 1816-01-01/.. | un 1945-10-24/.. | gw 1816-01-01/..
      iso SU SUN SUHH 1922-12-30/1992-08-29; RU RUS ../1922-12-29, 1992-08-30/..
      names Soviet Union 1922-12-30/1991-12-25
      also USSR; Former USSR; Russian Federation; Russian Empire; Union of Soviet Socialist Republics; Soviet Russia
      also Russia (Soviet Union); Russia/Soviet Union; Soviet Union (Russia); USSR (Soviet Union)
    366 EST Estonia | system 1918-02-24/1940-06-16, 1991-09-06/.. | un 1991-09-17/..
      gw 1918-11-11/1940-06-01, 1991-09-06/.. | iso EE EST 1991-09-06/..
    367 LAT Latvia | system 1918-11-18/1940-06-16, 1991-09-06/.. | un 1991-09-17/..
      gw 1918-11-11/1940-06-01, 1991-09-06/.. | iso LV LVA 1991-09-06/..
    368 LIT Lithuania | system 1918-02-16/1940-06-15, 1991-09-06/.. | un 1991-09-17/..
      gw 1918-02-16/1940-06-01, 1991-09-06/.. | iso LT LTU 1991-09-06/..
    369 UKR Ukraine | system 1991-12-26/.. | un 1945-10-24/.. | gw 1991-12-01/.. | iso UA UKR
      names Ukrainian SSR ../1991-08-23 | also Ukrainian Soviet Socialist Republic
    370 BLR Belarus | system 1991-12-26/.. | un 1945-10-24/.. | gw 1991-08-25/..
      iso BY BYS BYAA ../1992-06-14; BY BLR 1992-06-15/.. | names Byelorussian SSR ../1991-09-18
      also Byelorussia; Belorussia; Byelorussian Soviet Socialist Republic; Belarus (Byelorussia); White Russia
    371 ARM Armenia | system 1991-12-26/.. | un 1992-03-02/.. | gw 1991-12-21/.. | iso AM ARM
    372 GRG Georgia | system 1991-12-26/.. | un 1992-07-31/.. | gw 1991-12-21/.. | iso GE GEO
    373 AZE Azerbaijan | system 1991-12-26/.. | un 1992-03-02/.. | gw 1991-12-21/.. | iso AZ AZE
    375 FIN Finland | system 1917-12-06/.. | un 1955-12-14/.. | gw 1917-12-06/.. | iso FI FIN
    380 SWD Sweden | system 1816-01-01/.. | un 1946-11-19/.. | gw 1816-01-01/.. | iso SE SWE
    385 NOR Norway | system 1905-06-07/1940-04-30, 1945-05-07/.. | un 1945-11-27/.. | gw 1905-08-26/.. | iso NO NOR
    390 DEN Denmark | system 1816-01-01/1940-04-09, 1945-05-07/.. | un 1945-10-24/.. | gw 1816-01-01/.. | iso DK DNK
    395 ICE Iceland | system 1944-06-17/.. | un 1946-11-19/.. | gw 1944-06-17/.. | iso IS ISL
    """
}
