// x86 with AVX2 and FMA: 16 registers of 8 floats hold a block of 12 sums.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LANES 8
#define OUTPUTS 6
#define VECTORS 2
#define PAIRS 2
#define NAME cconvolution_avx2
#define NAME_TEXT "avx2"
#include "kernels.inc"
#pragma clang attribute pop
#else
typedef int cconvolution_avx2_is_not_of_this_machine;
#endif
