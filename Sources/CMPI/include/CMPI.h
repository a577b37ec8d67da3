// OpenMPI, loaded when a program runs as one of several ranks: whoever trains alone needs none of it.
#ifndef CMPI_LOADED_H
#define CMPI_LOADED_H

#include <stdbool.h>

// Loads OpenMPI and joins the other ranks. NULL where that is done, else what the system says.
const char *mpi_join(int *rank, int *count);

// Gives `count` numbers to another rank and takes as many of it. False where `gives_up` said so first: asked every
// millisecond while the other one is awaited.
bool mpi_exchange(const float *own, float *theirs, int count, int partner, bool (*gives_up)(void));

// Takes leave of the other ranks.
void mpi_leave(void);

#endif
