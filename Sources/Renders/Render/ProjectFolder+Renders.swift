public import Projects

extension ProjectFolder {
  /// The folder of all renders, and what else belongs to them: `Render.swift` says which file means what.
  public var renders: String { path + "/renders" }
  var workers: String { renders + "/workers" }
  var workersLog: String { renders + "/workers.log" }
  var renderHistory: String { renders + "/history.jsonl" }
  var renderBell: String { renders + "/bell" }
}
