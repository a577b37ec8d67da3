public import Coloring
public import Regions

extension RegionMap.Warning {
  /// As the artist reads it.
  public var phrase: Phrase {
    Phrase(
      description,
      "領域が \(found) あります。上限は \(RegionMap.mostRegions) なので、小さいものから \(found - RegionMap.mostRegions) 領域を隣と合わせました。"
    )
  }
}

extension ColoringWarning {
  /// As the artist reads it, without the name of the input that it is about.
  public var phrase: Phrase {
    switch problem {
    case .regions(let warning): warning.phrase
    case .noColour:
      Phrase("\(text).", "色がないため、線画にも色が付きません。色のついた色見本を指定してください。")
    }
  }
}
