public import Raster

// The regions' own numbers are kept beside the labels: to find them again costs as much as the map.

extension RegionMap: Storable {
  public init(_ known: RegionMap?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    labels = try bytes.pass(known, \.labels)
    regions = try bytes.pass(known, \.regions)
    closings = try bytes.pass(known, \.closings)
    learned = try bytes.pass(known, \.learned)
    orphans = try bytes.pass(known, \.orphans)
    frame = try bytes.pass(known, \.frame)
    warnings = try bytes.pass(known, \.warnings)
  }
}

extension Region: Storable {
  public init(_ known: Region?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    label = try bytes.pass(known, \.label)
    area = try bytes.pass(known, \.area)
    box = try bytes.pass(known, \.box)
    centroid = (try bytes.pass(known, \.centroid.x), try bytes.pass(known, \.centroid.y))
    inside = try bytes.pass(known, \.inside)
    insideRadius = try bytes.pass(known, \.insideRadius)
    isBackground = try bytes.pass(known, \.isBackground)
  }
}

extension Closing: Storable {
  public init(_ known: Closing?, through bytes: inout StoredBytes) throws(BrokenBytes) {
    from = try bytes.pass(known, \.from)
    to = try bytes.pass(known, \.to)
  }
}
