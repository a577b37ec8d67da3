internal import Coloring
public import Projects
internal import Raster

/// The artist's place in a project, for the next start.
public struct ProjectPlace: Hashable, Sendable, Codable {
  /// The project's folder.
  public var path: String
  public var screen: Screen
  /// The selected drawing.
  public var drawing: PictureID?
  /// The ground behind results: `none`, `reference`, or a colour as `#aabbcc`.
  public var ground: String
  public var renders: RenderMemory?
}

extension Screen: Codable {
  /// Takes the names that screens had before too; of one that is not known, it is the first.
  public init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    let former: [String: Screen] = ["browse": .pictures, "masks": .parts, "render": .result]
    self = Screen.all.first { $0.name == name } ?? former[name] ?? .pictures
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

extension StudioState {
  /// The number of projects that are remembered.
  private static let rememberedPlaces = 20

  /// The places of the projects that were open last, this one's first.
  var placesNow: [ProjectPlace] {
    guard let project = desk.project else { return places }
    let here = ProjectPlace(
      path: project.path, screen: screen, drawing: pictures.selected[.drawing],
      ground: result.background.name, renders: renderMemoryNow)
    return Array(
      ([here] + places.filter { $0.path != here.path }).prefix(Self.rememberedPlaces))
  }

  /// Goes where the artist was in this project, as far as that is still there.
  mutating func returnToPlace() {
    guard let project = desk.project, let place = places.first(where: { $0.path == project.path })
    else { return }
    result.background = ColoringSettings.Background(name: place.ground) ?? .none
    // Of another drawing the screen would not be the one that was left.
    guard let id = place.drawing, project.state.drawings.contains(where: { $0.id == id }) else {
      return
    }
    pictures.selected[.drawing] = id
    screen = place.screen
  }
}
