/// Stops the program with `message` where a caller broke a rule: a wrong shape, an index out of
/// range.
///
/// `precondition` says nothing in optimised builds, and a shape error without its shapes is hard to
/// find.
@inline(__always)
package func require(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID,
  line: UInt = #line
) {
  if !condition { fatalError(message(), file: file, line: line) }
}
