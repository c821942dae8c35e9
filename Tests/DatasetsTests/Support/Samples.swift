import Datasets

/// A small sound set of files of every dataset.
enum Samples {
  typealias File = (role: String, name: String, text: String)

  static func files(of name: String) -> [File] {
    switch name {
    case "un-votes":
      [("votes", "UNVotes.csv", UNVotesTests.votes), ("roll calls", "UNVotes_rollcalls.csv", UNVotesTests.calls)]
    case "undl-votes":
      [
        (
          "votes", "2026_02_06_ga_voting.csv",
          UNDLVotesTests.header2026 + UNDLVotesTests.row("7", "FRA", "Y", "2023-10-27", "78")
            + UNDLVotesTests.row("7", "USA", "N", "2023-10-27", "78")
            + UNDLVotesTests.row("8", "USA", "A", "2023-11-27", "78")
        )
      ]
    case "cow-states":
      [
        (
          "states", "states2016.csv",
          COWSystemTests.header
            + "USA,2,United States of America,1816,1,1,2016,12,31,2016\nCUB,40,Cuba,1902,5,20,1906,9,25,2016\n"
        )
      ]
    case "cow-majors":
      [
        (
          "majors", "majors2016.csv",
          "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\nUSA,2,1898,8,13,2016,12,31,2016\n"
            + "JPN,740,1895,4,1,1945,8,14,2016\n"
        )
      ]
    case "cow-nmc":
      [
        (
          "capabilities", "NMC.csv",
          COWCapabilitiesTests.header + "USA,2,2000,11,12,13,14,15,16,0.17,7\nCAN,20,2000,11,12,13,14,15,16,0.17,7\n"
        )
      ]
    case "cow-trade": [("dyadic trade", "Dyadic_COW_4.0.csv", COWTradeTests.official)]
    case "atop":
      [
        ("alliances", "atop4_01a.csv", ATOPTests.alliances), ("members", "atop4_01m.csv", ATOPTests.members),
        ("directed dyad years", "atop5_1ddyr.csv", ATOPTests.dyads),
      ]
    case "alliance-calls": [("calls", "BerkemeierFuhrmannRAP2018_0303.csv", AllianceCallsTests.calls)]
    case "cow-mid":
      [
        ("directed dyad years", "cow_mid_dirdisps.csv", MilitarizedDisputesTests.directed),
        ("disputes", "cow_mid_disps.csv", MilitarizedDisputesTests.disputes),
      ]
    case "gml-mid":
      [
        (
          "directed dyad years", "gml.csv",
          MilitarizedDisputesTests.gmlHeader
            + "2,2,200,1903,1,0,0,7,3,1,0,3,6,1,-9,7,gml-2.03\n2,2,200,1902,1,0,0,7,3,1,1,3,6,1,-9,7,gml-2.03\n"
        )
      ]
    case "cow-war": [("inter-state wars", "Inter-StateWarData_v4.0.csv", COWWarsTests.text)]
    case "cow-igo": [("state years", "state_year_formatv3.csv", COWOrganisationsTests.text)]
    case "sipri-arms": [("dyad years", "sipri.csv", SIPRITests.joined)]
    case "gsdb":
      [
        (
          "cases", "GSDB_V4.csv",
          GSDBTests.header + GSDBTests.row(11, "China", "EU", 1989, 2023)
            + GSDBTests.row(12, "Iran", "Japan", 1999, 2001)
        )
      ]
    case "sdp-gdp":
      [("state years", "cow_sdp_gdp.csv", SDPTests.header + "200,1980,20,15,1,5\n220,1981,20,15,1,5\n")]
    case "wdi-gdp": [("gdp per head", "API_NY.GDP.PCAP.CD_DS2_en_csv_v2_1.csv", WDITests.rows)]
    case "polity5":
      [
        (
          "state years", "p5v2018.csv",
          Polity5Tests.header + Polity5Tests.row(200, 1900, "10", "10") + Polity5Tests.row(220, 1901, "-9", "-9")
        )
      ]
    case "vdem":
      [
        (
          "country years", "V-Dem-CY-Core-v15.csv",
          "country_name,country_text_id,country_id,year,COWcode,v2x_polyarchy,v2x_libdem\nMexico,MEX,3,2023,70,0.5,0.4\n"
            + "Mexico,MEX,3,2024,70,0.5,0.4\n"
        )
      ]
    case "tss-rivalries":
      [
        (
          "rivalries", "tss_rivalries.csv",
          "tssr_id,rivalry,ccode1,ccode2,start,end,positional,spatial,ideological,interventionary,principal,aprin\n"
            + "11,China-United States 2,2,710,1996,2020,1,,1,,1,\n12,China-USSR,365,710,1958,1989,1,1,1,1,,1\n"
        )
      ]
    default: furtherFiles(of: name)
    }
  }

  private static func furtherFiles(of name: String) -> [File] {
    switch name {
    case "cow-contiguity": [("spells", "contdir.csv", COWContiguityTests.spells)]
    case "cow-colonial-contiguity": [("dyad years", "contcold.csv", COWContiguityTests.colonial)]
    case "cow-capitals": [("capitals", "cow_capitals.csv", DistancesTests.capitals)]
    case "cow-mindist": [("dyad years", "cow_mindist.csv", DistancesTests.minimum)]
    case "archigos": [("leaders", "archigos_4.1.csv", LeadersTests.archigos)]
    case "lead": [("backgrounds", "LEAD.csv", LeadersTests.lead)]
    case "chisols": [("state years", "CHISOLSstyr4_0.csv", LeadersTests.chisols)]
    case "desta": [("treaties", "DESTA.csv", DESTATests.treaties)]
    case "td-rivalries": [("rivalries", "td_rivalries.csv", ClaimsTests.rivalries)]
    case "arms-races": [("arms races", "grh_arms_races.csv", ClaimsTests.armsRaces)]
    case "icow-claims": [("claims", "icow_territorial_claims_prov.csv", ClaimsTests.claims)]
    case "icow-colonial-history": [("states", "coldata110.csv", ClaimsTests.colonialHistory)]
    case "gw-states": [("list", "gw_states.csv", GleditschWardTests.list)]
    case "maddison": [("country years", "maddison-data.csv", IncomesTests.maddison)]
    case "sipri-milex": [("countries", "sipri-milex-data.csv", IncomesTests.milex)]
    default: []
    }
  }
}
