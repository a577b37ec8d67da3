import Foundation
import ImageFormats
import Raster
import TestSupport
import Testing

@testable import Delivery

@Suite("Reading several pictures at once")
struct PictureReadingTests {
  private let folder = TemporaryFolder()

  @Test("What becomes of each stands in the order of the files", arguments: [1, 2, 5])
  func order(threads: Int) throws {
    let grey = (0..<7).map { RGBA(UInt8($0), UInt8($0), UInt8($0)) }
    for (index, colour) in grey.enumerated() {
      // The first ones take longest.
      let side = 400 - 60 * index
      try PNG.write(
        Image(width: side, height: side, repeating: colour), to: folder / "\(index).png")
    }
    try Data("no picture".utf8).write(to: URL(filePath: folder / "notes.png"))
    let names = ["0", "1", "lost", "2", "3", "notes", "4", "5", "6"]
    let read = readPictures(names.map { folder / "\($0).png" }, work: Work(threads: threads))
    var colours: [RGBA] = []
    var problems: [ImageError] = []
    for result in read {
      switch result {
      case .success(let picture): colours.append(picture.pixels[0, 0])
      case .failure(let error): problems.append(try #require(error as? ImageError))
      }
    }
    #expect(colours == grey)
    #expect(
      problems == [
        ImageError(.missing, file: folder / "lost.png"),
        ImageError(.notAPicture("a text file"), file: folder / "notes.png"),
      ])
    #expect(throws: ImageError.self) { try read[2].get() }
  }

  @Test("Nothing is read of no files, nor after the caller has given up")
  func nothing() throws {
    #expect(readPictures([], work: Work(threads: 2)).isEmpty)
    try PNG.write(Image(width: 2, height: 2, repeating: .white), to: folder / "a.png")
    let read = readPictures([folder / "a.png"], work: Work(threads: 2, isCancelled: { true }))
    #expect(throws: Cancelled.self) { try read[0].get() }
  }
}
