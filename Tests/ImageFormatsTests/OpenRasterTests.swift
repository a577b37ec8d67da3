import Foundation
import ImageFormats
import Peers
import Raster
import TestSupport
import Testing

@Suite("OpenRaster")
struct OpenRasterTests {
  let work = Work(threads: 2)

  @Test("The first bytes tell the kind")
  func mimetype() throws {
    let bytes = try OpenRaster.encode(LayeredSample.picture, work: work)
    // A local header of 30 bytes, the name, and the content as it is.
    #expect(Array(bytes[..<4]) == [0x50, 0x4b, 3, 4])
    #expect(Array(bytes[8..<10]) == [0, 0])
    #expect(String(decoding: bytes[30..<54], as: UTF8.self) == "mimetypeimage/openraster")
  }

  @Test("Bytes do not depend on the threads")
  func threads() throws {
    let one = try OpenRaster.encode(LayeredSample.picture, work: Work(threads: 1))
    #expect(try OpenRaster.encode(LayeredSample.picture, work: Work(threads: 5)) == one)
  }

  @Test(
    "A reader of zip and XML finds every layer in its place",
    .enabled(if: Python.has("zipfile"), "needs python3"))
  func stack() throws {
    let folder = TemporaryFolder()
    let file = folder / "picture.ora"
    let resolution = Resolution(dotsPerInch: 300)
    try OpenRaster.write(
      LayeredSample.picture, to: file, metadata: PictureMetadata(resolution: resolution),
      work: work)
    #expect(
      try Python.run(Self.script, file) == [
        "mimetype stack.xml data/layer0.png data/layer1.png data/layer2.png data/layer3.png "
          + "data/layer4.png data/layer5.png data/layer6.png data/layer7.png data/layer8.png "
          + "mergedimage.png Thumbnails/thumbnail.png",
        "0.0.5 40x30 at 300x300",
        #""線画" svg:multiply 1.0 visible 0,0"#,
        #""hidden" svg:src-over 1.0 hidden auto"#,
        #"  "mask" svg:src-over 1.0 hidden 0,0"#,
        #""empty" svg:src-over 1.0 visible 0,0"#,
        #""flats & more" svg:src-over 1.0 visible auto"#,
        #"  "inner" svg:src-over 1.0 visible auto"#,
        #"    "skin" svg:src-over 1.0 visible 22,18"#,
        #"  "塗り🎨ぬりえ" svg:src-over 1.0 visible isolate"#,
        #"    "ribbon" svg:src-atop 0.8 visible 16,10"#,
        #"    "light" svg:screen 1.0 visible 8,8"#,
        #"    "塗り🎨ぬりえ" svg:src-over 1.0 visible 6,8"#,
        #""<a href=\"x\">&'</a>" svg:src-over 1.0 visible isolate"#,
        #"  "tab\tbell␇end" svg:multiply 0.6 visible 1,0"#,
        #"  "<a href=\"x\">&'</a>" svg:src-over 1.0 visible 0,0"#,
      ])
  }

  private static let script = """
    import json, sys, zipfile
    import xml.etree.ElementTree as tree
    archive = zipfile.ZipFile(sys.argv[1])
    assert archive.testzip() is None
    print(*archive.namelist())
    image = tree.fromstring(archive.read("stack.xml"))
    g = image.get
    print(g("version"), g("w") + "x" + g("h"), "at", g("xres") + "x" + g("yres"))
    def show(stack, depth):
        for node in stack:
            g = node.get
            print("  " * depth + json.dumps(g("name"), ensure_ascii=False), g("composite-op"),
                  g("opacity"), g("visibility"), g("isolation") or g("x") + "," + g("y"))
            show(node, depth + 1)
    show(image.find("stack"), 0)
    """
}
