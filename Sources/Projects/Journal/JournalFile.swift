import FoundationEssentials
import Glibc
import ImageFormats

// Reading and writing a journal's bytes.
//
// A confirmed line ends in a newline that was synced with it, so what follows the last newline was
// never confirmed: a crash tore it off, and it is cut. Some file systems leave zeros where a crash met them; from the
// first zero byte on nothing was confirmed either. A broken line before that is somebody's damage and is
// refused, because the lines after it may build on it.

/// The content of a journal file.
struct JournalFile {
  /// A journal of more bytes is refused.
  static let limit = 1 << 30

  let lines: [JournalLine]
  /// Bytes that hold whole lines; what follows them was torn by a crash.
  let wholeBytes: Int
  let tornBytes: Int
  /// Whether the last line is whole but lacks its newline, as editors leave it.
  let lacksNewline: Bool

  /// - Parameter path: how errors name the project.
  init(_ bytes: [UInt8], path: String) throws(ProjectError) {
    var end = bytes.firstIndex(of: 0) ?? bytes.count
    var lacksNewline = false
    if end > 0, bytes[end - 1] != UInt8(ascii: "\n") {
      let start = bytes[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      if end == bytes.count, (try? JournalFile.line(bytes[start...], number: 0, path: path)) != nil
      {
        lacksNewline = true
      } else {
        end = start
      }
    }
    var lines: [JournalLine] = []
    for text in bytes[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .dropLast(lacksNewline ? 0 : 1)
    {
      lines.append(try JournalFile.line(text, number: lines.count + 1, path: path))
    }
    self.lines = lines
    self.lacksNewline = lacksNewline
    wholeBytes = end
    tornBytes = bytes.count - end
  }

  /// The line as it stands in the file, with its newline.
  static func bytes(_ line: JournalLine) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(line)) + [UInt8(ascii: "\n")]
    } catch {
      preconditionFailure("line \(line.number) has a number that JSON cannot hold: \(error)")
    }
  }

  private static func line(_ bytes: ArraySlice<UInt8>, number: Int, path: String)
    throws(ProjectError) -> JournalLine
  {
    do {
      return try JSONDecoder().decode(JournalLine.self, from: Data(bytes))
    } catch let error as UnknownEdit {
      throw ProjectError(.newer("the edit \"\(error.kind)\""), path: path)
    } catch {
      throw ProjectError(.brokenLine(number, JSONReason.of(error)), path: path)
    }
  }
}
