// The inner loops of convolution, once for each instruction set. They see no shapes: Swift cuts an image into
// tiles, copies each into a scratch buffer with its padding, and says by offsets where a kernel's taps lie in it. So
// one loop serves every kernel size, stride, padding and dilation.
#ifndef CCONVOLUTION_H
#define CCONVOLUTION_H

#include <stddef.h>
#include <stdint.h>

// Winograd's tiles in the gradient of weights: so many outputs a side, from values at so many points.
enum { CCONVOLUTION_TILE = 4, CCONVOLUTION_POINTS = 6 };

// Rows of Winograd's tiles, of one image or of several, all from the same column to the same column: tile
// `row · across + x` of `down · across`. Offsets are from the first image's channel.
typedef struct {
  ptrdiff_t across, down;
  // Where each of a row's inputs begins, [down][points]; -1 where it is all padding.
  const ptrdiff_t *inputs;
  // Columns of padding before that, and how many columns there are from it on; the rest is padding.
  ptrdiff_t before, width;
  // Where the outputs of a row begin, [down], and how many of its `tile` rows are written; they are `outputPitch` apart.
  const ptrdiff_t *outputs, *heights;
  ptrdiff_t outputPitch, outputWidth;
  // -1 for the last tile of each row, 0 for others, to a whole vector.
  const int32_t *ends;
} cconvolution_strip;

// Winograd's method with one size of tiles.
typedef struct {
  // Outputs a side; `points` is two more.
  ptrdiff_t tile;

  // A strip's inputs of one channel, transformed: output[p · plane + t] for p < points² and tiles t.
  //
  // Whole vectors of tiles are written. `scratch` holds `points · ((tile + 2) · tiles + lanes)` floats for tiles to a
  // whole vector.
  void (*input)(const float *picture, const cconvolution_strip *strip, float *scratch,
                float *output, ptrdiff_t plane);

  // A strip's outputs of one channel from their values at the points, as `input` lays them: the sum that it is,
  // `bias` and activation, then what stands in the same place of `added`, where that is not NULL.
  //
  // `scratch` holds tile² floats for tiles to a whole vector.
  void (*output)(const float *input, ptrdiff_t plane, const cconvolution_strip *strip, float bias,
                 float slope, const float *added, float *scratch, float *output);

  // Filters of 3 × 3 for a block of outputs, transformed: to[p · plane + c · outputs + o] for p < points².
  //
  // `output`, `channel`, `row` and `column` are the floats from one to the next in `weight`; outputs from `kept` on are 0.
  void (*weights)(const float *weight, ptrdiff_t output, ptrdiff_t channel, ptrdiff_t row,
                  ptrdiff_t column, ptrdiff_t kept, ptrdiff_t channels, float *to, ptrdiff_t plane);
} cconvolution_winograd;

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

  // to[i] = from[2 · i] for i < count.
  void (*every_second)(const float *from, ptrdiff_t count, float *to);

  // to[2 · i] = even[i], to[2 · i + 1] = odd[i] for i < count.
  void (*by_turns)(const float *even, const float *odd, ptrdiff_t count, float *to);

  // Along a row, the same bits on every machine: Σ x[i], Σ (x[i] - mean)², Σ x[i] · (y[i] - mean),
  // to[i] = (x[i] - mean) · factor + shift, and to[i] = g[i] · factor + ((x[i] - mean) · bend + level), for i < count.
  float (*sum)(const float *x, ptrdiff_t count);
  float (*squares)(const float *x, float mean, ptrdiff_t count);
  float (*products)(const float *x, const float *y, float mean, ptrdiff_t count);
  void (*scaled)(const float *x, float mean, float factor, float shift, ptrdiff_t count, float *to);
  void (*slanted)(const float *g, float factor, const float *x, float mean, float bend, float level,
                  ptrdiff_t count, float *to);

  // Winograd's method with tiles of 4 × 4 and of 6 × 6.
  cconvolution_winograd winograd[2];

  // The weights' gradient by Winograd's method has channels innermost: vectors of them are read and written whole.

  // A row of every channel, channels inside: to[x · pitch + c] = from[c · plane + x] for x < width. What the last vector
  // has beyond `channels` is 0.
  void (*channels_inside)(const float *from, ptrdiff_t plane, ptrdiff_t channels, ptrdiff_t width,
                          float *to, ptrdiff_t pitch);

  // A row of tiles of inputs, transformed: output[p · plane + t · pitch + c] for p < points².
  //
  // `input` is the first tile's upper left corner, its rows `row` and its columns `pitch` apart.
  void (*gradient_input)(const float *input, ptrdiff_t row, ptrdiff_t pitch, ptrdiff_t channels,
                         ptrdiff_t tiles, float *output, ptrdiff_t plane);

  // The same of the output's gradient: tiles of tile².
  void (*gradient_output)(const float *gradient, ptrdiff_t row, ptrdiff_t pitch,
                          ptrdiff_t channels, ptrdiff_t tiles, float *output, ptrdiff_t plane);

  // sums[o · pitch + c] = keep · sums[o · pitch + c] + Σ over tiles t of slopes[t · slopePitch + o] ·
  // values[t · valuePitch + c].
  //
  // `keep` is 0 or 1; with 0 what `sums` held does not matter. Reads `slopes` and writes `sums` for whole blocks of
  // outputs: beyond the last their values may be any.
  void (*gradient_products)(const float *slopes, ptrdiff_t slopePitch, ptrdiff_t outputs,
                            const float *values, ptrdiff_t valuePitch, ptrdiff_t channels,
                            ptrdiff_t tiles, float *sums, ptrdiff_t pitch, ptrdiff_t keep);

  // An output's filters from the sums at the points: weight[c · 9 + t], from the parts' sums, added in their order:
  // sums[(part · points² + p) · plane + c].
  void (*gradient_taps)(const float *sums, ptrdiff_t plane, ptrdiff_t parts, ptrdiff_t channels,
                        float *weight);
} cconvolution_kernels;

// The fastest that this machine can run.
const cconvolution_kernels *cconvolution_fastest(void);
// The kernels of an instruction set; NULL where this machine or this build has none.
const cconvolution_kernels *cconvolution_named(const char *name);

#endif
