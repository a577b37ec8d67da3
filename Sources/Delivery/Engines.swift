public import Coloring

/// The engines that a program colours with: rules alone, and rules with a network where its weights are there.
public struct Engines: Sendable {
  /// A reason why there are rules alone where a network is wished for.
  public enum Lack: Error, Hashable, CustomStringConvertible {
    /// The weights do not lie beside the program.
    case missing
    /// The file is not what came with the program, or none that can be read.
    case damaged(path: String)

    /// A sentence without its end.
    public var description: String {
      switch self {
      case .missing:
        "the network's weights (share/nurie/\(Engines.weights)) were not found beside the program, so rules alone match; install nurie again"
      case .damaged(let path):
        "\(path): cannot be read or is not what came with this version, so rules alone match; install nurie again"
      }
    }
  }

  /// The name of the weights among the program's files.
  public static let weights = "weights/matcher.safetensors"

  /// The one with the network, or why there is none.
  private let network: @Sendable () -> Result<Engine, Lack>

  /// Those that come with the running program. The weights are read once, when the network is first wished for.
  public static let shipped = Engines(network: { shippedNetwork })

  private static let shippedNetwork = network(of: ProgramFiles.path(of: weights))

  private init(network: @escaping @Sendable () -> Result<Engine, Lack>) { self.network = network }

  /// - Parameter path: the file of the weights that come with this version; nil where it is missing.
  init(weights path: String?) {
    let network = Self.network(of: path)
    self.init(network: { network })
  }

  /// With the network of a training.
  ///
  /// - Parameter path: the file of its weights.
  /// - Throws: `CheckpointError`.
  public init(network path: String) throws {
    let engine = try Engine(network: path)
    self.init(network: { .success(engine) })
  }

  /// - Complexity: that of `Engine(network:)`.
  private static func network(of path: String?) -> Result<Engine, Lack> {
    guard let path else { return .failure(.missing) }
    guard let engine = try? Engine(network: path), engine.hasShippedMatcher else {
      return .failure(.damaged(path: path))
    }
    return .success(engine)
  }

  /// The engine that settings wish for, or rules alone where there is no other.
  public func engine(for settings: ColoringSettings) -> Engine {
    guard settings.matcher == .network, case .success(let engine) = network() else {
      return .classical
    }
    return engine
  }

  /// The reason why settings get another engine than they wish for; nil where they do not.
  public func lack(for settings: ColoringSettings) -> Lack? {
    guard settings.matcher == .network, case .failure(let lack) = network() else { return nil }
    return lack
  }
}
