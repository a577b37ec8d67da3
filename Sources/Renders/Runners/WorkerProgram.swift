import Glibc

/// The nurie that workers run.
enum WorkerProgram {
  /// The absolute path of a program, links followed: `/proc/self/exe` is another program in each process.
  ///
  /// - Throws: `RenderError` where nothing is there any more.
  static func real(_ program: String) throws -> String {
    guard let real = realpath(program, nil) else { throw RenderError(.programMoved(program)) }
    defer { free(real) }
    return String(cString: real)
  }
}
