#define _GNU_SOURCE
#include "CUnfinished.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { slot_count = 32, path_size = 4096 };
enum { is_free, is_being_filled, is_noted };

static struct {
  atomic_int state;
  char path[path_size];
} slots[slot_count];

int cunfinished_note(const char *path) {
  size_t size = strlen(path) + 1;
  if (size > path_size) return -1;
  for (int slot = 0; slot < slot_count; slot++) {
    int expected = is_free;
    if (!atomic_compare_exchange_strong(&slots[slot].state, &expected, is_being_filled)) continue;
    memcpy(slots[slot].path, path, size);
    atomic_store(&slots[slot].state, is_noted);
    return slot;
  }
  return -1;
}

void cunfinished_forget(int slot) {
  if (slot >= 0) atomic_store(&slots[slot].state, is_free);
}

void cunfinished_remove(void) {
  int saved = errno;
  for (int slot = 0; slot < slot_count; slot++)
    if (atomic_load(&slots[slot].state) == is_noted) unlink(slots[slot].path);
  errno = saved;
}

static void handle(int signal_number) {
  cunfinished_remove();
  // SA_RESETHAND has put the default back: the parent sees a death by this signal.
  raise(signal_number);
}

void cunfinished_remove_on_signals(void) {
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    struct sigaction current;
    if (sigaction(signals[i], NULL, &current) != 0 || current.sa_handler != SIG_DFL) continue;
    struct sigaction action = {.sa_handler = handle, .sa_flags = SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(signals[i], &action, NULL);
  }
}

bool cunfinished_publish(const char *path, const char *target) {
  if (renameat2(AT_FDCWD, path, AT_FDCWD, target, RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // Network file systems that know no such renaming know a second name for a file.
  return link(path, target) == 0 && unlink(path) == 0;
}

bool cunfinished_sync_disk(int descriptor) { return syncfs(descriptor) == 0; }
