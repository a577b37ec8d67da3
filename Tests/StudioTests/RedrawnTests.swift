import Coloring
import DrawnStudios
import Foundation
import ImageFormats
import Raster
import Regions
import TestSupport
import Testing

@testable import Projects
@testable import Studio

@Suite("A drawing that is drawn anew outside", .timeLimit(.minutes(1)))
struct RedrawnTests {
  private let again = Picture(
    id: "drawing-2", kind: .drawing, title: "drawing", width: Squares.side, height: Squares.side)

  @Test("It takes the old one's place with everything that was said, and undo brings that back")
  func replaced() throws {
    var state = try Squares.studio()
    state.desk.focus = Squares.a
    state.press("2 space")
    _ = state.edit([.gap(Squares.drawing, pixels: 5)], named: Phrase(same: "gap"))
    let effects = reduce(&state, .redrawn(Squares.drawing, again))
    #expect(effects.appended == ["read drawing again"])
    #expect(state.drawing?.id == again.id && state.screen == .parts)
    let project = try #require(state.desk.project?.state)
    #expect(project.labels[again.id]?.map(\.part) == ["hair"] && project.gaps[again.id] == 5)
    #expect(project.labels[Squares.drawing] == nil)
    #expect(state.engine.analysing?.order.drawing == again.id)
    state.press("u")
    #expect(state.desk.project?.state.drawings.map(\.id) == [Squares.drawing])
    #expect(state.desk.project?.state.labels[Squares.drawing]?.map(\.part) == ["hair"])
  }

  @Test("What finds no region in it is counted, and listed in the log")
  func lost() throws {
    var state = try Squares.studio()
    let away = RegionName(inside: Point(5000, 5000))
    _ = state.edit(
      [
        .label(Squares.drawing, [away], part: "hair"),
        .label(Squares.drawing, [RegionName(inside: Squares.c)], part: "skin"),
      ],
      named: Phrase(same: "labels"))
    let effects = reduce(&state, .redrawn(Squares.drawing, again))
    let order = try #require(
      effects.compactMap { if case .analyse(let order) = $0 { order } else { nil } }.last)
    _ = reduce(&state, .analysed(try Squares.analysis(order)))
    #expect(
      state.notice?.text.english
        == "drawing: 1 correction finds no place in the new lines; L lists them")
    #expect(state.log.contains { $0.text.english == "drawing: label hair at (5000, 5000)" })
    #expect(state.part(at: Squares.c) == "skin")
  }

  @Test("What was said of a figure is taken back where there is ground now, and listed")
  func onGround() throws {
    var state = try Squares.studio()
    let name = try #require(state.flats?.palette.entries.first?.name)
    let paper = RegionName(inside: Point(6, 6))
    let (a, b, d) = (
      RegionName(inside: Squares.a), RegionName(inside: Squares.b), RegionName(inside: Squares.d)
    )
    try state.answer(
      state.edit(
        [
          .label(Squares.drawing, [a, b], part: "hair"),
          .label(Squares.drawing, [paper], part: "prop"),
          .colour(Squares.drawing, [d], entry: name),
        ], named: Phrase(same: "say")))
    // Of the new picture only b is left; the rest is paper.
    let effects = reduce(&state, .redrawn(Squares.drawing, again))
    let order = try #require(
      effects.compactMap { if case .analyse(let order) = $0 { order } else { nil } }.last)
    var left = Image(width: Squares.side, height: Squares.side, repeating: .white)
    for y in 12..<60 {
      for x in 48..<110 where !(15..<57).contains(y) || !(51..<107).contains(x) {
        left[x, y] = RGBA(0, 0, 0)
      }
    }
    let after = reduce(&state, .analysed(try Squares.analysis(order, line: left)))
    #expect(
      after.appended == ["take back what was said of drawing where there is ground now"])
    let project = try #require(state.desk.project?.state)
    #expect(Set(project.labels[again.id]?.map(\.region) ?? []) == [b, paper])
    #expect(project.colours[again.id] ?? [] == [])
    #expect(
      state.notice?.text.english
        == "drawing: 2 corrections find no place in the new lines; L lists them")
  }

  @Test("The file that a drawing came from is watched; once written, it is read again, once")
  func watched() async throws {
    let folder = TemporaryFolder()
    let file = folder / "line.png"
    try PNG.write(Squares.line, to: file)
    let path = folder / "hana.nurie"
    try Project.create(at: path) { project in
      let pictures = try project.writer!.importer.add(
        [file], as: .drawing, work: Work(threads: 1)
      ).pictures
      project.history.include(pictures)
      project.record([.add(pictures.map(\.id))], title: "import", isFounding: true)
    }
    let project = try Project(
      opening: path, watch: LockWatch(), now: LockWatch.now, report: { _ in }, onLost: {})
    defer { project.writer?.lock.release() }
    let drawing = try #require(project.history.state.drawings.first)
    #expect(drawing.source?.path.hasSuffix("line.png") == true)
    let (news, tell) = AsyncStream.makeStream(of: Action.self)
    let watch = SourceWatch(try #require(project.writer).importer, pause: 0.05) { tell.yield($0) }
    watch.watch([drawing], known: [drawing])
    var larger = Image(width: 60, height: 50, repeating: .white)
    larger[20, 20] = .black
    try PNG.write(larger, to: file)
    var told = news.makeAsyncIterator()
    guard case .redrawn(let old, let new)? = await told.next() else {
      Issue.record("nothing is told")
      return
    }
    #expect(old == drawing.id && new.title == drawing.title && (new.width, new.height) == (60, 50))
    #expect(FileManager.default.fileExists(atPath: project.folder.file(of: new)))
    // One that is no picture is told of.
    watch.watch([new], known: [drawing, new])
    try Data("no picture".utf8).write(to: URL(fileURLWithPath: file))
    guard case .happened(.warning, _)? = await told.next() else {
      Issue.record("a broken file is not told of")
      return
    }
    watch.finish()
  }
}
