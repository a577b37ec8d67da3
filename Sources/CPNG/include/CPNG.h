// Reading and writing PNG through libpng, with its errors as values: libpng reports an error by
// longjmp, which must not cross Swift frames, so every call here catches it and returns false.
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
// Reads what follows the pixels, which are whole by then, to find a file that ends too early.
bool cpng_finish(cpng_reader *reader);

// Why the last call failed, and whether because the bytes ran out.
const char *cpng_error(const cpng_reader *reader);
bool cpng_is_truncated(const cpng_reader *reader);
// What libpng warned of so far, a line each; empty where nothing.
const char *cpng_warnings(const cpng_reader *reader);

// One file being written; it keeps the bytes until they are taken.
typedef struct cpng_writer cpng_writer;

// What the rows given hold.
typedef enum {
  cpng_grey8,
  cpng_grey16,   // native; labels, so without sRGB
  cpng_rgbx,     // four bytes a pixel, of which the last is left out
  cpng_rgba,
  cpng_indices,  // one byte a pixel, packed into 1, 2, 4 or 8 bits as the palette needs
} cpng_samples;

typedef struct {
  uint32_t width, height;
  cpng_samples samples;
  const uint8_t *palette;  // RGBA
  int palette_count;       // at most 256
  uint32_t pixels_per_metre_x, pixels_per_metre_y;  // 0 to leave them out
} cpng_layout;

// Some rows as a part of the file's pixels: filtered and deflated.
typedef struct {
  uint8_t *bytes;  // to be given to free()
  size_t count;
  size_t length;      // of what they inflate to
  uint32_t checksum;  // Adler-32 of that
} cpng_band;

// How many rows a band has; the last one has what is left. About a mebibyte, whatever the machine.
uint32_t cpng_band_rows(const cpng_layout *layout);
// Makes the band of rows `first ..< first + count`; any number of threads may make theirs at a time.
// `rows` are those of the whole picture, `stride` bytes apart. False when memory is out.
bool cpng_deflate_band(
    const cpng_layout *layout, const void *rows, size_t stride, uint32_t first, uint32_t count,
    cpng_band *band);

// Within the writer: 1, 2, 4, 8 or 16.
int cpng_bit_depth(const cpng_layout *layout);
// Within the writer: the checksum of what was before and of `band` after it.
uint32_t cpng_joined_checksum(uint32_t checksum, const cpng_band *band);

// The checksum (CRC-32) of a chunk's name and content.
uint32_t cpng_checksum(const uint8_t *bytes, size_t count);

// NULL when memory is out.
cpng_writer *cpng_create(void);
void cpng_destroy(cpng_writer *writer);

// A text of ASCII, or else of UTF-8; before `cpng_begin`.
bool cpng_add_text(cpng_writer *writer, const char *key, const char *value, bool is_ascii);
// Writes what stands before the pixels.
bool cpng_begin(cpng_writer *writer, const cpng_layout *layout);
// Writes the band that follows those before.
bool cpng_write_band(cpng_writer *writer, const cpng_band *band, bool is_first, bool is_last);
bool cpng_end(cpng_writer *writer);

// Takes the bytes of the file that were not taken yet; they last until the next call.
size_t cpng_take(cpng_writer *writer, const uint8_t **bytes);
// Why the last call failed.
const char *cpng_writer_error(const cpng_writer *writer);

#endif
