import Glibc

// In double precision and rounded once: what machines' libraries differ in is far below a float's last bit,
// so a seed gives the same pictures everywhere.

func sine(_ angle: Float) -> Float { Float(sin(Double(angle))) }
func cosine(_ angle: Float) -> Float { Float(cos(Double(angle))) }
func power(_ base: Float, _ exponent: Float) -> Float { Float(pow(Double(base), Double(exponent))) }

/// The angle of a direction, from the x axis towards y; −π…π.
func arc(_ y: Float, _ x: Float) -> Float { Float(atan2(Double(y), Double(x))) }
