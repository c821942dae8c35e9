import Testing

@testable import Delimited

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct ByteStoreTests {
  let schema: Delimited.Schema = [.integer("a")]

  @Test func missingFile() {
    let error = failure { () throws(DelimitedError) in
      _ = try Delimited.read(.file("/nowhere/t.csv"), schema: schema)
    }
    #expect(error == .cannotRead(file: "/nowhere/t.csv", reason: "No such file or directory"))
  }

  @Test func folder() {
    let error = failure { () throws(DelimitedError) in _ = try Delimited.read(.file("/"), schema: schema) }
    #expect(error?.description.contains("it is a folder") == true)
  }

  @Test func readsFilesAndPipes() throws {
    let path = "/tmp/delimited-\(getpid())-\(UInt64.random(in: 0 ..< .max)).csv"
    defer { unlink(path) }
    let bytes = Array("a\n1\n2\n".utf8)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    #expect(try Delimited.read(.file(path), schema: schema).integers("a") == [1, 2])

    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    #expect(try Delimited.read(.file("/dev/fd/\(ends[0])"), schema: schema).integers("a") == [1, 2])
    close(ends[0])
  }
}
