#define _GNU_SOURCE
#include "CTerminal.h"

#include <ncursesw/curses.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

struct cterminal_screen {
  SCREEN *screen;
  FILE *output;  // a file in memory that ncurses writes its frames to
  FILE *input;   // never read
  uint8_t *bytes;
  size_t capacity;
  cchar_t *row;
  int columns;
};

// ncurses keeps windows of all screens in one list: to resize or close one spoils the others.
static bool is_one_open;

// newterm takes these signals for itself where nobody else has.
static const int claimed[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
enum { claimed_count = sizeof claimed / sizeof *claimed };

static SCREEN *new_screen(const char *source, const char *name, FILE *output, FILE *input) {
  struct sigaction actions[claimed_count];
  for (int i = 0; i < claimed_count; i++) sigaction(claimed[i], NULL, &actions[i]);
  const char *set = getenv("TERMINFO");
  char *before = set ? strdup(set) : NULL;
  setenv("TERMINFO", source, 1);
  use_env(FALSE);
  SCREEN *screen = newterm(name, output, input);
  if (before)
    setenv("TERMINFO", before, 1);
  else
    unsetenv("TERMINFO");
  free(before);
  for (int i = 0; i < claimed_count; i++) sigaction(claimed[i], &actions[i], NULL);
  return screen;
}

static bool resize(cterminal_screen *screen, int rows, int columns) {
  cchar_t *row = realloc(screen->row, (size_t)columns * sizeof *row);
  if (!row) return false;
  screen->row = row;
  screen->columns = columns;
  // resizeterm would also queue a key that nobody reads.
  if (resize_term(rows, columns) != OK) return false;
  clearok(curscr, TRUE);
  return true;
}

cterminal_screen *cterminal_open(const char *source, const char *name, int rows, int columns) {
  if (is_one_open) return NULL;
  cterminal_screen *screen = calloc(1, sizeof *screen);
  if (!screen) return NULL;
  int memory = memfd_create("frame", MFD_CLOEXEC);
  screen->output = memory < 0 ? NULL : fdopen(memory, "w+");
  screen->input = fopen("/dev/null", "re");
  if (screen->output && screen->input)
    screen->screen = new_screen(source, name, screen->output, screen->input);
  is_one_open = screen->screen != NULL;
  bool is_open = screen->screen && resize(screen, rows, columns);
  if (is_open) {
    typeahead(-1);
    if (has_colors()) {
      start_color();
      use_default_colors();
    }
    curs_set(0);
    leaveok(stdscr, TRUE);
  }
  if (is_open) return screen;
  cterminal_close(screen);
  return NULL;
}

void cterminal_close(cterminal_screen *screen) {
  if (!screen) return;
  if (screen->screen) {
    delscreen(screen->screen);
    is_one_open = false;
  }
  if (screen->output) fclose(screen->output);
  if (screen->input) fclose(screen->input);
  free(screen->bytes);
  free(screen->row);
  free(screen);
}

bool cterminal_resize(cterminal_screen *screen, int rows, int columns) {
  return resize(screen, rows, columns);
}

int cterminal_pair_limit(cterminal_screen *screen) {
  (void)screen;
  return has_colors() ? COLOR_PAIRS : 1;
}

bool cterminal_define_pair(cterminal_screen *screen, int pair, int foreground, int background) {
  (void)screen;
  return init_extended_pair(pair, foreground, background) == OK;
}

void cterminal_forget_pairs(cterminal_screen *screen) {
  reset_color_pairs();
  // It asks for the screen to be cleared, which would flicker. Let ncurses believe instead that every
  // cell holds what no frame ever has.
  clearok(curscr, FALSE);
  cchar_t never;
  setcchar(&never, L"~", A_BLINK | A_UNDERLINE | A_DIM, 0, NULL);
  for (int x = 0; x < screen->columns; x++) screen->row[x] = never;
  for (int y = 0; y < getmaxy(curscr); y++)
    mvwadd_wchnstr(curscr, y, 0, screen->row, screen->columns);
}

static attr_t attributes(uint32_t flags) {
  attr_t result = A_NORMAL;
  if (flags & cterminal_bold) result |= A_BOLD;
  if (flags & cterminal_dim) result |= A_DIM;
  if (flags & cterminal_italic) result |= A_ITALIC;
  if (flags & cterminal_underline) result |= A_UNDERLINE;
  if (flags & cterminal_reverse) result |= A_REVERSE;
  return result;
}

void cterminal_put_row(cterminal_screen *screen, int y, const cterminal_cell *cells, int count) {
  if (count > screen->columns) count = screen->columns;
  int used = 0;
  for (int x = 0; x < count; x++) {
    cterminal_cell cell = cells[x];
    int pair = (int)cell.pair;
    wchar_t text[2] = {(wchar_t)cell.scalar, 0};
    int width = cell.scalar ? wcwidth(text[0]) : 2;
    bool is_wide = cell.scalar && width == 2 && x + 1 < count && cells[x + 1].scalar == 0;
    // Half of a wide character shows nothing; what the C library knows no columns for shows that it is there.
    if (width == 2 && !is_wide) text[0] = L' ';
    if (width != 1 && width != 2) text[0] = L'?';
    setcchar(&screen->row[used++], text, attributes(cell.attributes), 0, &pair);
    if (is_wide) x++;
  }
  mvwadd_wchnstr(stdscr, y, 0, screen->row, used);
}

void cterminal_put_cursor(cterminal_screen *screen, int y, int x) {
  leaveok(stdscr, FALSE);
  wmove(stdscr, y, x);
  curs_set(1);
}

void cterminal_hide_cursor(cterminal_screen *screen) {
  leaveok(stdscr, TRUE);
  curs_set(0);
}

void cterminal_repaint(cterminal_screen *screen) {
  clearok(curscr, TRUE);
}

const uint8_t *cterminal_encode(cterminal_screen *screen, size_t *count) {
  wnoutrefresh(stdscr);
  doupdate();
  int memory = fileno(screen->output);
  off_t size = lseek(memory, 0, SEEK_END);
  *count = 0;
  if (size < 0) return NULL;
  if ((size_t)size + 1 > screen->capacity) {
    uint8_t *more = realloc(screen->bytes, (size_t)size + 1);
    if (!more) return NULL;
    screen->bytes = more;
    screen->capacity = (size_t)size + 1;
  }
  ssize_t taken = pread(memory, screen->bytes, (size_t)size, 0);
  if (taken != size || ftruncate(memory, 0) != 0) return NULL;
  lseek(memory, 0, SEEK_SET);
  *count = (size_t)size;
  return screen->bytes;
}
