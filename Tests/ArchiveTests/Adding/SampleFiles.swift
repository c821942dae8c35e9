import CZlib
import Foundation

@testable import Archive
@testable import Datasets

/// Invented files in the layouts of the publishers.
enum SampleFiles {
  static let states = """
    stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version
    USA,2,United States of America,1816,1,1,2016,12,31,2016
    RUS,365,Russia,1816,1,1,2016,12,31,2016
    CHN,710,China,1860,10,25,2016,12,31,2016

    """

  static let majors = """
    stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version
    USA,2,1898,8,13,2016,12,31,2016
    CHN,710,1950,1,1,2016,12,31,2016

    """

  /// Capabilities of three states in each year; `cinc` tells one file from another.
  static func capabilities(years: ClosedRange<Int> = 1990...2012, cinc: String = "0.15") -> String {
    var text = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"
    for year in years {
      for (abbreviation, code) in [("USA", 2), ("RUS", 365), ("CHN", 710)] {
        text += "\(abbreviation),\(code),\(year),1000,20,30,-9,5000,600,\(cinc),2011\n"
      }
    }
    return text
  }

  /// Dyadic trade of the states 2...`states` in each year; `flow` tells one file from another.
  static func trade(years: ClosedRange<Int> = 1990...1992, states: Int = 12, flow: Int = 7) -> String {
    var text = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2\n"
    for year in years {
      for a in 2..<states {
        for b in (a + 1)...states { text += "\(a),\(b),\(year),\"A, \(a)\",B\(b),\(flow),-9,\(flow),0\n" }
      }
    }
    return text
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 15 + 16) }

  /// A zip archive of one member.
  static func zip(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
    let packed = deflated(bytes, windowBits: -15)
    let checksum = UInt32(crc32_z(0, bytes, bytes.count))
    func little(_ value: Int, _ size: Int) -> [UInt8] {
      (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let common =
      little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4) + little(Int(checksum), 4) + little(packed.count, 4)
      + little(bytes.count, 4) + little(name.utf8.count, 2) + little(0, 2)
    let local = little(0x0403_4B50, 4) + common + Array(name.utf8) + packed
    let central =
      little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      + little(0, 4) + Array(name.utf8)
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(1, 2) + little(1, 2) + little(central.count, 4)
      + little(local.count, 4) + little(0, 2)
    return local + central + end
  }

  private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var bytes = bytes
    var stream = z_stream()
    deflateInit2_(
      &stream, Z_BEST_SPEED, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
    let outCount = out.count
    bytes.withUnsafeMutableBufferPointer { input in
      out.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(outCount)
        deflate(&stream, Z_FINISH)
      }
    }
    return Array(out.prefix(outCount - Int(stream.avail_out)))
  }
}

extension ScratchFolder {
  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}

extension Adder {
  /// An adder that does not wait between attempts.
  init(testing archivePath: String, bytes: Int = 1 << 26, agreeing: Bool = true) {
    self.init(
      archivePath: archivePath,
      downloader: Downloader(
        version: "1.2.3", limits: .init(bytes: bytes, idle: 5, total: 20, attempts: 2, pause: 0.01)),
      agrees: { _ in agreeing })
  }
}

extension AddRequest {
  init(
    _ name: String, from place: String, release: String? = nil, mode: ReadMode = .collect
  ) throws(DataError) {
    let entry: CatalogueEntry
    do {
      entry = try Catalogue.entry(named: name)
    } catch {
      throw .dataset(error)
    }
    self.init(entry, from: try Origin([place]), release: release, mode: mode, day: "2026-11-23")
  }
}
