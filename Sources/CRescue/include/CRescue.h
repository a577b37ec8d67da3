// Gives the terminal back when the process dies, and turns signals into bytes that a poll can wait for.
// It may call only what is safe in a signal handler, so it is C. There is one terminal and one process:
// what is armed last counts.
#ifndef CRESCUE_H
#define CRESCUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

// From here on a crash (a trap, a segmentation fault, an abort), and any signal that ends a program which does not
// handle it, first puts `modes` back and writes
// `bytes`, at most 500, to the terminal; what would have handled the crash then does.
void crescue_arm(int terminal, const struct termios *modes, const uint8_t *bytes, size_t count);
// The terminal has been given back.
void crescue_disarm(void);

// Catches SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP and SIGCONT: the number of each comes as a byte out of
// the descriptor returned, which does not block. -1 where there are no more descriptors.
int crescue_catch_signals(void);
// Puts back what handled them before.
void crescue_release_signals(void);
// Stops the process group as Ctrl-Z does; returns when it goes on.
void crescue_stop(void);

#endif
