internal import Coloring
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

/// Whether pictures are too large to be held in memory together: then each is read, and let go of, by itself.
///
/// A picture that cannot be read counts for nothing here; whoever reads it hears why.
///
/// - Complexity: that of reading the files; nothing is decoded.
public func areLarge(_ files: [String]) -> Bool {
  files.reduce(0) { $0 + ((try? ImageFile.pixelCount(of: $1)) ?? 0) } > Coloring.mostPixelsAtOnce
}
