/// The truth of a drawing as a table for people and programs: a line a region, tab-separated.
public struct TruthTable: Sendable {
  public let regions: [TrueRegion]
  /// The label in the reference of what each region shows; nil where the reference lacks it.
  public let counterparts: [UInt16?]

  /// Regions correspond when they show the same thing; where the lines cut it into several, the
  /// reference's largest piece stands for it, and failing the tone (a trace line's shadow, which the
  /// reference's lines do not bound), the thing itself. Something that shows nowhere in the
  /// reference takes its mirror image, left for right.
  public init(_ truth: Truth, reference: Truth) {
    regions = truth.regions
    var largest: [String: TrueRegion] = [:]
    for region in reference.regions where (largest[region.identity]?.area ?? 0) < region.area {
      largest[region.identity] = region
    }
    counterparts = regions.map { region in
      (largest[region.identity] ?? largest[Self.mirrored(region.identity)])?.label
    }
  }

  private static func mirrored(_ identity: String) -> String {
    if identity.hasSuffix(".left") { return identity.dropLast(5) + ".right" }
    if identity.hasSuffix(".right") { return identity.dropLast(6) + ".left" }
    return identity
  }

  /// One heading, then label, part, palette entry, tone, what it is, paper pixels, counterpart.
  public var text: String {
    var lines = ["label\tpart\tentry\ttone\tidentity\tarea\treference"]
    for (region, counterpart) in zip(regions, counterparts) {
      lines.append(
        "\(region.label)\t\(region.part)\t\(region.swatch)\t\(region.tone.name)\t"
          + "\(region.identity)\t\(region.area)\t\(counterpart.map { "\($0)" } ?? "-")")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
