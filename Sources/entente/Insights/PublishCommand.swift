import ArgumentParser
import Foundation
import Insights
import Treaties

/// `entente publish`: insights as a static site.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish insights as a static site.",
    discussion: """
      Writes home, issues, topics, countries, regions, authors, the ledger of claims, corrections, feeds, sitemap, cards and citation files. \
      Pages have no scripts, load nothing, and work from a file. Equal input gives equal bytes. A site whose claims are not all as declared is not \
      written unless --draft is given; then they are shown as what they are.

      Examples:
        entente publish out/site
        entente publish out/site --from insights --url https://insights.example.org/ --data
        entente publish out/site --convert        # PDF of each insight and PNG of each card, where a converter is installed

      Exit codes: 0 done; 1 a claim or document fails and --draft is not given; 2 data missing; 64 wrong usage.
      """)

  @Argument(help: "Folder to write the site into.")
  var folder: String

  @Option(name: .customLong("from"), help: "Folder of insights, with site.yaml and versions/.")
  var from = "insights"

  @Option(help: "Address under which the site will stand. Default: url of site.yaml.")
  var url: String?

  @Flag(help: "Add the findings and an RO-Crate description with the vintages of the data.")
  var data = false

  @Flag(help: "Write the site even if claims are not as declared.")
  var draft = false

  @Flag(help: "Also write PDF and PNG files, where weasyprint, chromium or rsvg-convert is installed.")
  var convert = false

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let site = try description()
      let opened = try sources.open()
      let vocabulary = MeasureVocabulary.entente(opened.casework)
      let checker = ClaimChecker(
        evaluator: opened.evaluator, vocabulary: vocabulary, casework: opened.casework, vintages: opened.record.vintages
      )
      func published(_ path: String) throws -> PublishedInsight {
        let insight = try InsightFiles.read(path, vocabulary)
        return PublishedInsight(insight, report: checker.check(insight), evaluator: opened.evaluator)
      }
      let current = try InsightFiles.paths([from]).map(published)
      let versions = "\(from)/\(InsightFiles.versionsFolder)"
      let earlier =
        FileManager.default.fileExists(atPath: versions) ? try InsightFiles.paths([versions]).map(published) : []
      try refuse(current)
      let publication = Publication(
        site, insights: current, earlier: earlier, casework: opened.casework, vintages: opened.record.vintages,
        generator: "entente \(Entente.version)", includesData: data,
        cardEnding: convert && Converters.canDrawCards ? "png" : "svg")
      guard publication.faults.isEmpty else {
        throw CommandFailure(code: 1, message: publication.faults.joined(separator: "\n"))
      }
      let files = publication.files
      for file in files { try Terminal.write(file.text, to: "\(folder)/\(file.path)") }
      Terminal.message("wrote \(files.count) files to \(folder)")
      if convert { Converters.run(on: files.map(\.path), in: folder) }
    }
  }

  private func description() throws -> SiteDescription {
    var site = SiteDescription()
    let path = "\(from)/site.yaml"
    if let data = FileManager.default.contents(atPath: path) {
      do { site = try SiteDescription(yaml: String(decoding: data, as: UTF8.self), file: path) } catch {
        throw CommandFailure.usage("\(error)")
      }
    }
    if let url {
      guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
        throw CommandFailure.usage("--url \(url): expected an address with https:")
      }
      site.url = url.hasSuffix("/") ? url : url + "/"
    }
    return site
  }

  /// Stops before anything is written when a document has errors, or a claim is not as declared.
  private func refuse(_ insights: [PublishedInsight]) throws {
    var text = ""
    for item in insights where item.report.exitCode != 0 {
      text += CheckText(item.report, of: item.insight).lines(all: false)
    }
    let codes = insights.map(\.report.exitCode)
    let hasErrors = insights.contains { !$0.report.errors.isEmpty }
    guard codes.contains(where: { $0 != 0 }), !draft || hasErrors else { return }
    Terminal.print(text)
    let why = hasErrors ? "a document has errors" : "a claim is not as declared; --draft publishes it as it is"
    throw CommandFailure(code: codes.contains(1) ? 1 : 2, message: "nothing was written: \(why)")
  }
}

/// Programs that make other forms of a page, used when they are installed.
enum Converters {
  private static func find(_ names: [String]) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return names.lazy.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Makes a PDF of each insight and a PNG of each card; says what it could not do.
  static func run(on paths: [String], in folder: String) {
    let pages = paths.filter { $0.hasPrefix("insights/") && $0.hasSuffix(".html") && !$0.contains(".v") }
    if let program = find(["weasyprint"]) {
      for page in pages { call(program, ["\(folder)/\(page)", "\(folder)/\(page.dropLast(5)).pdf"]) }
    } else if let program = find(browsers) {
      for page in pages {
        let address = URL(fileURLWithPath: "\(folder)/\(page)").absoluteString
        call(
          program,
          [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--print-to-pdf=\(folder)/\(page.dropLast(5)).pdf", address,
          ])
      }
    } else {
      Terminal.message("no PDF: install weasyprint or chromium")
    }
    for card in paths where card.hasPrefix("cards/") {
      let picture = "\(folder)/\(card.dropLast(4)).png"
      if let program = find(["rsvg-convert"]) {
        call(program, ["-o", picture, "\(folder)/\(card)"])
      } else if let program = find(browsers) {
        let address = URL(fileURLWithPath: "\(folder)/\(card)").absoluteString
        call(
          program,
          [
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1200,630",
            "--screenshot=\(picture)", address,
          ])
      }
    }
    if !canDrawCards { Terminal.message("no PNG cards: install rsvg-convert (librsvg2-bin) or chromium") }
  }

  private static let browsers = ["chromium", "google-chrome", "chromium-browser"]

  /// Whether a program is installed that makes a PNG of an SVG.
  static var canDrawCards: Bool { find(["rsvg-convert"] + browsers) != nil }

  private static func call(_ program: String, _ arguments: [String]) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      process.waitUntilExit()
      if process.terminationStatus != 0 {
        Terminal.message("\(program) failed with \(process.terminationStatus) on \(arguments.first ?? "")")
      }
    } catch {
      Terminal.message("\(program) could not be started: \(error.localizedDescription)")
    }
  }
}
