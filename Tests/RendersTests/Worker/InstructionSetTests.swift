import Foundation
import Testing

@testable import Renders

@Suite struct InstructionSetTests {
  @Test func aLevelNeedsAllOfItsFlags() {
    let third = "processor\t: 0\nflags\t\t: fpu sse2 avx avx2 fma bmi1 bmi2 f16c movbe"
    #expect(InstructionSet.level(of: third) == "x86-64-v3")
    #expect(
      InstructionSet.level(of: third + " avx512f avx512bw avx512cd avx512dq avx512vl")
        == "x86-64-v4")
    #expect(InstructionSet.level(of: third + " avx512f") == "x86-64-v3")
    #expect(InstructionSet.level(of: "flags\t: fpu sse2 avx2") == "x86-64")
    #expect(InstructionSet.level(of: "") == "x86-64")
  }

  @Test func aWorkerNotesItAndOneOfAnOlderProgramIsStillRead() throws {
    let own = WorkerIdentity.own()
    #expect(own.instructions == InstructionSet.own)
    let read = try JSONDecoder().decode(WorkerIdentity.self, from: JSONEncoder().encode(own))
    #expect(read == own)
    let older = #"{"host":"h","user":"u","process":7,"boot":"b","start":1}"#
    let found = try JSONDecoder().decode(WorkerIdentity.self, from: Data(older.utf8))
    #expect(found.instructions == nil)
  }
}
