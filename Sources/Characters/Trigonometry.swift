/// Sine and cosine from arithmetic alone.
///
/// The C library's may differ in the last bit from one machine to the next, and the samples must
/// come out the same everywhere. Reduction to ±45° and Taylor polynomials; error below 1e-12.
enum Trigonometry {
  static func sineAndCosine(degrees: Double) -> (sine: Double, cosine: Double) {
    let quarter = (degrees / 90).rounded()
    let angle = (degrees - quarter * 90) * (Double.pi / 180)
    let square = angle * angle
    var sine = 0.0
    var cosine = 0.0
    for k in stride(from: 13, through: 1, by: -2) {
      sine = 1 - square / Double((k + 1) * (k + 2)) * sine
      cosine = 1 - square / Double(k * (k + 1)) * cosine
    }
    sine *= angle
    switch Int(quarter) & 3 {
    case 0: return (sine, cosine)
    case 1: return (cosine, -sine)
    case 2: return (-sine, -cosine)
    default: return (-cosine, sine)
    }
  }

  static func sine(degrees: Double) -> Double { sineAndCosine(degrees: degrees).sine }
  static func cosine(degrees: Double) -> Double { sineAndCosine(degrees: degrees).cosine }
}
