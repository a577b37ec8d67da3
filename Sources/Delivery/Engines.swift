public import Coloring

/// The engines that a program colours with: rules alone, and rules with a network where its weights are there.
public struct Engines: Sendable {
  /// A reason why there are rules alone where a network is wished for.
  public enum Lack: Sendable, Hashable, CustomStringConvertible {
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

  /// The one with the network; without it rules do its work.
  private let network: Engine?
  /// The reason why a wish for the network is not met; nil where it is.
  public let lack: Lack?

  /// Those that come with the running program, read when they are first asked for.
  public static let shipped = Engines(weights: ProgramFiles.path(of: weights))

  /// - Parameter path: the file of the weights that come with this version; nil where it is missing.
  /// - Complexity: that of `Engine(network:)`.
  init(weights path: String?) {
    guard let path else {
      (network, lack) = (nil, .missing)
      return
    }
    let found = try? Engine(network: path)
    network = found?.hasShippedMatcher == true ? found : nil
    lack = network == nil ? .damaged(path: path) : nil
  }

  /// With the network of a training.
  ///
  /// - Parameter path: the file of its weights.
  /// - Throws: `CheckpointError`.
  public init(network path: String) throws {
    network = try Engine(network: path)
    lack = nil
  }

  /// The engine that settings wish for, or rules alone where there is no other.
  public func engine(for settings: ColoringSettings) -> Engine {
    settings.matcher == .network ? network ?? .classical : .classical
  }

  /// The reason why settings get another engine than they wish for; nil where they do not.
  public func lack(for settings: ColoringSettings) -> Lack? {
    settings.matcher == .network ? lack : nil
  }
}
