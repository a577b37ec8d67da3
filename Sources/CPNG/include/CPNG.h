// Reading PNG through libpng, with its errors as values: libpng reports an error by longjmp, which
// must not cross Swift frames, so every call here catches it and returns false.
#ifndef CPNG_H
#define CPNG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// One file being read; it borrows the bytes it was opened with.
typedef struct cpng_reader cpng_reader;

// What stands before the pixels.
typedef struct {
  uint32_t width, height;
  uint8_t bit_depth;  // 1, 2, 4, 8 or 16
  bool is_interlaced;
  bool is_grey;
  bool has_alpha;     // an alpha channel, or a transparent colour or palette entry
  bool is_srgb;       // says so with an sRGB chunk
  double gamma;       // gAMA, as 0.45455; 0 where there is none
  bool has_chromaticities;
  double chromaticities[8];  // cHRM: x and y of white, red, green, blue
  uint32_t pixels_per_metre_x, pixels_per_metre_y;  // 0 where unknown
  const uint8_t *profile;  // ICC; the reader's own; NULL where there is none
  size_t profile_count;
  const uint8_t *exif;     // the reader's own; NULL where there is none
  size_t exif_count;
} cpng_header;

// Never NULL but when memory is out; close it in any case. Text chunks are skipped; one chunk may
// take at most `chunk_bytes` once inflated.
cpng_reader *cpng_open(const uint8_t *bytes, size_t count, size_t chunk_bytes);
void cpng_close(cpng_reader *reader);

bool cpng_read_header(cpng_reader *reader, cpng_header *header);
// Chooses what rows hold: RGBA, or grey alone (only for grey files), of 8 bits or of native 16.
bool cpng_start(cpng_reader *reader, bool grey, bool sixteen);
// Reads the next `count` rows, `stride` bytes apart; an interlaced file wants all rows at once.
bool cpng_read_rows(cpng_reader *reader, void *rows, size_t stride, uint32_t count);
// Reads what follows the pixels, to find a file that ends too early.
bool cpng_finish(cpng_reader *reader);

// Why the last call failed, and whether because the bytes ran out.
const char *cpng_error(const cpng_reader *reader);
bool cpng_is_truncated(const cpng_reader *reader);
// What libpng warned of so far, a line each; empty where nothing.
const char *cpng_warnings(const cpng_reader *reader);

#endif
