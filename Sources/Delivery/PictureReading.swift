public import ImageFormats
public import Raster
import Synchronization

/// Reads pictures, several at once: a decoder has use for one thread only.
///
/// - Parameter files: each is read for itself; one that cannot be read keeps no other from it.
/// - Returns: what became of each, in the order of `files`, whatever the number of threads.
/// - Complexity: O(pixels), on `work.threads` threads; each holds the file that it decodes.
public func readPictures(_ files: [String], work: Work) -> [Result<DecodedImage, any Error>] {
  let next = Atomic(0)
  // A thread takes the next file when it is done with one: pictures are not equally large.
  let read = work.mapBands(of: min(work.threads, files.count), smallest: 1) { _ in
    var own: [(Int, Result<DecodedImage, any Error>)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      if index >= files.count { return own }
      own.append((index, Result { try ImageFile.read(files[index], work: work) }))
    }
  }
  return read.joined().sorted { $0.0 < $1.0 }.map(\.1)
}
