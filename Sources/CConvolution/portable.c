// Any machine: vectors of four floats, which every 64-bit processor has.
#define LANES 4
#define OUTPUTS 4
#define VECTORS 2
#define PAIRS 2
#define NAME cconvolution_portable
#define NAME_TEXT "portable"
#include "kernels.inc"
