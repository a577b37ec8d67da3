#include <cblas.h>

// OpenBLAS has these beside the standard's functions; LAPACK's headers come in a package of their own.
void openblas_set_num_threads(int threads);
void sposv_(const char *triangle, const int *order, const int *columns, float *matrix,
            const int *leading, float *right_sides, const int *leading_right, int *failed_order);
