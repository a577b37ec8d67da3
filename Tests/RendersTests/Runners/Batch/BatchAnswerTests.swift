import Testing

@testable import Renders

@Suite("What schedulers say, recorded")
struct BatchAnswerTests {
  private func sights(_ name: String, _ text: String, isEnded: Bool = false) throws -> [String:
    BatchAnswer.Sight]
  {
    let system = try BatchLibrary(folder: nil).system(name)
    return system.sights(in: text, of: isEnded ? try #require(system.ended) : system.status)
  }

  @Test("squeue: what waits says why, and what ended lately is listed too")
  func squeue() throws {
    let text = """
      5_3|PENDING|JobArrayTaskLimit
      6_1|PENDING|Nodes required for job are DOWN, DRAINED or reserved for jobs in higher priority partitions
      5_1|RUNNING|None
      7|NODE_FAIL|None
      8_2|CANCELLED|None
      9|NEW_WORD|

      """
    let sights = try sights("slurm", text)
    #expect(sights.count == 6)
    #expect(sights["5_3"] == .init(phase: .waiting, word: "PENDING", reason: "JobArrayTaskLimit"))
    #expect(sights["6_1"]?.reason.hasSuffix("higher priority partitions") == true)
    #expect(sights["5_1"] == .init(phase: .running, word: "RUNNING"))
    #expect(sights["7"] == .init(phase: .ended, word: "NODE_FAIL"))
    #expect(sights["8_2"]?.phase == .ended)
    // Nobody knows what it means: it is not taken for an end.
    #expect(sights["9"]?.phase == .waiting)
  }

  @Test("squeue: what waits for its time to start is told so, whichever comes first")
  func beginTime() throws {
    let sights = try sights("slurm", "5_1|PENDING|BeginTime\n5_2|PENDING|Priority\n")
    #expect(sights["5_1"]?.isDelayed == true)
    #expect(sights["5_2"]?.isDelayed == nil)
    let own = BatchAnswer.Sight(phase: .waiting, word: "").because("BeginTime", isDelayed: true)
    #expect(own.isDelayed == true)
  }

  @Test("sacct: how things ended")
  func sacct() throws {
    let text = """
      5_1|COMPLETED|0:0
      5_2|CANCELLED by 1000|0:15
      5_3|OUT_OF_MEMORY|0:125
      5_4|TIMEOUT|0:0
      5_[5-9]|PENDING|0:0

      """
    let sights = try sights("slurm", text, isEnded: true)
    #expect(sights["5_1"]?.phase == .ended)
    #expect(sights["5_2"]?.word == "CANCELLED")
    #expect(sights["5_3"]?.word == "OUT_OF_MEMORY")
    #expect(sights["5_4"] == .init(phase: .ended, word: "TIMEOUT"))
    #expect(sights["5_5"] == nil)
  }

  @Test("qstat -f: a record each, with lines broken for their length")
  func qstat() throws {
    let text = """
      Job Id: 123[].host
          Job_Name = nurie
          job_state = B
          comment = Job Array Began at Mon Nov 16 at 10:01

      Job Id: 123[1].host
          Job_Name = nurie
          job_state = R
          Variable_List = PBS_O_HOME=/home/hana,PBS_O_LANG=C,
      \tPBS_O_PATH=/usr/bin
          comment = Job run at Mon Nov 16 at 10:01 on (node1:ncpus=1)

      Job Id: 123[2].host
          job_state = Q
          comment = Not Running: Insufficient amount of resource: ncpus (R: 1 A: 0
      \t T: 2)

      """
    let sights = try sights("pbs", text)
    #expect(sights["123[].host"]?.phase == .running)
    #expect(sights["123[1].host"]?.phase == .running)
    #expect(
      sights["123[2].host"]
        == .init(
          phase: .waiting, word: "Q",
          reason: "Insufficient amount of resource: ncpus (R: 1 A: 0 T: 2)"))
  }

  @Test("NQSV's qstat: a line each request")
  func nqsv() throws {
    let text = """
      RequestID       ReqName  UserName Queue     Pri STT S   Memory      CPU   Elapse R H M Jobs
      --------------- -------- -------- -------- ---- --- - -------- -------- -------- - - - ----
      123456.sqd      nurie    hana     SC4         0 RUN -    8.72M     0.12       20 Y Y Y    1
      123457[2].sqd   nurie    hana     SC4         0 QUE -    0.00B     0.00        0 Y Y Y    1

      """
    let sights = try sights("nqsv", text)
    #expect(sights.count == 2)
    #expect(sights["123456.sqd"]?.phase == .running)
    #expect(sights["123457[2].sqd"]?.phase == .waiting)
  }

  @Test("Where elements are not listed, the whole job's word is theirs")
  func wholeJob() {
    let ticket = BatchTicket(runner: "x", job: "9[]", element: "9[2]", time: 0, attempts: 0)
    let whole = BatchAnswer.Sight(phase: .running, word: "RUN")
    let own = BatchAnswer.Sight(phase: .ended, word: "EXT")
    #expect(BatchAnswer(time: 0, sights: ["9[]": whole]).sight(of: ticket) == whole)
    #expect(BatchAnswer(time: 0, sights: ["9[]": whole, "9[2]": own]).sight(of: ticket) == own)
    #expect(BatchAnswer(time: 0).sight(of: ticket) == nil)
  }
}
