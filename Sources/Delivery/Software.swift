/// The program's name and version.
public enum Software {
  public static let version = "0.1.0"
  /// As the files that it writes name it.
  static let nameInFiles = "nurie \(version)"
}
