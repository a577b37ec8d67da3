internal import Coloring
public import Studio

@testable public import Projects
@testable public import Renders

extension StudioState {
  /// A render of a drawing as it stands, in some state, that no folder holds.
  ///
  /// - Parameters:
  ///   - told: what its worker said last; nil where nobody has begun it.
  ///   - job: where many are made of one.
  ///   - expected: seconds that were left then.
  public func render(
    _ number: Int, of drawing: PictureID = "walk", _ state: Render.State = .queued,
    told: RenderProgress? = nil, order: Double? = nil, expected: Double? = nil,
    isToPause: Bool = false, job: RenderJob? = nil
  ) -> Render {
    guard let project = desk.project else { preconditionFailure("no project is open") }
    let folder = "/hana.nurie/renders/\(number)"
    let job = job ?? RenderJob(of: drawing, in: project.history)
    return Render(
      number: number, folder: folder, job: job, state: state, progress: told,
      order: order ?? Double(number), attempt: told == nil ? 0 : 1,
      attemptFolder: told == nil ? nil : folder + "/attempts/1", worker: nil, duplicates: 0,
      expected: expected, isToStop: false, isToPause: isToPause, ticket: nil,
      resultFolder: folder + "/result")
  }

  /// One render in each state, the numbers from 1 on.
  public var rendersInEachState: [Render] {
    var going = RenderProgress(.running, time: wallTime, overall: 0.5)
    going.stage = .matches
    going.worked = 62
    var paused = going
    paused.state = .paused
    var ended = RenderProgress(.done, time: 100, overall: 1)
    ended.worked = 75
    return [
      render(1, .running, told: going, expected: 40),
      render(2, of: "run", .paused, told: paused),
      render(3, .queued),
      render(4, .waiting(.noWorker)),
      render(5, .paused, isToPause: true),
      render(6, .interrupted(.workerEnded(process: 7)), told: going),
      render(7, .done, told: ended),
      render(8, of: "run", .failed(.diskFull), told: ended),
      render(9, of: "rest", .cancelled, told: ended),
      render(10, of: "rest", .unknown(.neverGaveSign), told: going),
    ]
  }
}
