import Coloring
import Foundation
import Projects
import TestSupport
import Testing

@Suite("What is known of drawings") struct FactsFileTests {
  private let folder = TemporaryFolder()
  private var project: ProjectFolder { ProjectFolder(path: folder.path) }

  private func key(_ name: String) -> ContentKey {
    ContentKey(
      of: DrawingState(
        pictures: [name], matched: [], corrections: Corrections(), referenceLabels: [],
        settings: ColoringSettings()))
  }

  @Test("It is there again after a restart")
  func roundTrip() throws {
    #expect(FactsFile.read(in: project).isEmpty)
    let counts: [PictureID: DrawingCounts] = [
      "walk": DrawingCounts(key: key("walk"), regions: 41, doubtful: 3),
      "泣き顔": DrawingCounts(key: key("泣き顔"), regions: 7, doubtful: 0),
    ]
    try FactsFile.write(counts, in: project)
    #expect(FactsFile.read(in: project) == counts)
    // Written again, in place of the first.
    try FactsFile.write(["walk": counts["walk"]!], in: project)
    #expect(FactsFile.read(in: project).count == 1)
  }

  @Test("A file that is broken or of another format is as good as none")
  func broken() throws {
    try FactsFile.write([:], in: project)
    let file = URL(fileURLWithPath: project.cache + "/facts.json")
    let texts = [
      "", "{", "[]", #"{"format": 1, "drawings": {}}"#,
      #"{"format": 2, "drawings": {"walk": {"regions": -1}}}"#,
    ]
    for text in texts {
      try Data(text.utf8).write(to: file)
      #expect(FactsFile.read(in: project).isEmpty, "\(text)")
    }
  }
}
