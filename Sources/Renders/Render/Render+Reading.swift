import FoundationEssentials
import ImageFormats
import Projects

extension Render {
  /// Reads a render's folder; nil where it has no job.
  ///
  /// - Parameters:
  ///   - known: the render as it was read before: a job is not read twice.
  ///   - own: who looks.
  ///   - now: seconds since 1970; nil for what the clock says.
  /// - Complexity: two lists of names and the last 4 KB of its progress; 10 µs where nobody has begun and it is known.
  public init?(
    folder: String, known: Render? = nil, seenBy own: WorkerIdentity = .own(),
    now: Int? = nil
  ) {
    guard let name = folder.split(separator: "/").last, let number = Int(name) else { return nil }
    let now = now ?? Timestamp.now()
    let names = Projects.names(in: folder)
    guard names.contains("job.json"),
      let job = known?.job ?? (try? RenderJob(file: folder + "/job.json"))
    else { return nil }
    self.number = number
    self.folder = folder
    self.job = job
    isToStop = names.contains("cancel")
    isToPause = names.contains("pause")
    ticket = names.contains(BatchTicket.file) ? BatchTicket(in: folder) : nil
    order = names.contains("order") ? Render.order(folder) ?? Double(number) : Double(number)
    let attempts =
      names.contains("attempts")
      ? Projects.names(in: folder + "/attempts").compactMap(Int.init).sorted() : []
    attempt = attempts.last ?? 0
    // In format 1 a render was claimed once, and its folder was the attempt's.
    let isOld = attempts.isEmpty && names.contains("claim")
    resultFolder = isOld ? folder : folder + "/result"
    let attemptFolder = attempts.last.map { "\(folder)/attempts/\($0)" } ?? (isOld ? folder : nil)
    self.attemptFolder = attemptFolder
    progress = attemptFolder.flatMap { RenderProgress(lastIn: $0 + "/progress.jsonl") }
    worker = attemptFolder.flatMap(Render.worker)
    duplicates =
      attempts.count < 2
      ? 0
      : attempts.count { attempt in
        RenderProgress(lastIn: "\(folder)/attempts/\(attempt)/progress.jsonl")?.state
          == .duplicated
      }
    state = Render.state(
      isPublished: names.contains(isOld ? "result.png" : "result"), isToStop: isToStop,
      isToPause: isToPause,
      attempt: attemptFolder.map { [worker, progress] folder in
        Sight(
          word: progress,
          isGivenUp: isOld
            ? names.contains("given-up") : FileStatus(folder + "/given-up") != nil,
          life: {
            guard let worker else { return .ended(.neverBegan) }
            let heard = ["worker.json", "progress.jsonl"].compactMap { file in
              FileStatus("\(folder)/\(file)").map { $0.changed / 1_000_000_000 }
            }.max()
            return worker.life(seenBy: own, heard: heard, now: now)
          })
      })
  }

  /// The files of an attempt, as they are seen.
  struct Sight {
    /// The last that it told.
    var word: RenderProgress?
    var isGivenUp = false
    /// Asked for only where its last word was not its end.
    var life: () -> WorkerIdentity.Life
  }

  /// The state that a render's files mean together; a render is done where its result is, and never else.
  static func state(isPublished: Bool, isToStop: Bool, isToPause: Bool, attempt: Sight?) -> State {
    if isPublished { return .done }
    guard let attempt, !attempt.isGivenUp else {
      return isToStop ? .cancelled : isToPause ? .paused : .queued
    }
    func ended(_ how: RenderReason) -> State { isToStop ? .cancelled : .interrupted(how) }
    switch attempt.word?.state {
    case .done, .duplicated: return .failed(.resultTakenAway)
    case .failed: return .failed(attempt.word?.reason ?? .told(""))
    case .cancelled: return .cancelled
    case .interrupted: return ended(attempt.word?.reason ?? .told(""))
    case .running, .paused, nil:
      switch attempt.life() {
      // Its worker goes on within a moment where the wish is gone.
      case .running: return attempt.word?.state == .paused && isToPause ? .paused : .running
      case .ended(let how): return ended(how)
      case .silent(let seconds):
        return .unknown(seconds == .max ? .neverGaveSign : .silent(minutes: seconds / 60))
      }
    }
  }

  /// The last line of its log, ready for a terminal; nil where it has none.
  public func lastLogLine() -> String? {
    log.flatMap { readTail($0, bytes: 4096) }.flatMap { tail in
      tail.split(separator: UInt8(ascii: "\n")).last.map { printable(bytes: $0) }
    }
  }

  private static func worker(_ folder: String) -> WorkerIdentity? {
    (try? readBytes(folder + "/worker.json", limit: 65_536)).flatMap { bytes in
      try? JSONDecoder().decode(WorkerIdentity.self, from: Data(bytes))
    }
  }

  private static func order(_ folder: String) -> Double? {
    (try? readBytes(folder + "/order", limit: 4096)).flatMap { bytes in
      Double(String(decoding: bytes.filter { $0 > 32 }, as: UTF8.self)).flatMap {
        $0.isFinite ? $0 : nil
      }
    }
  }
}
