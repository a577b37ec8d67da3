import Coloring
import Delivery
import Testing

struct NamedEngine: Sendable {
  let name: String
  let engine: Engine

  static let all = [
    NamedEngine(name: "rules", engine: .classical),
    NamedEngine(name: "the network", engine: Engines.shipped.engine(for: ColoringSettings())),
  ]
}

/// Lets every test colour by each engine in turn, and says by which one it failed.
struct EachEngine: SuiteTrait, TestTrait, TestScoping {
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    #expect(NamedEngine.all[1].engine.stages.contains(.features), "its weights are not there")
    let naming = IssueHandlingTrait.compactMapIssues { issue in
      var named = issue
      named.comments.append("by \(Situation.engine.name)")
      return named
    }
    for engine in NamedEngine.all {
      try await Situation.$engine.withValue(engine) {
        try await naming.provideScope(for: test, testCase: testCase, performing: function)
      }
    }
  }
}

extension Trait where Self == EachEngine {
  static var byEachEngine: Self { EachEngine() }
}
