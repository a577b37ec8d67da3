internal import Coloring
public import Projects
internal import Raster

/// Where the artist was in a project, for the next start.
public struct ProjectPlace: Hashable, Sendable, Codable {
  /// The project's folder.
  public var path: String
  public var screen: ScreenName
  /// The selected drawing.
  public var drawing: PictureID?
  /// What lies behind results: `none`, `reference`, or a colour as `#aabbcc`.
  public var ground: String
  public var renders: RenderMemory?
}

extension ScreenName: Codable {}

extension StudioState {
  /// How many projects are remembered.
  private static let rememberedPlaces = 20

  /// The places of the projects that were open last, this one's first.
  var placesNow: [ProjectPlace] {
    guard let project else { return places }
    let here = ProjectPlace(
      path: project.path, screen: screen, drawing: browse.selected[.drawing],
      ground: render.background.name, renders: renderMemoryNow)
    return Array(
      ([here] + places.filter { $0.path != here.path }).prefix(Self.rememberedPlaces))
  }

  /// Goes where the artist was in this project, as far as that is still there.
  mutating func returnToPlace() {
    guard let project, let place = places.first(where: { $0.path == project.path }) else { return }
    render.background = ColoringSettings.Background(name: place.ground) ?? .none
    // Of another drawing the screen would not be the one that was left.
    guard let id = place.drawing, project.state.drawings.contains(where: { $0.id == id }) else {
      return
    }
    browse.selected[.drawing] = id
    screen = place.screen
  }
}
