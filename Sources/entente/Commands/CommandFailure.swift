import Archive
import Insights
import Measures
import Models
import Partnership
import Starter
import StateSystem
import Treaties

/// A failure with the exit code that goes with it.
struct CommandFailure: Error {
  let code: Int32
  let message: String

  /// A wrong argument: 64.
  static func usage(_ message: String) -> CommandFailure { CommandFailure(code: 64, message: message) }
  /// Data missing or stale: 2.
  static func data(_ message: String) -> CommandFailure { CommandFailure(code: 2, message: message) }
  /// Something that should not happen: 70.
  static func inner(_ message: String) -> CommandFailure { CommandFailure(code: 70, message: message) }

  /// Runs `body` and maps the errors of the modules.
  static func mapping<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as StateError {
      throw usage(error.description)
    } catch let error as QuestionError {
      throw usage(error.description)
    } catch let error as ArgumentError {
      throw usage(error.description)
    } catch let error as ModelError {
      throw error.isUsage ? usage(error.description) : data(error.description)
    } catch let error as NextVersion.Fault {
      throw usage(error.description)
    } catch let error as CaseworkMeasureError {
      throw usage(error.description)
    } catch let error as ArchiveError {
      throw data(error.description)
    } catch let error as StarterError {
      throw data(error.description)
    }
  }
}
