import Testing

@testable import Datasets

@Suite("Checksums")
struct ChecksumTests {
  // FIPS 180-4 and RFC 1321, test vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "d41d8cd98f00b204e9800998ecf8427e"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "900150983cd24fb0d6963f7d28e17f72"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", "8215ef0796a20bcaaae116d3876c664a"
    ),
  ])
  func vectors(_ message: String, _ sha256: String, _ md5: String) {
    #expect(SHA256.digest(Array(message.utf8)) == sha256)
    #expect(digest(MD5(), Array(message.utf8), step: 7) == md5)
  }

  @Test func aMillionLetters() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(SHA256.digest(bytes) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(digest(MD5(), bytes, step: 4_097) == "7707d6ae4e027c70eea2a935c2296f21")
  }

  @Test func piecesGiveTheSameAsTheWhole() {
    for length in [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      for step in [1, 13, 64, 100] {
        var hash = SHA256()
        for start in stride(from: 0, to: length, by: step) {
          Array(bytes[start..<min(start + step, length)]).withUnsafeBytes { hash.update($0) }
        }
        #expect(hash.finish() == SHA256.digest(bytes), "\(length) bytes in steps of \(step)")
      }
    }
  }

  private func digest(_ hash: MD5, _ bytes: [UInt8], step: Int) -> String {
    var hash = hash
    for start in stride(from: 0, to: bytes.count, by: step) {
      Array(bytes[start..<min(start + step, bytes.count)]).withUnsafeBytes { hash.update($0) }
    }
    return hash.finish()
  }
}
