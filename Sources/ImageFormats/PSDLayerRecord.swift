import Raster

/// One entry of a PSD's list of layers, packed: a layer, or the beginning or end of a folder.
struct PSDLayerRecord {
  /// The kind of the entry, by the format's numbers.
  enum Section: UInt32 {
    case layer = 0
    case openFolder = 1
    case folderEnd = 3
  }

  let name: String
  let section: Section
  /// Four letters.
  let blend: String
  let opacity: UInt8
  let isVisible: Bool
  let isClipped: Bool
  /// The pixels' place; empty where there are none.
  let box: Box
  /// In the order of `PSDChannel.layerOrder`, each with its compression and row lengths before it.
  let channels: [[UInt8]]

  /// The entries of `nodes`, bottom first: a folder's end, what is in it, then the folder itself.
  static func records(of nodes: [LayerNode], work: Work) throws(Cancelled) -> [PSDLayerRecord] {
    var records: [PSDLayerRecord] = []
    for node in nodes {
      switch node {
      case .layer(let base, let clipped):
        var pair = [try PSDLayerRecord(base, isClipped: false, work: work)]
        for layer in clipped {
          pair.append(try PSDLayerRecord(layer, isClipped: true, work: work))
        }
        // What is clipped stands with its base in a folder of the base's name: GIMP makes a group of the two in any
        // case, whose name says nothing.
        records +=
          clipped.isEmpty ? pair : folder(base.name, isVisible: base.isVisible, around: pair)
      case .folder(let name, let isVisible, let children):
        let inside = try Self.records(of: children, work: work)
        records += folder(name, isVisible: isVisible, around: inside)
      }
    }
    return records
  }

  /// A folder that blends what is in it with all below.
  private static func folder(
    _ name: String, isVisible: Bool, around inside: [PSDLayerRecord]
  ) -> [PSDLayerRecord] {
    [PSDLayerRecord(name: "</Layer group>", section: .folderEnd, blend: "norm")] + inside
      + [PSDLayerRecord(name: name, section: .openFolder, blend: "pass", isVisible: isVisible)]
  }

  private init(name: String, section: Section, blend: String, isVisible: Bool = true) {
    self.name = name
    self.section = section
    self.blend = blend
    opacity = 255
    self.isVisible = isVisible
    isClipped = false
    box = Box(x: 0, y: 0, width: 0, height: 0)
    channels = PSDChannel.layerOrder.map { _ in [0, 0] }
  }

  private init(_ layer: Layer, isClipped: Bool, work: Work) throws(Cancelled) {
    name = layer.name
    section = .layer
    blend =
      switch layer.blend {
      case .normal: "norm"
      case .multiply: "mul "
      case .screen: "scrn"
      }
    opacity = UInt8((min(1, max(0, layer.opacity)) * 255).rounded())
    isVisible = layer.isVisible
    self.isClipped = isClipped
    guard let content = layer.pixels.contentBox else {
      box = Box(x: 0, y: 0, width: 0, height: 0)
      channels = PSDChannel.layerOrder.map { _ in [0, 0] }
      return
    }
    box = Box(
      x: layer.origin.x + content.x, y: layer.origin.y + content.y, width: content.width,
      height: content.height)
    var channels: [[UInt8]] = []
    for channel in PSDChannel.layerOrder {
      var packed = try PackedChannel(layer.pixels, box: content, channel, work: work)
      packed.makeEven()
      var bytes = BigEndianBytes()
      bytes.append(UInt16(1))
      for count in packed.counts { bytes.append(count) }
      channels.append(bytes.bytes + packed.chunks.joined())
    }
    self.channels = channels
  }

  func appendHeader(to bytes: inout BigEndianBytes) {
    for edge in [box.y, box.x, box.maxY, box.maxX] {
      bytes.append(UInt32(bitPattern: Int32(edge)))
    }
    bytes.append(UInt16(channels.count))
    for (channel, data) in zip(PSDChannel.layerOrder, channels) {
      bytes.append(UInt16(bitPattern: channel.layerNumber))
      bytes.append(UInt32(data.count))
    }
    bytes.append(ascii: "8BIM")
    bytes.append(ascii: blend)
    bytes.append([opacity, isClipped ? 1 : 0])
    // 2: hidden. 8 and 16: the pixels do not matter, as in a folder's entries.
    bytes.append([(isVisible ? 0 : 2) | (section == .layer ? 8 : 24), 0])
    let extra = extraData
    bytes.append(UInt32(extra.count))
    bytes.append(extra)
  }

  /// No mask, no blending ranges, the name for old programs and in Unicode, the folder's mark.
  private var extraData: [UInt8] {
    var bytes = BigEndianBytes()
    bytes.append(zeros: 8)
    let plain = LegacyName.bytes(of: name, longest: 31)
    bytes.append([UInt8(plain.count)] + plain)
    bytes.append(zeros: 3 - plain.count % 4)
    let units = Array(name.utf16)
    let padding = units.count % 2 * 2
    bytes.append(ascii: "8BIMluni")
    bytes.append(UInt32(4 + units.count * 2 + padding))
    bytes.append(UInt32(units.count))
    for unit in units { bytes.append(unit) }
    bytes.append(zeros: padding)
    if section != .layer {
      bytes.append(ascii: "8BIMlsct")
      bytes.append(UInt32(12))
      bytes.append(section.rawValue)
      bytes.append(ascii: "8BIM")
      bytes.append(ascii: blend)
    }
    return bytes.bytes
  }
}
