/// The sizes of a texture network: two encoders, the matching between them, and a generator.
public struct TextureShape: Sendable, Equatable {
  /// Channels of the encoders at the full side; twice as many at a half, four times at a quarter and an eighth.
  public var encoderWidth: Int
  /// Numbers of a place's features, of which similarities are made.
  public var features: Int
  /// Candidates of a place at the finer levels: a window of this many rows and columns.
  public var window: Int
  /// Rounds of passing candidates on and refining them, at each finer level.
  public var iterations: Int
  /// Channels of the recurrent unit's memory.
  public var memory: Int
  /// Channels of the generator at the full side; twice as many at each half of it, up to 8 times.
  public var generatorWidth: Int
  /// Channels between a map and the scale and shift that it makes.
  public var mapHidden: Int
  /// What similarities are divided by before the softmax.
  public var temperature: Float

  public init(
    encoderWidth: Int, features: Int = 32, window: Int, iterations: Int, memory: Int,
    generatorWidth: Int, mapHidden: Int, temperature: Float = 0.01
  ) {
    self.encoderWidth = encoderWidth
    self.features = features
    self.window = window
    self.iterations = iterations
    self.memory = memory
    self.generatorWidth = generatorWidth
    self.mapHidden = mapHidden
    self.temperature = temperature
  }

  /// The sizes of CoCosNet v2 (Zhou et al. 2021).
  public static let published = TextureShape(
    encoderWidth: 32, window: 4, iterations: 5, memory: 32, generatorWidth: 64, mapHidden: 128)
  /// The sizes that train on two cores.
  public static let small = TextureShape(
    encoderWidth: 8, window: 3, iterations: 2, memory: 16, generatorWidth: 16, mapHidden: 32)
}
