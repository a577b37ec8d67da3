// OpenBLAS, loaded when it is first needed and not when the program starts: its threads begin to spin as soon as it is
// loaded, though nobody calls it, and take a core from whatever the program does in its first tenth of a second.
#ifndef CBLAS_LOADED_H
#define CBLAS_LOADED_H

// Loads it, with one thread. NULL where it is there, else what the system says; to be called before anything below,
// from one thread.
const char *cblas_load(void);

// out = a · b + keep · out, row by row; see cblas_sgemm.
void cblas_multiply(int a_is_transposed, int b_is_transposed, int rows, int columns, int depth,
                    const float *a, int a_stride, const float *b, int b_stride, float keep,
                    float *out, int out_stride);

// Solves a symmetric positive definite system in place, column by column; see LAPACK's sposv. Whether it is one.
int cblas_solve(int order, int columns, float *matrix, float *right_sides);

#endif
