extension StateTable {
  /// Australia, New Zealand and the Pacific (numbers 900 to 990).
  static let oceania = """
    900 AUL Australia | system 1920-01-10/.. | un 1945-11-01/.. | gw 1901-01-01/.. | iso AU AUS
    910 PNG Papua New Guinea | system 1975-09-16/.. | un 1975-10-10/.. | gw 1975-09-16/.. | iso PG PNG
    920 NEW New Zealand | system 1920-01-10/.. | un 1945-10-24/.. | gw 1907-09-01/.. | iso NZ NZL
    935 VAN Vanuatu | system 1981-09-15/.. | un 1981-09-15/.. | gw 1980-06-30/.. | iso VU VUT | also New Hebrides
    940 SOL Solomon Islands | system 1978-07-07/.. | un 1978-09-19/.. | gw 1978-07-07/.. | iso SB SLB | also Solomons
    946 KIR Kiribati | system 1999-09-14/.. | un 1999-09-14/.. | gw 970 KBI 1979-07-12/.. | iso KI KIR
      also Gilbert Islands
    947 TUV Tuvalu | system 2000-09-05/.. | un 2000-09-05/.. | gw 973 TUV 1978-10-01/.. | iso TV TUV
      also Ellice Islands
    950 FIJ Fiji | system 1970-10-10/.. | un 1970-10-13/.. | gw 950 FJI 1970-10-10/.. | iso FJ FJI | also Fiji Islands
    955 TON Tonga | system 1999-09-14/.. | un 1999-09-14/.. | gw 972 TON 1970-06-04/.. | iso TO TON
    970 NAU Nauru | system 1999-09-14/.. | un 1999-09-14/.. | gw 971 NAU 1968-12-31/.. | iso NR NRU
    983 MSI Marshall Islands | system 1991-09-17/.. | un 1991-09-17/.. | gw 1986-10-21/.. | iso MH MHL
    986 PAL Palau | system 1994-12-15/.. | un 1994-12-15/.. | gw 1994-10-01/.. | iso PW PLW | also Belau
    987 FSM Micronesia | system 1991-09-17/.. | un 1991-09-17/.. | gw 1986-11-03/.. | iso FM FSM
      also Federated States of Micronesia; Micronesia (Federated States of); Micronesia, Fed. Sts.
    990 WSM Samoa | system 1976-12-15/.. | un 1976-12-15/.. | gw 1962-01-01/.. | iso WS WSM
      names Western Samoa ../1997-07-03 | also Samoa/Western Samoa
    """
}
