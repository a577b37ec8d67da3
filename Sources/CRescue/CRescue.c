#define _GNU_SOURCE
#include "CRescue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static struct {
  atomic_bool is_armed;
  int terminal;
  struct termios modes;
  uint8_t bytes[500];
  size_t count;
} rescue;

// Crashes, and signals that would end the program as abruptly: it would leave a terminal that shows nothing typed.
static const int crashes[] = {SIGSEGV, SIGBUS,  SIGILL,   SIGTRAP,   SIGABRT, SIGFPE,  SIGSYS,
                              SIGQUIT, SIGUSR1, SIGUSR2,  SIGALRM,   SIGPROF, SIGXCPU, SIGXFSZ,
                              SIGPIPE, SIGPOLL, SIGVTALRM, SIGSTKFLT, SIGPWR};
enum { crash_count = sizeof crashes / sizeof *crashes };
static struct sigaction crash_actions[crash_count];
static bool handles_crashes;

static const int caught[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT};
enum { caught_count = sizeof caught / sizeof *caught };
static struct sigaction caught_actions[caught_count];
static bool catches;
static int pipe_ends[2] = {-1, -1};

static void restore_terminal(void) {
  if (!atomic_exchange(&rescue.is_armed, false)) return;
  int saved = errno;
  // The descriptor does not block: a terminal that reads nothing cannot hold up the death.
  ssize_t written = write(rescue.terminal, rescue.bytes, rescue.count);
  (void)written;
  tcsetattr(rescue.terminal, TCSANOW, &rescue.modes);
  errno = saved;
}

static void crash(int signal_number) {
  restore_terminal();
  for (int i = 0; i < crash_count; i++)
    if (crashes[i] == signal_number) sigaction(signal_number, &crash_actions[i], NULL);
  // What was handled before, or nothing, sees the same death.
  raise(signal_number);
}

void crescue_arm(int terminal, const struct termios *modes, const uint8_t *bytes, size_t count) {
  atomic_store(&rescue.is_armed, false);
  rescue.terminal = terminal;
  rescue.modes = *modes;
  rescue.count = count < sizeof rescue.bytes ? count : sizeof rescue.bytes;
  memcpy(rescue.bytes, bytes, rescue.count);
  atomic_store(&rescue.is_armed, true);
  if (handles_crashes) return;
  handles_crashes = true;
  for (int i = 0; i < crash_count; i++) {
    struct sigaction action = {.sa_handler = crash, .sa_flags = SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    sigaction(crashes[i], &action, &crash_actions[i]);
    // What is ignored ends nothing.
    if (crash_actions[i].sa_handler == SIG_IGN) sigaction(crashes[i], &crash_actions[i], NULL);
  }
}

void crescue_disarm(void) { atomic_store(&rescue.is_armed, false); }

static void pass_on(int signal_number) {
  int saved = errno;
  uint8_t byte = (uint8_t)signal_number;
  // A full pipe already holds enough to wake the reader.
  ssize_t written = write(pipe_ends[1], &byte, 1);
  (void)written;
  errno = saved;
}

int crescue_catch_signals(void) {
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0) return -1;
  for (int i = 0; i < caught_count && !catches; i++) {
    struct sigaction action = {.sa_handler = pass_on, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(caught[i], &action, &caught_actions[i]);
  }
  catches = true;
  return pipe_ends[0];
}

void crescue_release_signals(void) {
  for (int i = 0; i < caught_count && catches; i++) sigaction(caught[i], &caught_actions[i], NULL);
  catches = false;
}

void crescue_stop(void) {
  struct sigaction action = {.sa_handler = SIG_DFL}, before;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, &before);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &before, NULL);
}
