import Glibc
import ImageFormats
public import Raster

/// Small pictures of a project's pictures, kept in its cache: made once, in the background.
public enum Thumbnail {
  /// Of the longer side, in pixels.
  public static let side = 512

  /// A picture made small: from the cache, or made and put there.
  ///
  /// A cache that cannot be written is done without.
  ///
  /// - Throws: an `ImageError` where the project's own file cannot be read, `Cancelled`.
  /// - Complexity: a few milliseconds from the cache; else O(pixels), as reading the picture.
  public static func image(of picture: Picture, in folder: ProjectFolder, work: Work) throws
    -> Image
  {
    let source = folder.file(of: picture)
    let cached = "\(folder.cache)/\(picture.id.rawValue).png"
    if let known = FileStatus(cached), let original = FileStatus(source),
      known.changed >= original.changed, let image = try? ImageFile.read(cached).pixels
    {
      return image
    }
    let image = try ImageFile.read(source, work: work).pixels.thumbnail(longest: side, work: work)
    mkdir(folder.cache, 0o777)
    try? PNG.write(image, to: cached)
    return image
  }

  /// A drawing in small as it was coloured last; nil where that is not known.
  public static func coloured(_ drawing: PictureID, in folder: ProjectFolder) -> Image? {
    try? ImageFile.read(colouredFile(drawing, folder)).pixels
  }

  /// Keeps a drawing's coloured picture in small.
  ///
  /// A cache that cannot be written is done without.
  public static func keep(_ coloured: Image, of drawing: PictureID, in folder: ProjectFolder) {
    mkdir(folder.cache, 0o777)
    mkdir(folder.cache + "/coloured", 0o777)
    try? PNG.write(coloured, to: colouredFile(drawing, folder))
  }

  private static func colouredFile(_ drawing: PictureID, _ folder: ProjectFolder) -> String {
    "\(folder.cache)/coloured/\(drawing.rawValue).png"
  }
}
