import Foundation
import Testing

@testable import Renders

@Suite("What a render's files mean")
struct RenderStateTests {
  private typealias Life = WorkerIdentity.Life

  private func state(
    published: Bool = false, stop: Bool = false, pause: Bool = false,
    attempt: RenderProgress.State?? = nil, givenUp: Bool = false,
    life: WorkerIdentity.Life = .running
  ) -> Render.State {
    Render.state(
      isPublished: published, isToStop: stop, isToPause: pause,
      attempt: attempt.map { word in
        Render.Sight(
          word: word.map { RenderProgress($0, time: 0, overall: 0, reason: .told("why")) },
          isGivenUp: givenUp, life: { life })
      })
  }

  @Test("Before anybody has begun, the wishes decide")
  func waiting() {
    #expect(state() == .queued)
    #expect(state(pause: true) == .paused)
    #expect(state(stop: true) == .cancelled)
    #expect(state(stop: true, pause: true) == .cancelled)
  }

  @Test("While its worker lives, its word decides")
  func running() {
    #expect(state(attempt: .some(nil)) == .running)
    #expect(state(attempt: .running) == .running)
    #expect(state(stop: true, attempt: .running) == .running)
    #expect(state(pause: true, attempt: .running) == .running)
    #expect(state(pause: true, attempt: .paused) == .paused)
    // Who continues it and waits for its end is not told that it rests.
    #expect(state(attempt: .paused) == .running)
  }

  @Test("A render is done where its result is, and never else")
  func done() {
    #expect(state(published: true) == .done)
    #expect(
      state(published: true, stop: true, attempt: .running, life: .ended(.told("x"))) == .done)
    #expect(state(attempt: .done) == .failed(.resultTakenAway))
    #expect(state(attempt: .duplicated) == .failed(.resultTakenAway))
  }

  @Test("A last word stands, until another attempt is wanted")
  func ended() {
    #expect(state(attempt: .failed) == .failed(.told("why")))
    #expect(state(attempt: .cancelled) == .cancelled)
    #expect(state(attempt: .interrupted) == .interrupted(.told("why")))
    #expect(state(stop: true, attempt: .interrupted) == .cancelled)
    for word in RenderProgress.State.allCases {
      #expect(state(attempt: word, givenUp: true) == .queued)
    }
  }

  @Test(
    "Without a last word, a worker that is gone was interrupted, and one that is silent nobody knows of"
  )
  func gone() {
    for word: RenderProgress.State? in [nil, .running, .paused] {
      #expect(state(attempt: .some(word), life: .ended(.told("x"))) == .interrupted(.told("x")))
      #expect(state(stop: true, attempt: .some(word), life: .ended(.told("x"))) == .cancelled)
      #expect(
        state(attempt: .some(word), life: .silent(300))
          == .unknown(.silent(minutes: 5)))
    }
  }
}

@Suite("Whether a worker lives")
struct WorkerIdentityTests {
  private func identity(
    host: String = "studio", process: Int32 = 7, boot: String = "b1", start: Int? = 100
  ) -> WorkerIdentity {
    WorkerIdentity(host: host, user: "hana", process: process, boot: boot, start: start)
  }

  private func life(
    _ worker: WorkerIdentity, process: KernelProcess?, heard: Int? = nil
  ) -> WorkerIdentity.Life {
    worker.life(seenBy: identity(process: 9), heard: heard, now: 1000, process: { _ in process })
  }

  @Test("Its number alone is not enough: another process may have it by now")
  func reused() {
    #expect(life(identity(), process: KernelProcess(start: 100)) == .running)
    let ended = WorkerIdentity.Life.ended(.workerEnded(process: 7))
    #expect(life(identity(), process: KernelProcess(start: 101)) == ended)
    #expect(life(identity(), process: nil) == ended)
    #expect(life(identity(), process: KernelProcess(start: 100, isDead: true)) == ended)
    #expect(life(identity(start: nil), process: KernelProcess(start: 5)) == .running)
  }

  @Test("After the machine was started again, none of its processes is the one")
  func rebooted() {
    #expect(
      life(identity(boot: "b0"), process: KernelProcess(start: 100))
        == .ended(.machineRestarted))
  }

  @Test("On another machine it lives while it gives signs")
  func remote() {
    let other = identity(host: "node-3", boot: "b9")
    #expect(life(other, process: nil, heard: 990) == .running)
    #expect(life(other, process: nil, heard: 1010) == .running)
    #expect(life(other, process: nil, heard: 700) == .silent(300))
    #expect(life(other, process: nil) == .silent(.max))
  }

  @Test("The kernel knows this process, and none of a number that is free")
  func kernel() {
    let own = WorkerIdentity.own()
    #expect(own.start != nil)
    #expect(own.life(seenBy: own, heard: nil, now: 0) == .running)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    #expect(throws: Never.self) { try process.run() }
    process.waitUntilExit()
    #expect(KernelProcess(process.processIdentifier) == nil)
  }

  @Test("A host's name cannot lead out of the folder")
  func fileName() {
    #expect(identity(host: "../ō").fileName == "..---7")
    #expect(identity(host: "node-3.local").fileName == "node-3.local-7")
  }
}
