extension StateTable {
  /// North Africa and the Middle East (numbers 600 to 698).
  static let middleEast = """
    600 MOR Morocco | system 1847-01-01/1912-03-30, 1956-03-02/.. | un 1956-11-12/..
      gw 1816-01-01/1904-01-01, 1956-03-02/.. | iso MA MAR
    615 ALG Algeria | system 1962-07-05/.. | un 1962-10-08/.. | gw 1816-01-01/1830-07-05, 1962-07-05/.. | iso DZ DZA
    616 TUN Tunisia | system 1825-01-01/1881-05-12, 1956-03-20/.. | un 1956-11-12/..
      gw 1816-01-01/1881-05-12, 1956-01-01/.. | iso TN TUN
    620 LIB Libya | system 1951-12-24/.. | un 1955-12-14/.. | gw 1816-01-01/1834-12-31, 1951-12-24/.. | iso LY LBY
      also Libyan Arab Jamahiriya; Libyan Arab Republic; Libya GNC; Tripolitania
      also Socialist People's Libyan Arab Jamahiriya
    625 SUD Sudan | system 1956-01-01/.. | un 1956-11-12/.. | gw 1956-01-01/.. | iso SD SDN
      also North Sudan; Sudan (Former); Sudan (North)
    626 SSD South Sudan | system 2011-07-09/.. | un 2011-07-14/.. | gw 2011-07-09/.. | iso SS SSD 2011-08-09/..
    630 IRN Iran | system 1855-01-01/.. | un 1945-10-24/.. | gw 1816-01-01/.. | iso IR IRN
      names Persia ../1935-03-20 | also Islamic Republic of Iran; Iran (Persia)
    640 TUR Turkey | system 1816-01-01/.. | un 1945-10-24/.. | gw 1816-01-01/.. | iso TR TUR
      names Ottoman Empire ../1923-10-28
      also Türkiye; Republic of Türkiye; Turkey (Ottoman Empire); Turkey/Ottoman Empire
    645 IRQ Iraq | system 1932-10-03/.. | un 1945-12-21/.. | gw 1932-10-03/.. | iso IQ IRQ
    651 EGY Egypt | system 1855-01-01/1882-09-15, 1937-05-26/.. | un 1945-10-24/..
      gw 1827-01-01/1855-12-31, 1922-02-28/.. | iso EG EGY | names United Arab Republic 1958-02-22/1971-09-01
      also UAR; Arab Republic of Egypt; United Arab Republic (Egypt); Egypt/UAR
    652 SYR Syria | system 1946-04-17/1958-02-01, 1961-09-29/.. | un 1945-10-24/1958-02-20, 1961-10-13/..
      gw 1946-01-01/.. | iso SY SYR | also Syrian Arab Republic
    660 LEB Lebanon | system 1946-03-10/.. | un 1945-10-24/.. | gw 1944-11-22/.. | iso LB LBN
    663 JOR Jordan | system 1946-03-22/.. | un 1955-12-14/.. | gw 1946-05-25/.. | iso JO JOR
      names Transjordan ../1949-04-25 | also Hashemite Kingdom of Jordan
    666 ISR Israel | system 1948-05-14/.. | un 1949-05-11/.. | gw 1948-05-14/.. | iso IL ISR
    670 SAU Saudi Arabia | system 1927-05-20/.. | un 1945-10-24/.. | gw 1932-09-23/.. | iso SA SAU
      names Hejaz and Nejd ../1932-09-22 | also KSA
    678 YAR North Yemen | system 1926-09-02/1990-05-21 | un 1947-09-30/1990-05-21 | gw 678 YEM 1918-10-30/1990-05-21
      iso YE YEM | also Yemen Arab Republic; Yemen, North; Yemen (North); Yemen (Arab Republic of Yemen); Yemen (AR)
      also Yemen (Sanaa); Yemen Arab Republic (North Yemen) | also Yemen ../1990-05-21 | shared Yemen | heir 679
    679 YEM Yemen | system 1990-05-22/.. | un 1990-05-22/.. | gw 678 YEM 1990-05-22/.. | iso YE YEM
      also Republic of Yemen; Yemen (Unified)
    680 YPR South Yemen | system 1967-11-30/1990-05-21 | un 1967-12-14/1990-05-21 | gw 1967-11-30/1990-05-21
      iso YD YMD YDYE ../1990-08-13
      also Yemen People's Republic; Southern Yemen; Democratic Yemen; People's Democratic Republic of Yemen; PDRY
      also Yemen, People's Republic of; Yemen (PDR); Yemen (Aden); Yemen, Dem. | shared Yemen | heir 679
    690 KUW Kuwait | system 1961-06-19/.. | un 1963-05-14/.. | gw 1961-06-19/.. | iso KW KWT
    692 BAH Bahrain | system 1971-08-15/.. | un 1971-09-21/.. | gw 1971-08-15/.. | iso BH BHR
    694 QAT Qatar | system 1971-09-03/.. | un 1971-09-21/.. | gw 1971-09-03/.. | iso QA QAT
    696 UAE United Arab Emirates | system 1971-12-02/.. | un 1971-12-09/.. | gw 1971-12-02/.. | iso AE ARE
      also U.A.E.; Emirates; Trucial States
    698 OMA Oman | system 1971-10-07/.. | un 1971-10-07/.. | gw 1816-01-01/.. | iso OM OMN | also Muscat and Oman
    """
}
