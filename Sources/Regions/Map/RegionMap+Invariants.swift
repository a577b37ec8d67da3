#if InvariantChecks
  import Raster

  extension RegionMap {
    /// Traps where the map contradicts itself.
    ///
    /// Labels cover every pixel, 1 … `regions.count`, unless there is no region at all; each region has
    /// pixels, no more paper than pixels, and its inside point among them.
    ///
    /// - Complexity: O(width · height).
    func checkInvariants() {
      var pixels = RegionTable(repeating: 0, count: regions.count)
      var strays = 0
      for label in labels.elements {
        precondition(Int(label) <= regions.count, "label \(label) of \(regions.count) regions")
        if label == 0 { strays += 1 } else { pixels[label] += 1 }
      }
      precondition(
        regions.isEmpty || strays == 0, "\(strays) pixels belong to none of the regions")
      for (label, region) in zip(pixels.labels, regions) {
        precondition(region.label == label, "region \(region.label) stands at \(label)")
        precondition(
          region.area >= 1 && region.area <= pixels[label],
          "region \(label) has \(region.area) pixels of paper among \(pixels[label])")
        precondition(
          labels[region.inside] == region.label,
          "region \(label) has its inside point in region \(labels[region.inside])")
        precondition(
          region.box.contains(region.inside)
            && region.box.union(labels.bounds) == labels.bounds,
          "region \(label) has its box \(region.box) and its inside point \(region.inside) apart")
        precondition(region.insideRadius > 0, "region \(label) has radius \(region.insideRadius)")
      }
    }
  }
#endif
