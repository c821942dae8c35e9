import Foundation

extension Downloader {
  /// An address found for a catalogue download, and what its listing says of the file.
  package struct Resolved: Sendable, Hashable {
    package let url: String
    package let checksum: Checksum?
    /// Name to keep the file under: the catalogue's, or that of the address where the name tells the release.
    package let fileName: String
  }

  /// The name of the file that an address points to; `nil` if it points to a folder.
  package static func fileName(of address: String) -> String? {
    let path = PageLinks.path(address)
    guard !path.hasSuffix("/"), let last = path.split(separator: "/").last else { return nil }
    return (last.removingPercentEncoding ?? String(last)).replacing("/", with: "_")
  }

  /// Finds the address of a catalogue download: as it stands, from a Dataverse's listing, or from the links of a page.
  ///
  /// - Parameter folder: where the listing is kept while it is read.
  package func resolve(_ download: Download, folder: String) throws(DownloadError) -> Resolved {
    let known = download.sha256.map { Checksum(.sha256, $0, isBinding: download.evidence == .strong) }
    switch download.address {
    case .fixed(let url):
      return Resolved(url: url, checksum: known, fileName: download.fileName)
    case .dataverse(let host, let doi, let names, let pinned):
      let base = host.contains("://") ? host : "https://" + host
      let listing = "\(base)/api/datasets/:persistentId/?persistentId=doi:\(DataverseListing.bare(doi))"
      do {
        let files = try DataverseListing.files(try text(listing, into: folder), url: listing)
        let file = try DataverseListing.newest(files, matching: names, url: listing)
        return Resolved(
          url: DataverseListing.address(base, file.id), checksum: known ?? file.checksum, fileName: download.fileName)
      } catch {
        guard let pinned else { throw error }
        return Resolved(
          url: DataverseListing.address(base, pinned), checksum: known, fileName: download.fileName)
      }
    case .linked(let page, let pattern, let fallback):
      let links = (try? text(page, into: folder)).map { PageLinks.addresses(in: $0, of: page) } ?? []
      let matching = links.filter { FilePlace.matches(PageLinks.path($0), pattern: pattern) }
      let best = matching.max { FilePlace.basename(PageLinks.path($0)) < FilePlace.basename(PageLinks.path($1)) }
      let url = best ?? fallback
      let name = Downloader.fileName(of: url).flatMap { FilePlace.matches($0, pattern: pattern) ? $0 : nil }
      return Resolved(url: url, checksum: known, fileName: name ?? download.fileName)
    }
  }
}

/// The listing of a Dataverse dataset.
enum DataverseListing {
  struct File: Decodable, Equatable {
    let id: Int
    let filename: String
    let md5: String?
    let contentType: String?

    /// Tables are handed out as they were uploaded, while the checksum may be that of the table made from them: it only
    /// warns there.
    var checksum: Downloader.Checksum? {
      md5.map { Downloader.Checksum(.md5, $0, isBinding: contentType != "text/tab-separated-values") }
    }
  }

  private struct Answer: Decodable {
    struct Content: Decodable { let latestVersion: Version }
    struct Version: Decodable { let files: [Entry] }
    struct Entry: Decodable { let dataFile: File }
    let data: Content
  }

  static func files(_ json: String, url: String) throws(DownloadError) -> [File] {
    do {
      return try JSONDecoder().decode(Answer.self, from: Data(json.utf8)).data.latestVersion.files.map(\.dataFile)
    } catch {
      throw .unexpected(url: url, detail: "the listing of the dataset cannot be read")
    }
  }

  /// The file with the highest number whose name matches the first of the patterns that any name matches.
  static func newest(_ files: [File], matching patterns: [String], url: String) throws(DownloadError) -> File {
    for pattern in patterns {
      let matching = files.filter { FilePlace.matches($0.filename, pattern: pattern) }
      if let newest = matching.max(by: { $0.id < $1.id }) { return newest }
    }
    throw .noMatch(url: url, wanted: patterns, found: files.map(\.filename))
  }

  static func address(_ base: String, _ id: Int) -> String { "\(base)/api/access/datafile/\(id)?format=original" }

  static func bare(_ doi: String) -> String { doi.hasPrefix("doi:") ? String(doi.dropFirst(4)) : doi }
}

/// The links of a web page or of a listing in JSON: whatever stands in quotes and looks like the address of a file.
enum PageLinks {
  static func addresses(in text: String, of page: String) -> [String] {
    let base = URL(string: page)
    let marks: Set<Character> = ["\"", "'"]
    return text.split(whereSeparator: { marks.contains($0) }).compactMap { piece -> String? in
      guard piece.count < 2_000, piece.contains("."), !piece.contains(where: \.isWhitespace), !piece.contains("<")
      else {
        return nil
      }
      let link = String(piece).replacing("&amp;", with: "&").replacing("\\/", with: "/")
      guard let url = URL(string: link, relativeTo: base)?.absoluteURL, ["http", "https"].contains(url.scheme ?? "")
      else { return nil }
      return url.absoluteString
    }
  }

  /// The address without query and fragment.
  static func path(_ address: String) -> String {
    String(address.prefix { $0 != "?" && $0 != "#" })
  }
}
