import Foundation
import Projects
import Testing

@Suite struct EditCodingTests {
  @Test func everyEditIsReadAsItWasWritten() throws {
    var random = RandomEdits(seed: 3)
    let edits = (0..<500).map { _ in random.next() }
    let data = try JSONEncoder().encode(edits)
    #expect(try JSONDecoder().decode([Edit].self, from: data) == edits)
  }

  /// Names in files are lasting: a change here breaks every journal there is.
  @Test(arguments: [
    #"{"kind":"label","part":"hair","picture":"a","regions":[{"x":1,"y":2}]}"#,
    #"{"kind":"label","part":null,"picture":"a","regions":[]}"#,
    #"{"counterpart":{"x":3,"y":4},"kind":"pin","picture":"a","reference":"b","region":{"x":1,"y":2}}"#,
    #"{"entry":"red","kind":"colour","picture":"a","regions":[{"x":1,"y":2}]}"#,
    #"{"kind":"traits","picture":"a","seen":[{"network":"ab12","region":{"x":1,"y":2},"traits":"fwEAAAAAAAAAAAAAAAAAAQ=="}]}"#,
    #"{"entry":null,"kind":"accept","picture":"a","regions":[{"x":1,"y":2}]}"#,
    #"{"joins":[{"first":{"x":1,"y":2},"second":{"x":3,"y":4}}],"kind":"join","picture":"a"}"#,
    #"{"closings":[{"from":{"x":1,"y":2},"to":{"x":3,"y":4}}],"kind":"open","picture":"a"}"#,
    ##"{"entry":"red","kind":"change-entry","to":{"base":"#ff0000","highlight":"#ff8080","name":"red","part":"hair","shadow":"#800000"}}"##,
    #"{"kind":"assign","pictures":["a"],"references":["b"]}"#,
    #"{"kind":"gap","picture":"a","pixels":3.5}"#,
    #"{"kind":"replace","picture":"a","with":"b"}"#,
    #"{"kind":"settings","to":{"aliased":true,"gap":6,"lines":"tint","shading":"trace","traceColours":"blue-shadow","traceLines":"keep"}}"#,
    #"{"kind":"settings","to":{}}"#,
    ##"{"kind":"add-part","to":{"hex":"#28f0f0","id":"ribbon","japanese":"リボン","letter":"R","name":"ribbon"}}"##,
    ##"{"kind":"change-part","part":"ribbon","to":{"hex":"#28f0f0","id":"ribbon","japanese":"リボン","letter":"R","name":"bow"}}"##,
    #"{"kind":"remove-part","part":"ribbon"}"#,
    #"{"head":"0123456789abcdef0123456789abcdef","kind":"teach"}"#,
    #"{"head":null,"kind":"teach"}"#,
  ])
  func theTextIsLasting(text: String) throws {
    let edit = try JSONDecoder().decode(Edit.self, from: Data(text.utf8))
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(String(decoding: try encoder.encode(edit), as: UTF8.self) == text)
  }

  @Test(arguments: [
    #"{"kind":"label","picture":"a","regions":[]}"#,
    #"{"kind":"gap","picture":"a"}"#,
    #"{"kind":"traits","picture":"a","seen":[{"network":"ab12","region":{"x":1,"y":2},"traits":"AAAA"}]}"#,
    #"{"kind":"accept","picture":"a","regions":[]}"#,
    #"{"kind":"teach"}"#,
    ##"{"kind":"add-entry","to":{"name":"x","base":"#12"}}"##,
    #"{"kind":"warp"}"#, #"{}"#, #"[]"#,
  ])
  func whatIsIncompleteIsRefused(text: String) {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(Edit.self, from: Data(text.utf8))
    }
  }
}
