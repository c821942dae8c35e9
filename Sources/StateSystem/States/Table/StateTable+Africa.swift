extension StateTable {
  /// Africa south of the Sahara (numbers 402 to 591).
  static let africa = """
    402 CAP Cape Verde | system 1975-07-05/.. | un 1975-09-16/.. | gw 1975-07-05/.. | iso CV CPV | also Cabo Verde
    403 STP São Tomé and Príncipe | system 1975-07-12/.. | un 1975-09-16/.. | gw 1975-07-12/.. | iso ST STP
      also Sao Tome
    404 GNB Guinea-Bissau | system 1974-09-10/.. | un 1974-09-17/.. | gw 1974-09-10/.. | iso GW GNB
      also Portuguese Guinea
    411 EQG Equatorial Guinea | system 1968-10-12/.. | un 1968-11-12/.. | gw 1968-10-12/.. | iso GQ GNQ
    420 GAM Gambia | system 1965-02-18/.. | un 1965-09-21/.. | gw 1965-02-18/.. | iso GM GMB
    432 MLI Mali | system 1960-06-20/.. | un 1960-09-28/.. | gw 1960-09-22/.. | iso ML MLI
      names Mali Federation 1960-06-20/1960-08-19 | also French Sudan
    433 SEN Senegal | system 1960-08-20/.. | un 1960-09-28/.. | gw 1960-04-04/.. | iso SN SEN
    434 BEN Benin | system 1960-08-01/.. | un 1960-09-20/.. | gw 1960-08-01/..
      iso DY DHY DYBJ ../1977; BJ BEN 1977/.. | names Dahomey ../1975-11-29
    435 MAA Mauritania | system 1960-11-28/.. | un 1961-10-27/.. | gw 1960-11-28/.. | iso MR MRT
    436 NIR Niger | system 1960-10-03/.. | un 1960-09-20/.. | gw 1960-08-03/.. | iso NE NER
    437 CDI Côte d'Ivoire | system 1960-08-07/.. | un 1960-09-20/.. | gw 1960-08-07/.. | iso CI CIV
      names Ivory Coast ../1986-11-05
    438 GUI Guinea | system 1958-10-02/.. | un 1958-12-12/.. | gw 1958-10-02/.. | iso GN GIN
    439 BFO Burkina Faso | system 1960-08-05/.. | un 1960-09-20/.. | gw 1960-08-05/..
      iso HV HVO HVBF ../1984; BF BFA 1984/.. | names Upper Volta ../1984-08-03
      also Burkina Faso (Upper Volta); Burkina
    450 LBR Liberia | system 1920-06-30/.. | un 1945-11-02/.. | gw 1847-07-26/.. | iso LR LBR
    451 SIE Sierra Leone | system 1961-04-27/.. | un 1961-09-27/.. | gw 1961-04-27/.. | iso SL SLE
    452 GHA Ghana | system 1957-03-06/.. | un 1957-03-08/.. | gw 1957-03-06/.. | iso GH GHA | also Gold Coast
    461 TOG Togo | system 1960-04-27/.. | un 1960-09-20/.. | gw 1960-04-27/.. | iso TG TGO | also Togoland
    471 CAO Cameroon | system 1960-01-01/.. | un 1960-09-20/.. | gw 1960-01-01/.. | iso CM CMR
      also Cameroun; United Republic of Cameroon; Cameroons
    475 NIG Nigeria | system 1960-10-01/.. | un 1960-10-07/.. | gw 1960-10-01/.. | iso NG NGA
    481 GAB Gabon | system 1960-08-17/.. | un 1960-09-20/.. | gw 1960-08-17/.. | iso GA GAB
    482 CEN Central African Republic | system 1960-08-13/.. | un 1960-09-20/.. | gw 1960-08-13/.. | iso CF CAF
      names Central African Empire 1976-12-04/1979-09-20 | also Ubangi-Shari; C.A.R.
    483 CHA Chad | system 1960-08-11/.. | un 1960-09-20/.. | gw 1960-08-11/.. | iso TD TCD
    484 CON Republic of the Congo | system 1960-08-15/.. | un 1960-09-20/.. | gw 1960-08-15/.. | iso CG COG
      also Congo; Congo (Brazzaville); Brazzaville; Congo-Brazzaville; People's Republic of the Congo
      also Congo, Republic of the (Brazzaville); French Congo
    490 DRC Democratic Republic of the Congo | system 1960-06-30/.. | un 1960-09-20/.. | gw 1960-06-30/..
      iso ZR ZAR ZRCD ../1997-07-13; CD COD 1997-07-14/.. | names Zaire 1971-10-27/1997-05-16
      also Congo (Leopoldville); Congo (Kinshasa); Congo-Kinshasa; DRC; DR Congo; D.R. of the Congo; Belgian Congo
      also Congo (Democratic Republic of); Congo, Democratic Republic of (Zaire); Congo/Zaire; Kinshasa
      also Democratic Republic of the Congo (Zaire) | shared Congo
    500 UGA Uganda | system 1962-10-09/.. | un 1962-10-25/.. | gw 1962-10-09/.. | iso UG UGA
    501 KEN Kenya | system 1963-12-12/.. | un 1963-12-16/.. | gw 1963-12-12/.. | iso KE KEN
    510 TAZ Tanzania | system 1961-12-09/.. | un 1961-12-14/.. | gw 1961-12-09/.. | iso TZ TZA
      names Tanganyika ../1964-04-25 | also United Republic of Tanzania; U.R. of Tanzania: Mainland; Tanzania/Tanganyika
    511 ZAN Zanzibar | system 1963-12-19/1964-04-26 | un 1963-12-16/1964-04-25 | gw 1963-12-19/1964-04-26 | heir 510
    516 BUI Burundi | system 1962-07-01/.. | un 1962-09-18/.. | gw 1962-07-01/.. | iso BI BDI
    517 RWA Rwanda | system 1962-07-01/.. | un 1962-09-18/.. | gw 1962-01-07/.. | iso RW RWA
    520 SOM Somalia | system 1960-07-01/.. | un 1960-09-20/.. | gw 1960-07-01/.. | iso SO SOM
    522 DJI Djibouti | system 1977-06-27/.. | un 1977-09-20/.. | gw 1977-06-27/.. | iso DJ DJI
      also French Somaliland
    530 ETH Ethiopia | system 1898-01-01/1936-05-05, 1941-05-05/.. | un 1945-11-13/.. | gw 1855-02-11/.. | iso ET ETH
      also Abyssinia; Ethiopia (includes Eritrea); Ethiopia (excludes Eritrea)
    531 ERI Eritrea | system 1993-05-24/.. | un 1993-05-28/.. | gw 1993-05-24/.. | iso ER ERI
    540 ANG Angola | system 1975-11-11/.. | un 1976-12-01/.. | gw 1975-11-11/.. | iso AO AGO
    541 MZM Mozambique | system 1975-06-25/.. | un 1975-09-16/.. | gw 1975-06-25/.. | iso MZ MOZ
    551 ZAM Zambia | system 1964-10-24/.. | un 1964-12-01/.. | gw 1964-10-24/.. | iso ZM ZMB
      also Northern Rhodesia
    552 ZIM Zimbabwe | system 1965-11-11/.. | un 1980-08-25/.. | gw 1965-11-11/..
      iso RH RHO RHZW ../1980; ZW ZWE 1980/..
      names Rhodesia ../1979-05-31; Zimbabwe Rhodesia 1979-06-01/1979-12-11; Southern Rhodesia 1979-12-12/1980-04-17
      also Zimbabwe (Rhodesia)
    553 MAW Malawi | system 1964-07-06/.. | un 1964-12-01/.. | gw 1964-07-06/.. | iso MW MWI | also Nyasaland
    560 SAF South Africa | system 1920-01-10/.. | un 1945-11-07/.. | gw 1910-05-31/.. | iso ZA ZAF
      also Union of South Africa; Republic of South Africa; RSA
    565 NAM Namibia | system 1990-03-21/.. | un 1990-04-23/.. | gw 1990-03-21/.. | iso NA NAM | also South West Africa
    570 LES Lesotho | system 1966-10-04/.. | un 1966-10-17/.. | gw 1966-10-04/.. | iso LS LSO | also Basutoland
    571 BOT Botswana | system 1966-09-30/.. | un 1966-10-17/.. | gw 1966-09-30/.. | iso BW BWA | also Bechuanaland
    572 SWA Eswatini | system 1968-09-06/.. | un 1968-09-24/.. | gw 1968-09-06/.. | iso SZ SWZ
      names Swaziland ../2018-04-18 | also Kingdom of Eswatini; Swaziland (Eswatini)
    580 MAG Madagascar | system 1960-06-26/.. | un 1960-09-20/.. | gw 1816-01-01/1896-08-05, 1960-06-26/.. | iso MG MDG
      names Malagasy Republic 1960-06-26/1975-12-29 | also Madagascar (Malagasy); Malagasy
    581 COM Comoros | system 1975-12-31/.. | un 1975-11-12/.. | gw 1975-07-06/.. | iso KM COM | also Comoro Islands
    590 MAS Mauritius | system 1968-03-12/.. | un 1968-04-24/.. | gw 1968-03-12/.. | iso MU MUS
    591 SEY Seychelles | system 1976-06-29/.. | un 1976-09-21/.. | gw 1976-06-29/.. | iso SC SYC
    """
}
