import Foundation
import Testing

@testable import Archive
@testable import Datasets

/// Damaged files through the whole way of `add`: each gives a clear error or an import with rejected rows, and on an error
/// the archive is as it was.
@Suite("Damaged input")
struct MutatedInputTests {
  /// A file as it should be.
  private struct Seed {
    let dataset: String
    let name: String
    let bytes: [UInt8]
  }

  private static let count = 200

  private func seeds() -> [Seed] {
    let capabilities = Array(SampleFiles.capabilities().utf8)
    let trade = Array(SampleFiles.trade().utf8)
    let states = Array(SampleFiles.states.utf8)
    return [
      Seed(dataset: "cow-nmc", name: "NMC_5_0.csv", bytes: capabilities),
      Seed(dataset: "cow-trade", name: "Dyadic_COW_4.0.csv", bytes: trade),
      Seed(dataset: "cow-trade", name: "Dyadic_COW_4.0.csv.gz", bytes: SampleFiles.gzip(trade)),
      Seed(dataset: "cow-states", name: "states2016.csv", bytes: states),
      Seed(dataset: "cow-states", name: "States2024.zip", bytes: SampleFiles.zip("statelist2024.csv", states)),
      Seed(dataset: "cow-majors", name: "majors2016.csv", bytes: Array(SampleFiles.majors.utf8)),
    ]
  }

  @Test func twoHundredDamagedFiles() throws {
    let folder = try ScratchFolder()
    let path = folder.file("archive.sqlite")
    let adder = Adder(testing: path)
    let seeds = self.seeds()
    for (index, seed) in seeds.enumerated() {
      try folder.write(seed.bytes, to: "whole\(index)/\(seed.name)")
      _ = try adder.add(try AddRequest(seed.dataset, from: folder.file("whole\(index)")))
    }
    var generator = Damage(seed: 20_020_902)
    var errors = 0
    var rejections = 0
    for round in 0..<Self.count {
      let seed = seeds[round % seeds.count]
      let damaged = generator.damaged(seed.bytes, kind: round / seeds.count)
      let file = "damaged\(round)/\(seed.name)"
      try folder.write(damaged.bytes, to: file)
      let before = try Archive(at: path).datasets()
      do {
        let report = try adder.add(try AddRequest(seed.dataset, from: folder.file("damaged\(round)")))
        #expect(report.installed.rowsRead > 0, "\(round), \(damaged.what)")
        rejections += report.installed.rowsRejected > 0 ? 1 : 0
      } catch {
        errors += 1
        #expect(error.description.contains(seed.dataset), "\(round), \(damaged.what): \(error)")
        #expect(error.exitCode == 2, "\(round), \(damaged.what): \(error)")
        #expect(try Archive(at: path).datasets() == before, "\(round), \(damaged.what)")
      }
      let archive = try Archive(at: path)
      #expect(try archive.verify() == [], "\(round), \(damaged.what)")
      _ = try archive.record()
    }
    #expect(errors > 50, "\(errors) errors")
    #expect(rejections > 10, "\(rejections) imports with rejected rows")
    #expect(folder.contents.allSatisfy { !$0.hasSuffix("-journal") && !$0.hasSuffix("-wal") })
  }

  @Test func bombs() throws {
    let folder = try ScratchFolder()
    let adder = Adder(testing: folder.file("archive.sqlite"))
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: 100 << 20)
    let head = Array("stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday,version\n".utf8)
    try folder.write(SampleFiles.gzip(head + zeros), to: "gz/states2016.csv.gz")
    try folder.write(SampleFiles.zip("statelist2024.csv", head + zeros), to: "zip/States2024.zip")
    for name in ["gz", "zip"] {
      do {
        _ = try adder.add(try AddRequest("cow-states", from: folder.file(name)))
        Issue.record("\(name) was read")
      } catch {
        guard case .dataset(.unreadable("cow-states", .limit)) = error else {
          Issue.record("\(name): \(error)")
          continue
        }
      }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("archive.sqlite")))
  }
}

/// Damages files, the same way for the same seed.
private struct Damage {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(bound, 1)))
  }

  private static let kinds = [
    "cut short", "NUL bytes", "a flipped bit", "noise", "a huge field", "a quote", "a lost comma", "UTF-16",
    "bytes above 127", "no bytes", "a web page", "a block twice", "line ends", "only the header", "the file twice",
    "columns reversed",
  ]

  mutating func damaged(_ bytes: [UInt8], kind: Int) -> (what: String, bytes: [UInt8]) {
    let what = Damage.kinds[kind % Damage.kinds.count]
    return (what, damaged(bytes, what))
  }

  private mutating func damaged(_ whole: [UInt8], _ what: String) -> [UInt8] {
    var bytes = whole
    let place = next(bytes.count)
    switch what {
    case "cut short": return Array(bytes.prefix(place))
    case "NUL bytes": for _ in 0..<3 { bytes[next(bytes.count)] = 0 }
    case "a flipped bit": bytes[place] ^= 1 << UInt8(next(8))
    case "noise": for _ in 0..<40 { bytes[next(bytes.count)] = UInt8(next(256)) }
    case "a huge field": bytes.insert(contentsOf: [UInt8](repeating: 0x39, count: 3 << 20), at: place)
    case "a quote": bytes.insert(0x22, at: place)
    case "a lost comma": if let comma = bytes.firstIndex(of: 0x2C) { bytes.remove(at: comma) }
    case "UTF-16": return [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
    case "bytes above 127": for _ in 0..<10 { bytes[next(bytes.count)] = 0xE9 }
    case "no bytes": return []
    case "a web page": return Array("<!DOCTYPE html><html><body>403</body></html>".utf8)
    case "a block twice": bytes.insert(contentsOf: whole[place...].prefix(50), at: next(bytes.count))
    case "line ends": return bytes.map { $0 == 0x0A ? 0x0D : $0 }
    case "only the header": return bytes.prefix { $0 != 0x0A } + [0x0A]
    case "the file twice": return bytes + bytes
    default: return Damage.reversedHeader(bytes)
    }
    return bytes
  }

  private static func reversedHeader(_ bytes: [UInt8]) -> [UInt8] {
    let header = bytes.prefix { $0 != 0x0A }
    let names = header.split(separator: 0x2C).reversed().map(Array.init)
    return Array(names.joined(separator: [0x2C])) + bytes.dropFirst(header.count)
  }
}
