import Foundation

/// Prints how long steps take, on the clock and in processor time of all threads.
struct Stopwatch {
  private var clock = Stopwatch.seconds(CLOCK_MONOTONIC)
  private var processor = Stopwatch.seconds(CLOCK_PROCESS_CPUTIME_ID)

  /// The step that ends now.
  mutating func lap(_ name: String) {
    let (now, used) = (Stopwatch.seconds(CLOCK_MONOTONIC), Stopwatch.seconds(CLOCK_PROCESS_CPUTIME_ID))
    let text = String(format: "%@ in %.3f s, %.3f s of processor time", name, now - clock, used - processor)
    Terminal.message(text)
    (clock, processor) = (now, used)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
