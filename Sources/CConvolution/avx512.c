// x86 with AVX-512: 32 registers of 16 floats hold a block of 16 sums, or 24 in the gradient.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,fma"))), apply_to = function)
#define LANES 16
#define OUTPUTS 8
#define VECTORS 2
#define PAIRS 3
#define NAME cconvolution_avx512
#define NAME_TEXT "avx512"
#include "kernels.inc"
#pragma clang attribute pop
#else
typedef int cconvolution_avx512_is_not_of_this_machine;
#endif
