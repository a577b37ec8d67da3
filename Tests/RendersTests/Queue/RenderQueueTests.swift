import Coloring
import Foundation
import ImageFormats
import Projects
import Raster
import TestSupport
import Testing

@testable import Renders

@Suite("The queue of renders")
struct RenderQueueTests {
  private let project: RenderProject

  init() throws { project = try RenderProject() }

  private var order: [Int] {
    project.queue.renders().filter(\.isActive).sorted(by: RenderQueue.goesBefore).map(\.number)
  }

  private func move(_ numbers: Int..., to place: RenderQueue.Place) throws {
    let all = project.queue.renders()
    try project.queue.move(
      numbers.map { number in all.first { $0.number == number }! }, to: place, among: all)
  }

  @Test("What waits is put in any order")
  func reordering() throws {
    try project.add(4)
    try move(3, to: .first)
    #expect(order == [3, 1, 2, 4])
    try move(1, 3, to: .last)
    #expect(order == [2, 4, 1, 3])
    try move(3, to: .before(4))
    #expect(order == [2, 3, 4, 1])
    try project.add()
    #expect(order.contains(5))
  }

  @Test("However often things are put between two others, there is room")
  func crowding() throws {
    try project.add(3)
    for _ in 0..<60 {
      let last = order[2]
      let all = project.queue.renders()
      try project.queue.move(
        [all.first { $0.number == last }!], to: .before(order[1]), among: all)
      #expect(order[1] == last)
    }
  }

  @Test("The order of random moves is that of a list")
  func twin() throws {
    try project.add(6)
    var random = SeededNumbers(seed: 4)
    var list = Array(1...6)
    for _ in 0..<60 {
      let number = list.randomElement(using: &random)!
      let before = list.randomElement(using: &random)!
      list.removeAll { $0 == number }
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        try move(number, to: .first)
        list.insert(number, at: 0)
      case 1:
        try move(number, to: .last)
        list.append(number)
      default:
        if before == number { list.append(number) }
        try move(number, to: before == number ? .last : .before(before))
        if before != number { list.insert(number, at: list.firstIndex(of: before)!) }
      }
      #expect(order == list)
    }
  }

  @Test("A render of the format before attempts is read as it is")
  func oldFormat() throws {
    let job = """
      {"aliased":false,"background":"none","drawing":"a","format":1,"key":"","lines":"keep","position":1,\
      "shading":"reference","traceLines":"fill"}
      """
    for number in 1...4 { try project.write(job, to: "job.json", of: number) }
    let dead =
      "{\"host\":\"\(WorkerIdentity.own().host)\",\"user\":\"u\",\"process\":99999999,\"boot\":\"\"}"
    for number in 1...3 {
      try project.write("", to: "claim/.keep", of: number)
      try project.write(dead, to: "worker.json", of: number)
    }
    try project.write(
      "{\"overall\":1,\"state\":\"done\",\"time\":0}\n", to: "progress.jsonl", of: 1)
    try project.write("picture", to: "result.png", of: 1)
    try project.write(
      "{\"overall\":0,\"reason\":\"no ink\",\"state\":\"failed\",\"time\":0}\n",
      to: "progress.jsonl", of: 2)
    #expect(try project.render(1).state == .done)
    // Nobody noted which settings were given; those that are nurie's own were not.
    #expect(try project.render(1).job.given == GivenSettings())
    #expect(FileManager.default.fileExists(atPath: try project.render(1).result))
    #expect(try project.render(2).state == .failed(.told("no ink")))
    #expect(try project.render(3).isInterrupted)
    #expect(try project.render(4).state == .queued)
    try project.queue.retry([project.render(2), project.render(3)])
    try project.worker().run()
    #expect(project.queue.renders().map(\.state) == [.done, .done, .done, .done])
    #expect(try project.render(2).result.hasSuffix("/2/result/result.png"))
  }

  @Test("A job may be a projection, which no colouring nurie takes for its own")
  func projection() throws {
    let order = ProjectionOrder(steps: 40, seed: 1 << 63)
    let job = RenderJob(projecting: "a-2", order, key: "k", runner: "slurm", threads: 2)
    let render = try project.queue.add([job])[0]
    #expect(render.job.kind == .projection(order))
    #expect(render.job.drawing == "a-2" && render.job.key == "k" && render.job.threads == 2)
    let text = try String(contentsOfFile: render.folder + "/job.json", encoding: .utf8)
    #expect(text.contains("\"format\":4"))
    #expect(try project.add()[0].job.kind == .colouring)
    let colouring = try String(
      contentsOfFile: project.render(2).folder + "/job.json", encoding: .utf8)
    #expect(colouring.contains("\"format\":3"))
    // A number of steps that no projection has.
    try project.write(text.replacingOccurrences(of: "40", with: "0"), to: "job.json")
    #expect(throws: (any Error).self) { try project.render(1) }
  }

  @Test("A job keeps what it was queued with")
  func job() throws {
    var given = GivenSettings()
    given.said.shading = .reference
    given.said.traceColours = .blueShadow
    given.said.aliased = false
    given.said.borders = .drawn
    given.background = .colour(.white)
    let job = RenderJob(
      of: "a", in: project.history, given: given, layers: LayeredFormat(ending: "psd"),
      runner: "slurm", threads: 3)
    let render = try project.queue.add([job])[0]
    #expect(render.job.given == given)
    #expect(render.job.runner == "slurm")
    #expect(render.job.threads == 3)
    #expect(render.job.pixels == 64 * 64)
    #expect(render.job.batch == 1)
    // Another runner's is left alone.
    try project.worker().run()
    #expect(
      project.queue.renders().map(\.state) == [
        .waiting(.batch("slurm", .notHandedOver))
      ])
    // And done by number, as a scheduler asks for.
    #expect(try project.worker().run(only: 1))
    #expect(try project.render().state == .done)
    #expect(try !project.worker().run(only: 1))
  }

  @Test("Workers are started where there is something for them, as many as may be")
  func starting() throws {
    #expect(try project.queue.startWorkers(jobs: 3).workers == 0)
    try project.add(2)
    #expect(try project.queue.startWorkers(jobs: 3).workers == 2)
  }

  @Test("500 renders are listed in no time")
  func many() throws {
    try project.add(500)
    let clock = ContinuousClock()
    var renders: [Render] = []
    let first = clock.measure { renders = project.queue.renders() }
    let known = Dictionary(uniqueKeysWithValues: renders.map { ($0.number, $0) })
    var again: [Render] = []
    let second = clock.measure { again = project.queue.renders(known: known) }
    #expect(renders.count == 500)
    #expect(again == renders)
    // Ten times the budget: the machine may be busy.
    #expect(first < .seconds(1) && second < .milliseconds(500))
    print("500 renders: \(first), known \(second)")
  }
}

