import Coloring
import Delivery
import Studio

extension Engines {
  /// Says on stderr, once, that there are rules alone where one of these settings wishes for more.
  func sayLack(for settings: some Sequence<ColoringSettings>) {
    if let lack = settings.lazy.compactMap(self.lack).first { say(lack.phrase) }
  }
}
