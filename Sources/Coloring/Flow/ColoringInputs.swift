public import Raster

/// Everything one run of the flow reads.
public struct ColoringInputs: Sendable {
  /// Traps once the flow has taken it.
  public var drawing: Image {
    get { drawings[0] }
    set { drawings[0] = newValue }
  }
  /// The drawing; nothing once the flow has taken it.
  private var drawings: [Image]
  /// The references that the drawing is matched with, at least one, all of the same character; the first
  /// gives the background. Pins and candidates count in this order.
  public var references: [ReferencePicture]
  /// The place of each of them among all the project's references.
  public var places: [Int]
  /// The project's other references in their order, removed ones too, who have the places that are left. All give the palette, so that
  /// a colour's name means the same in all drawings of a project.
  public var others: [ReferencePalette]
  /// Parts given by hand to regions of each of `references`; those without any may be left out at the end.
  public var referenceLabels: [[PartLabel]] = []
  public var corrections: Corrections
  /// Those of the project's other drawings of this character.
  public var examples: [DrawingExamples] = []
  public var settings: ColoringSettings
  /// Tells the project's parts: the one that `settings.teller` names.
  public var teller: PartTeller?

  /// - Parameter places: those of `references` among them and `others`; nil for the first ones.
  /// - Precondition: places are below the number of all references, and no two are the same.
  public init(
    drawing: Image, references: [ReferencePicture], places: [Int]? = nil,
    others: [ReferencePalette] = [], corrections: Corrections = Corrections(),
    settings: ColoringSettings = ColoringSettings()
  ) {
    let places = places ?? Array(references.indices)
    let all = references.count + others.count
    precondition(!references.isEmpty, "a drawing is coloured from at least one reference")
    precondition(
      places.count == references.count && Set(places).count == places.count
        && places.allSatisfy { (0..<all).contains($0) },
      "places \(places) of \(references.count) references among \(all)")
    drawings = [drawing]
    self.references = references
    self.places = places
    self.others = others
    self.corrections = corrections
    self.settings = settings
  }

  /// The same with references that were not read before.
  public init(
    drawing: Image, references: [Image], places: [Int]? = nil, others: [ReferencePalette] = [],
    corrections: Corrections = Corrections(), settings: ColoringSettings = ColoringSettings()
  ) {
    self.init(
      drawing: drawing, references: references.map(ReferencePicture.pixels), places: places,
      others: others, corrections: corrections, settings: settings)
  }

  /// The pixels of all pictures that are not read yet.
  var pixelCount: Int { references.reduce(drawing.elements.count) { $0 + $1.pixelCount } }

  /// Gives up the drawing, so that it can go when it is read.
  mutating func takeDrawing() -> Image { drawings.removeFirst() }

  /// Gives up the references, so that each can go when it is read.
  mutating func takeReferences() -> [ReferencePicture] {
    defer { references = [] }
    return references
  }
}
