import Foundation
import Testing

/// The built `entente`, run as a user runs it.
enum BuiltCommand {
  struct Outcome {
    let code: Int32
    let output: String
    let messages: String
  }

  /// The binary beside the test bundle.
  private static let url: URL? = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    #else
      let bundle: URL? = CommandLine.arguments.first.map { URL(fileURLWithPath: $0) }
    #endif
    let url = bundle?.deletingLastPathComponent().appendingPathComponent("entente")
    return url.flatMap { FileManager.default.isExecutableFile(atPath: $0.path) ? $0 : nil }
  }()

  /// Starts the command with both streams going to files in `folder`.
  static func start(_ arguments: [String], environment: [String: String] = [:], in folder: String) throws -> Process {
    let process = Process()
    let binary: URL = try #require(url, "no built entente beside the tests")
    process.executableURL = binary
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("ENTENTE") && $0.key != "XDG_DATA_HOME"
    }
    variables["HOME"] = folder
    process.environment = variables.merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    let id = UUID().uuidString
    for (name, end) in [("out", 0), ("err", 1)] {
      let path = "\(folder)/\(id).\(name)"
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      let handle = FileHandle(forWritingAtPath: path)
      if end == 0 { process.standardOutput = handle } else { process.standardError = handle }
    }
    process.qualityOfService = .userInitiated
    try process.run()
    return process
  }

  /// What an ended command wrote, from the files that were not there `before`.
  static func collect(_ process: Process, before: Set<String>, in folder: String) throws -> Outcome {
    var texts = ["out": "", "err": ""]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) where !before.contains(name) {
      let ending = String(name.suffix(3))
      guard texts[ending] != nil, name.count == 40 else { continue }
      let path = folder + "/" + name
      texts[ending] = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
      try FileManager.default.removeItem(atPath: path)
    }
    return Outcome(code: process.terminationStatus, output: texts["out"] ?? "", messages: texts["err"] ?? "")
  }
}

/// A folder that is removed at the end of a test.
final class CommandFolder: Sendable {
  let path: String

  init() throws {
    path = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("entente-" + UUID().uuidString).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}

/// Invented files in the layouts of the publishers.
enum InventedFiles {
  static let states = """
    stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
    USA,2,United States of America,1816,1,1,2016,12,31,2016
    RUS,365,Russia,1816,1,1,2016,12,31,2016
    CHN,710,China,1860,10,25,2016,12,31,2016

    """

  /// Dyadic trade of the states 2...`states` in the years to 2014; `flow` tells one file from another.
  static func trade(years: Int, states: Int, flow: Int) -> String {
    var text = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2\n"
    for year in 0..<years {
      for a in 2..<states {
        for b in (a + 1)...states { text += "\(a),\(b),\(2014 - year),A,B,\(flow),-9,\(flow),0\n" }
      }
    }
    return text
  }
}