@Suite("How long a render takes")
struct RenderHistoryTests {
  private let seconds: [String: Double] = [
    "lineArt": 2, "regions": 4, "reference": 2, "matches": 1, "flats": 0, "shading": 0, "layers": 1,
  ]

  private func progress(_ stage: StageKind?, _ share: Double, worked: Double) -> RenderProgress {
    var progress = RenderProgress(.running, time: 0, overall: 0)
    progress.stage = stage
    progress.share = share
    progress.worked = worked
    return progress
  }

  @Test("What is left follows from renders of that size, stage by stage")
  func stages() {
    let history = RenderHistory([.init(pixels: 1000, stages: seconds)])
    #expect(history.remaining(pixels: 1000, at: progress(nil, 0, worked: 0)) == 10)
    #expect(history.remaining(pixels: 2000, at: progress(nil, 0, worked: 0)) == 20)
    #expect(history.remaining(pixels: 1000, at: progress(.regions, 0.5, worked: 6)) == 4)
    #expect(history.remaining(pixels: 1000, at: progress(.layers, 1, worked: 10)) == 0)
  }

  @Test("One that goes at half the speed goes on so")
  func pace() {
    let history = RenderHistory([.init(pixels: 1000, stages: seconds)])
    #expect(history.remaining(pixels: 1000, at: progress(.regions, 0.5, worked: 12)) == 8)
  }

  @Test("Renders of quite another size say nothing")
  func unlike() {
    let history = RenderHistory([.init(pixels: 100, stages: seconds)])
    #expect(history.remaining(pixels: 1000, at: progress(nil, 0, worked: 0)) == nil)
  }
}
