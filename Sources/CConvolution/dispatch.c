#include "include/CConvolution.h"

#include <string.h>

extern const cconvolution_kernels cconvolution_portable;

#if defined(__x86_64__)
extern const cconvolution_kernels cconvolution_avx512, cconvolution_avx2;

static int runs(const cconvolution_kernels *kernels) {
  if (kernels == &cconvolution_avx512) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
           __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
  }
  if (kernels == &cconvolution_avx2) {
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  }
  return 1;
}

static const cconvolution_kernels *const fastest_first[] = {
    &cconvolution_avx512, &cconvolution_avx2, &cconvolution_portable};
#else
static int runs(const cconvolution_kernels *kernels) { return 1; }
static const cconvolution_kernels *const fastest_first[] = {&cconvolution_portable};
#endif

enum { count = sizeof fastest_first / sizeof *fastest_first };

const cconvolution_kernels *cconvolution_fastest(void) {
  for (int i = 0; i < count; i++) {
    if (runs(fastest_first[i])) return fastest_first[i];
  }
  return &cconvolution_portable;
}

const cconvolution_kernels *cconvolution_named(const char *name) {
  for (int i = 0; i < count; i++) {
    if (strcmp(fastest_first[i]->name, name) == 0 && runs(fastest_first[i])) return fastest_first[i];
  }
  return NULL;
}
