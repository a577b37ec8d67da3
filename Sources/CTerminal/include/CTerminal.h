// ncurses as an encoder of frames: cells in, the fewest bytes that draw their difference out. It writes
// into memory, never to a terminal, so that a terminal which stops reading stops nobody; it reads no keys,
// sets no modes and keeps no signal handlers. It keeps its state in globals: one thread at a time may call,
// and one screen be open.
#ifndef CTERMINAL_H
#define CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What terminfo says of the terminal loaded last.
bool cterminal_load(const char *term);
int cterminal_flag_count(void);
int cterminal_number_count(void);
int cterminal_string_count(void);
// By position in a compiled entry. A number that is absent is -1; a string NULL.
bool cterminal_flag(int index);
int cterminal_number(int index);
const char *cterminal_string(int index);
// The position of a capability by its short name, or -1.
int cterminal_flag_index(const char *name);
int cterminal_number_index(const char *name);
int cterminal_string_index(const char *name);

typedef struct cterminal_screen cterminal_screen;

enum {
  cterminal_bold = 1,
  cterminal_dim = 2,
  cterminal_italic = 4,
  cterminal_underline = 8,
  cterminal_reverse = 16,
};

typedef struct {
  uint32_t scalar;      // 0 in the right half of a wide character
  uint32_t pair;        // as defined before; 0 for the terminal's own colours
  uint32_t attributes;  // cterminal_bold and so on
} cterminal_cell;

// `source` is what the variable TERMINFO is to hold while the entry `name` is looked up: for that time the
// environment changes, so call this before other threads read it. NULL where ncurses refuses, and while
// another screen is open.
cterminal_screen *cterminal_open(const char *source, const char *name, int rows, int columns);
void cterminal_close(cterminal_screen *screen);
bool cterminal_resize(cterminal_screen *screen, int rows, int columns);

// How many pairs there may be, the terminal's own one included.
int cterminal_pair_limit(cterminal_screen *screen);
// Colours are numbers of the entry, or -1 for the terminal's own. Define a pair once: to define it again
// costs a scan of the screen each time.
bool cterminal_define_pair(cterminal_screen *screen, int pair, int foreground, int background);
// Forgets all pairs. Nothing on the screen counts as drawn then, but nothing is cleared either: put all rows.
void cterminal_forget_pairs(cterminal_screen *screen);

// Puts the row `y` from its left side. What cannot be shown in the columns it stands in becomes `?`.
void cterminal_put_row(cterminal_screen *screen, int y, const cterminal_cell *cells, int count);
void cterminal_put_cursor(cterminal_screen *screen, int y, int x);
void cterminal_hide_cursor(cterminal_screen *screen);
// The next frame clears the terminal and draws everything.
void cterminal_repaint(cterminal_screen *screen);
// The bytes that draw what was put; the screen's own until the next call. NULL where memory is out.
const uint8_t *cterminal_encode(cterminal_screen *screen, size_t *count);

#endif
