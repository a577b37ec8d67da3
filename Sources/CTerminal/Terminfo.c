#include "CTerminal.h"

#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <string.h>

static TERMINAL *loaded;

bool cterminal_load(const char *term) {
  int status = 0;
  TERMINAL *current = cur_term;
  bool found = setupterm(term, -1, &status) == OK;
  if (found) {
    if (loaded) del_curterm(loaded);
    loaded = cur_term;
  }
  set_curterm(current);
  return found;
}

static int count(NCURSES_CONST char *const *names) {
  int n = 0;
  while (names[n]) n++;
  return n;
}

static int position(NCURSES_CONST char *const *names, const char *name) {
  for (int i = 0; names[i]; i++)
    if (strcmp(names[i], name) == 0) return i;
  return -1;
}

int cterminal_flag_count(void) { return count(boolnames); }
int cterminal_number_count(void) { return count(numnames); }
int cterminal_string_count(void) { return count(strnames); }

// A screen that is open has the entry of its own as the current one.
static TERMINAL *look_up(void) { return set_curterm(loaded); }

static void go_back(TERMINAL *current) { set_curterm(current); }

bool cterminal_flag(int index) {
  TERMINAL *current = look_up();
  bool value = tigetflag(boolnames[index]) > 0;
  go_back(current);
  return value;
}

int cterminal_number(int index) {
  TERMINAL *current = look_up();
  int value = tigetnum(numnames[index]);
  go_back(current);
  return value < 0 ? -1 : value;
}

const char *cterminal_string(int index) {
  TERMINAL *current = look_up();
  const char *value = tigetstr(strnames[index]);
  go_back(current);
  return value == (const char *)-1 ? NULL : value;
}

int cterminal_flag_index(const char *name) { return position(boolnames, name); }
int cterminal_number_index(const char *name) { return position(numnames, name); }
int cterminal_string_index(const char *name) { return position(strnames, name); }
