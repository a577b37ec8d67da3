import Glibc

extension ImageFile {
  /// The number of pixels of the picture at `path`, as the head of its file says; 0 for a pipe, which can be read only once.
  ///
  /// - Throws: `ImageError`, as `read` does for what stands before the pixels.
  /// - Complexity: that of reading the file; nothing is decoded.
  public static func pixelCount(of path: String, limits: Limits = Limits()) throws(ImageError)
    -> Int
  {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    let bytes = try readBytes(path, limit: limits.fileBytes)
    let (width, height) =
      switch ImageKind(of: bytes) {
      case .png: try PNG.size(bytes, file: path)
      case .jpeg: try JPEG.size(bytes, file: path)
      case .webp: try WebP.size(bytes, file: path)
      case nil: (0, 0)
      }
    return width * height
  }
}
