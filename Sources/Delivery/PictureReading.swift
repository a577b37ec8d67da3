public import ImageFormats
public import Raster

/// Reads pictures, several at once: a decoder has use for one thread only.
///
/// - Parameter files: each is read for itself; one that cannot be read keeps no other from it.
/// - Returns: what became of each, in the order of `files`, whatever the number of threads.
/// - Complexity: O(pixels), on `work.threads` threads; each holds the file that it decodes.
public func readPictures(_ files: [String], work: Work) -> [Result<DecodedImage, any Error>] {
  work.mapItems(of: files.count) { index in
    Result { try ImageFile.read(files[index], work: work) }
  }
}
