import Glibc

func sine(_ angle: Float) -> Float { sinf(angle) }
func cosine(_ angle: Float) -> Float { cosf(angle) }
func power(_ base: Float, _ exponent: Float) -> Float { powf(base, exponent) }
func exponential(_ value: Float) -> Float { expf(value) }
func arc(_ y: Float, _ x: Float) -> Float { atan2f(y, x) }
