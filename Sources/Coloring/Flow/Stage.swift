internal import Raster

/// One step of the flow from drawing to picture: a pure function whose inputs are its stored properties.
///
/// The key of its product is made from the stored properties as the compiler lists them (`ContentKey(of:)`), so an input
/// cannot be forgotten. Products of earlier stages are held as `Keyed` and count by their keys.
protocol Stage: Encodable, Sendable {
  associatedtype Product: Sendable

  /// The kind of stage: its name, version, title and share of the time.
  static var kind: StageKind { get }

  /// Computes the product.
  ///
  /// - Parameter work: threads, on which the product does not depend; asked for cancellation at least every 20 ms.
  /// - Throws: `Cancelled`, or why a picture cannot be used.
  func run(_ work: Work) throws -> Product

  /// The picture that the product lets one show; nil where that is nothing new.
  func preview(of product: Product) -> FlatsPreview?
}

extension Stage {
  func preview(of product: Product) -> FlatsPreview? { nil }
}

/// A value and the key that stands for it in the keys of later stages.
struct Keyed<Value: Sendable>: Encodable, Sendable {
  let key: ContentKey
  let value: Value

  init(_ value: Value, key: ContentKey) {
    self.key = key
    self.value = value
  }

  func encode(to encoder: any Encoder) throws { try key.encode(to: encoder) }
}

extension Keyed<Image> {
  /// A picture under the key of its pixels.
  ///
  /// - Complexity: O(pixels), about 0.4 ms a megapixel.
  init(picture: Image) {
    var hasher = ContentHasher()
    hasher.combine(picture.width)
    hasher.combine(picture.height)
    hasher.combine(picture.elements)
    self.init(picture, key: hasher.key)
  }
}
