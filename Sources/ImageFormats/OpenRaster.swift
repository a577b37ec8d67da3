// OpenRaster, the open layered format: a zip of PNG pictures and a list of them, read by Krita,
// MyPaint and newer GIMPs.
//
// Folders, modes, opacity, visibility, names, size on paper. The format knows no clipping: a base and
// what is clipped to it become an isolated stack, where a normal layer is composed "atop"; a layer of
// another mode cannot be both, so its alpha is cut to the base's (at a half-transparent edge of the
// base that is not quite the same).
// Source: the OpenRaster baseline specification, 0.0.5.
// Not done: reading.

public import Raster

public enum OpenRaster {
  /// `picture` as a file.
  ///
  /// - Parameters:
  ///   - merged: the composed picture, where the caller has it already.
  ///   - metadata: its texts stand in the composed picture's PNG, where the format has no place of its own for them.
  /// - Complexity: O(canvas + the layers' pixels), on `work.threads` threads; the bytes do not depend
  ///   on how many.
  public static func encode(
    _ picture: LayeredImage, merged: Image? = nil, metadata: PictureMetadata = PictureMetadata(),
    work: Work
  ) throws(Cancelled) -> [UInt8] {
    let merged = if let merged { merged } else { try picture.composed(work: work) }
    precondition(
      merged.width == picture.width && merged.height == picture.height,
      "\(merged.width)×\(merged.height) merged of \(picture.width)×\(picture.height)")
    var archive = ZipArchive()
    // First and as it is, so that the first bytes of the file tell what it is.
    archive.add("mimetype", Array("image/openraster".utf8), isStored: true)

    var stack = OpenRasterStack()
    let elements = try stack.elements(of: picture.nodes, work: work)
    let resolutions =
      metadata.resolution.map { resolution in
        let (x, y) = (resolution.dotsPerInch, resolution.dotsPerInchDown)
        return #" xres="\#(Int(x.rounded()))" yres="\#(Int(y.rounded()))""#
      } ?? ""
    let list =
      #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
      + #"<image version="0.0.5" w="\#(picture.width)" h="\#(picture.height)"\#(resolutions)>"#
      + "\n"
      + "<stack>\n\(elements)</stack>\n</image>\n"
    archive.add("stack.xml", Array(list.utf8), isStored: false)

    let resolution = PictureMetadata(resolution: metadata.resolution)
    let pictures = stack.layers + [merged]
    let files = work.mapBands(of: pictures.count, smallest: 1) { range in
      // A picture whose encoding was cancelled is not used: the check below throws.
      range.map { index in
        let metadata = index < pictures.count - 1 ? resolution : metadata
        return (try? PNG.encode(pictures[index], metadata: metadata, work: work)) ?? []
      }
    }
    try work.checkCancelled()
    for (index, png) in files.joined().enumerated() {
      let path =
        index < stack.layers.count ? OpenRasterStack.path(ofLayer: index) : "mergedimage.png"
      archive.add(path, png, isStored: true)
    }
    let thumbnail = try merged.thumbnail(longest: 256, work: work)
    archive.add("Thumbnails/thumbnail.png", PNG.encode(thumbnail), isStored: true)
    return archive.finished()
  }

  /// Writes `picture` to `path` through an `AtomicFile`; see `encode`.
  public static func write(
    _ picture: LayeredImage, to path: String, overwriting: Bool = true, merged: Image? = nil,
    metadata: PictureMetadata = PictureMetadata(), work: Work
  ) throws {
    var file = try AtomicFile(replacing: path, overwriting: overwriting)
    try file.write(encode(picture, merged: merged, metadata: metadata, work: work))
    try file.commit()
  }
}
