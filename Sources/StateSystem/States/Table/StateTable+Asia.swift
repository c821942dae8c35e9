extension StateTable {
  /// Central, south, east and southeast Asia (numbers 700 to 860).
  static let asia = """
    700 AFG Afghanistan | system 1919-08-08/.. | un 1946-11-19/.. | gw 1816-01-01/1888-12-30, 1919-05-01/.. | iso AF AFG
    701 TKM Turkmenistan | system 1991-12-26/.. | un 1992-03-02/.. | gw 1991-10-27/.. | iso TM TKM
    702 TAJ Tajikistan | system 1991-12-26/.. | un 1992-03-02/.. | gw 1991-09-09/.. | iso TJ TJK
    703 KYR Kyrgyzstan | system 1991-12-26/.. | un 1992-03-02/.. | gw 1991-08-31/.. | iso KG KGZ
      also Kyrgyz Republic; Kirghizstan; Kirgizstan
    704 UZB Uzbekistan | system 1991-12-26/.. | un 1992-03-02/.. | gw 1991-08-31/.. | iso UZ UZB
    705 KZK Kazakhstan | system 1991-12-26/.. | un 1992-03-02/.. | gw 1991-12-16/.. | iso KZ KAZ
    710 CHN China | system 1860-10-25/.. | un 1971-10-25/.. | gw 1816-01-01/.. | iso CN CHN
      also PRC; P.R.C.; People's Republic of China; Mainland China; Communist China
    712 MON Mongolia | system 1921-03-13/.. | un 1961-10-27/.. | gw 1921-03-13/.. | iso MN MNG
      also Mongolian People's Republic; Outer Mongolia
    713 TAW Taiwan | system 1949-12-08/.. | un 1945-10-24/1971-10-24 | gw 1949-12-08/.. | iso TW TWN 1949-12-08/..
      also Republic of China; R.O.C.; Formosa; Nationalist China; Chinese Taipei; Taiwan, China
      also Taiwan Province of China | seat China
    730 KOR Korea | system 1887-01-01/1905-11-17 | gw 1816-01-01/1910-08-22 | also Kingdom of Korea; Korean Empire
    731 PRK North Korea | system 1948-09-09/.. | un 1991-09-17/.. | gw 1948-09-09/.. | iso KP PRK
      also Democratic People's Republic of Korea; DPRK; D.P.R. of Korea; Korea, Dem. People's Rep.; Korea, North
      also Korea, People's Republic of; Korea (North) | shared Korea
    732 ROK South Korea | system 1949-06-29/.. | un 1991-09-17/.. | gw 1948-08-15/.. | iso KR KOR
      also Republic of Korea; Korea, South; Korea (South) | shared Korea
    740 JPN Japan | system 1860-01-01/1945-08-14, 1952-04-28/.. | un 1956-12-18/.. | gw 1816-01-01/.. | iso JP JPN
    750 IND India | system 1947-08-15/.. | un 1945-10-30/.. | gw 1947-08-15/.. | iso IN IND
    760 BHU Bhutan | system 1971-09-21/.. | un 1971-09-21/.. | gw 1949-01-01/.. | iso BT BTN
    770 PAK Pakistan | system 1947-08-14/.. | un 1947-09-30/.. | gw 1947-08-14/.. | iso PK PAK
    771 BNG Bangladesh | system 1971-12-16/.. | un 1974-09-17/.. | gw 1971-12-16/.. | iso BD BGD | also East Pakistan
    775 MYA Myanmar | system 1948-01-04/.. | un 1948-04-19/.. | gw 1816-01-01/1885-12-31, 1948-01-04/..
      iso BU BUR BUMM ../1989-12-04; MM MMR 1989-12-05/.. | names Burma ../1989-06-17
      also Myanmar (Burma); Burma/Myanmar; Union of Burma
    780 SRI Sri Lanka | system 1948-02-04/.. | un 1955-12-14/.. | gw 1948-02-04/.. | iso LK LKA
      names Ceylon ../1972-05-21 | also Sri Lanka (Ceylon)
    781 MAD Maldives | system 1965-07-26/.. | un 1965-09-21/.. | gw 1965-05-26/.. | iso MV MDV
      names Maldive Islands ../1969-04-13
    790 NEP Nepal | system 1920-01-01/.. | un 1955-12-14/.. | gw 1816-01-01/.. | iso NP NPL
    800 THI Thailand | system 1887-01-01/.. | un 1946-12-16/.. | gw 1816-01-01/.. | iso TH THA
      names Siam ../1939-06-22; Siam 1945-09-08/1949-05-10
    811 CAM Cambodia | system 1953-11-09/.. | un 1955-12-14/.. | gw 1953-11-09/.. | iso KH KHM
      names Khmer Republic 1970-10-09/1976-01-04; Kampuchea 1976-01-05/1989-04-30
      also Democratic Kampuchea; People's Republic of Kampuchea; Cambodia (Kampuchea); Kampuchea, Democratic
    812 LAO Laos | system 1953-10-23/.. | un 1955-12-14/.. | gw 1954-05-01/.. | iso LA LAO
      also Lao People's Democratic Republic; Lao People's DR; Lao PDR; Lao
    816 DRV Vietnam | system 1954-07-21/.. | un 1977-09-20/.. | gw 1954-05-01/..
      iso VD VDR VDVN ../1977; VN VNM 1976-07-02/.. | names North Vietnam ../1976-07-01
      also Viet Nam; Democratic Republic of Vietnam; Democratic Republic of Viet Nam; Vietnam, North
      also Socialist Republic of Vietnam; Socialist Republic of Viet Nam; SRV; Vietnam (North)
    817 RVN South Vietnam | system 1954-06-04/1975-04-30 | gw 1954-05-01/1975-04-30 | iso VN VNM
      also Republic of Vietnam; Republic of Viet Nam; Vietnam, South; Vietnam (South) | shared Vietnam | heir 816
    820 MAL Malaysia | system 1957-08-31/.. | un 1957-09-17/.. | gw 1957-08-31/.. | iso MY MYS
      names Malaya ../1963-09-15 | also Federation of Malaya; Federation of Malaysia
    830 SIN Singapore | system 1965-08-09/.. | un 1965-09-21/.. | gw 1965-08-09/.. | iso SG SGP
    835 BRU Brunei | system 1984-01-01/.. | un 1984-09-21/.. | gw 1984-01-01/.. | iso BN BRN | also Brunei Darussalam
    840 PHI Philippines | system 1946-07-04/.. | un 1945-10-24/.. | gw 1946-07-04/.. | iso PH PHL
      also Philippine Republic
    850 INS Indonesia | system 1949-12-27/.. | un 1950-09-28/1965-01-19, 1966-09-28/.. | gw 1945-08-17/.. | iso ID IDN
      also Netherlands East Indies; Dutch East Indies
    860 ETM Timor-Leste | system 2002-09-27/.. | un 2002-09-27/.. | gw 2002-05-20/..
      iso TP TMP TPTL 1974/2002-05-19; TL TLS 2002-05-20/.. | also East Timor
    """
}
