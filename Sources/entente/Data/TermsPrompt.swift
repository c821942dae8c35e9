import Datasets
import Foundation

/// Shows a publisher's terms and asks for agreement.
enum TermsPrompt {
  /// Whether the user agrees; without a terminal only if they said so before.
  static func agrees(to entry: CatalogueEntry, isAgreed: Bool) -> Bool {
    var text = "\(entry.title), \(entry.publisher)\nTerms: \(entry.terms.text)"
    if let address = entry.terms.address { text += "\nFull text: \(address)" }
    Terminal.message(text)
    if isAgreed { return true }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
    FileHandle.standardError.write(Data("Do you agree? [y/N] ".utf8))
    let answer = readLine()?.trimmingCharacters(in: .whitespaces).lowercased()
    return answer == "y" || answer == "yes"
  }
}
