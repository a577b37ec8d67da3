public import Raster

/// Everything one run of the flow reads.
public struct ColoringInputs: Sendable {
  public var drawing: Image {
    get { pictures[0] }
    set { pictures[0] = newValue }
  }
  /// The references that the drawing is matched with, at least one, all of the same character; the first
  /// gives the background. Pins and candidates count in this order.
  public var references: [Image] {
    get { Array(pictures.dropFirst()) }
    set { pictures.replaceSubrange(1..., with: newValue) }
  }
  /// The drawing, then the references; none once the flow has taken them.
  private(set) var pictures: [Image]
  /// The place of each of them among all the project's references.
  public var places: [Int]
  /// The project's other references in their order, removed ones too, who have the places that are left. All give the palette, so that
  /// a colour's name means the same in all drawings of a project.
  public var others: [ReferencePalette]
  /// Parts given by hand to regions of each of `references`; those without any may be left out at the end.
  public var referenceLabels: [[PartLabel]] = []
  public var corrections: Corrections
  public var settings: ColoringSettings

  /// - Parameter places: those of `references` among them and `others`; nil for the first ones.
  /// - Precondition: places are below the number of all references, and no two are the same.
  public init(
    drawing: Image, references: [Image], places: [Int]? = nil, others: [ReferencePalette] = [],
    corrections: Corrections = Corrections(), settings: ColoringSettings = ColoringSettings()
  ) {
    let places = places ?? Array(references.indices)
    let all = references.count + others.count
    precondition(!references.isEmpty, "a drawing is coloured from at least one reference")
    precondition(
      places.count == references.count && Set(places).count == places.count
        && places.allSatisfy { (0..<all).contains($0) },
      "places \(places) of \(references.count) references among \(all)")
    pictures = [drawing] + references
    self.places = places
    self.others = others
    self.corrections = corrections
    self.settings = settings
  }

  /// Gives up the pictures, so that each can go when it is read.
  mutating func takePictures() -> [Image] {
    defer { pictures = [] }
    return pictures
  }
}
