import Glibc

func power(_ base: Float, _ exponent: Float) -> Float { powf(base, exponent) }
func sine(_ angle: Float) -> Float { sinf(angle) }
func cosine(_ angle: Float) -> Float { cosf(angle) }
func exponential(_ x: Float) -> Float { expf(x) }
