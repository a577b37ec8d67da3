internal import Projects
internal import Regions

/// The state of the files that other programs read and change.
struct OutsideState: Sendable {
  /// The last reading of each `parts.png` that was edited outside, and its line in the journal until that is safe.
  var readings: [PictureID: (reading: PartsPicture.Reading, line: Int?)] = [:]
  /// Why the files for other programs could not be written, as it was said.
  var trouble: Phrase?
  /// Drawings that were read again, until the engine has looked at them, with those corrected regions that were no ground.
  var redrawn: [PictureID: Set<RegionName>] = [:]
  /// The drawings whose files are watched.
  var watched: [Picture] = []
  /// The line of a palette edited outside that is on its way to the disk.
  var paletteLine: Int?
}
