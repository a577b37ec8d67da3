// ncurses keeps its state in globals: one call at a time.
#ifndef CTERMINAL_LOCK_H
#define CTERMINAL_LOCK_H

#include <pthread.h>

extern pthread_mutex_t cterminal_lock;

#endif
