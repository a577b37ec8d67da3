// The inner loops of convolution, once for each instruction set. They see no shapes: Swift cuts an image into
// tiles, copies each into a scratch buffer with its padding, and says by offsets where a kernel's taps lie in it. So
// one loop serves every kernel size, stride, padding and dilation.
#ifndef CCONVOLUTION_H
#define CCONVOLUTION_H

#include <stddef.h>

typedef struct {
  // "avx512", "avx2", "portable".
  const char *name;
  // Floats in a vector.
  ptrdiff_t lanes;
  // Output channels that one call computes.
  ptrdiff_t outputs;
  // Output columns that one call computes at most: a whole number of vectors.
  ptrdiff_t columns;
  // Columns of the weight matrix (pairs of input channel and tap) that one call of `weights` computes.
  ptrdiff_t pairs;

  // output[o][x] = activation(bias[o] + Σ over c, t of weights[c][t][o] · input[c · plane + taps[t] + x]) for
  // every o < outputs and x < width.
  //
  // Reads whole vectors: `input` needs `columns` floats beyond each offset, of any value. `weights` is
  // [channels][tapCount][outputs], `bias` is [outputs]. `width` is 1…columns, `kept` 1…outputs: more are computed, but
  // only these are written. Negative results are multiplied by `slope`: 1 does nothing, 0 is ReLU.
  void (*forward)(const float *input, ptrdiff_t plane, const ptrdiff_t *taps, ptrdiff_t tapCount,
                  ptrdiff_t channels, const float *weights, const float *bias, float slope,
                  float *output, ptrdiff_t outputPlane, ptrdiff_t kept, ptrdiff_t width);

  // sums[o][j] += Σ over rows y and columns x of gradient[o · gradientPlane + y · gradientRow + x] ·
  // input[offsets[j] + y · inputRow + x], for o < outputs and j < pairs.
  //
  // `width` is a whole number of vectors; what a row has too much must be 0 in `gradient` and finite in `input`.
  void (*weights)(const float *gradient, ptrdiff_t gradientPlane, ptrdiff_t gradientRow,
                  const float *input, const ptrdiff_t *offsets, ptrdiff_t inputRow,
                  ptrdiff_t height, ptrdiff_t width, float *sums);
} cconvolution_kernels;

// The fastest that this machine can run.
const cconvolution_kernels *cconvolution_fastest(void);
// The kernels of an instruction set; NULL where this machine or this build has none.
const cconvolution_kernels *cconvolution_named(const char *name);

#endif
