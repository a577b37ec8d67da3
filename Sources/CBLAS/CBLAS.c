#include "CBLAS.h"

#include <cblas.h>
#include <dlfcn.h>
#include <stdlib.h>

static __typeof__(&cblas_sgemm) sgemm;
// LAPACK's headers come in a package of their own.
static void (*sposv)(const char *triangle, const int *order, const int *columns, float *matrix,
                     const int *leading, float *right_sides, const int *leading_right,
                     int *failed_order);

// OpenBLAS chooses its kernels by the processor's model, and takes those of 2004 for one that is younger than itself:
// a tenth of the speed. So it is told by what the processor can do.
static const char *core(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")) {
    return "SkylakeX";
  }
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return "Haswell";
#endif
  return NULL;
}

const char *cblas_load(void) {
  static const char variable[] = "OPENBLAS_CORETYPE";
  const char *const name = getenv(variable) ? NULL : core();
  if (name) setenv(variable, name, 1);
  void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
  if (name) unsetenv(variable);
  if (!library) return dlerror();
  void (*set_threads)(int) = (void (*)(int))dlsym(library, "openblas_set_num_threads");
  sgemm = (__typeof__(sgemm))dlsym(library, "cblas_sgemm");
  sposv = (__typeof__(sposv))dlsym(library, "sposv_");
  if (!set_threads || !sgemm || !sposv) return "it lacks cblas_sgemm, sposv or its thread count";
  set_threads(1);
  return 0;
}

void cblas_multiply(int a_is_transposed, int b_is_transposed, int rows, int columns, int depth,
                    const float *a, int a_stride, const float *b, int b_stride, float keep,
                    float *out, int out_stride) {
  sgemm(CblasRowMajor, a_is_transposed ? CblasTrans : CblasNoTrans,
        b_is_transposed ? CblasTrans : CblasNoTrans, rows, columns, depth, 1, a, a_stride, b,
        b_stride, keep, out, out_stride);
}

int cblas_solve(int order, int columns, float *matrix, float *right_sides) {
  int failed_order = 0;
  sposv("U", &order, &columns, matrix, &order, right_sides, &order, &failed_order);
  return failed_order == 0;
}
