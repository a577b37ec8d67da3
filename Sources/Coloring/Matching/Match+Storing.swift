public import Raster

extension Match: Storable {
  public init(_ known: Match?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    label = try bytes.pass(known, \.label)
    origin = try bytes.pass(known, \.origin)
    chosen = try bytes.pass(known, \.chosen)
    candidates = try bytes.pass(known, \.candidates)
    confidence = try bytes.pass(known, \.confidence)
  }
}

extension Candidate: Storable {
  public init(_ known: Candidate?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    reference = try bytes.pass(known, \.reference)
    label = try bytes.pass(known, \.label)
    score = try bytes.pass(known, \.score)
    var scores: [Reason: Double] = [:]
    for reason in Reason.allCases { scores[reason] = try bytes.pass(known, \.reasons[reason]) }
    reasons = scores
    evidence = try bytes.pass(known, \.evidence)
  }
}
