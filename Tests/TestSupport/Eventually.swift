internal import Glibc

/// Waits until something holds that another thread or process brings about.
///
/// - Parameter limit: a ceiling that only a fault reaches; a busy machine takes its time.
/// - Returns: false where the ceiling was reached.
public func eventually(
  within limit: Duration = .seconds(60), _ holds: () throws -> Bool
) rethrows -> Bool {
  let start = ContinuousClock.now
  while ContinuousClock.now - start < limit {
    if try holds() { return true }
    usleep(5000)
  }
  return try holds()
}
