// Which half-written files must go when a signal ends the program. In C because a signal handler
// may call only what is async-signal-safe, which Swift's runtime does not promise.
#ifndef CUNFINISHED_H
#define CUNFINISHED_H

#include <stdbool.h>

// Notes a file; returns its slot, or -1 where all are taken or the path is too long: such a file is
// left behind by a signal, but is otherwise as good as any.
int cunfinished_note(const char *path);
// Frees a slot; -1 is ignored.
void cunfinished_forget(int slot);

// Has SIGINT, SIGTERM and SIGHUP unlink every noted file and then do what they would have done. A
// signal that is ignored (nohup) or has a handler already is left alone.
void cunfinished_remove_on_signals(void);
// Unlinks every noted file; async-signal-safe, for a program with handlers of its own.
void cunfinished_remove(void);

// Renames a file; unlike rename(2) fails with EEXIST where the target exists. In C because Swift's
// Glibc hides the system call.
bool cunfinished_publish(const char *path, const char *target);

// Waits until the file system that a file is in has all that was written to it, names too. False sets
// errno. In C because Swift's Glibc hides the system call.
bool cunfinished_sync_disk(int descriptor);

#endif
