// Reading JPEG through libjpeg-turbo, with its errors as values: the library reports an error by
// calling a function that must not return, so every call here leaves it by longjmp and says false.
#ifndef CJPEG_H
#define CJPEG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// One file being read; it borrows the bytes it was opened with.
typedef struct cjpeg_reader cjpeg_reader;

typedef enum {
  cjpeg_is_corrupt,
  cjpeg_is_truncated,
  cjpeg_is_cmyk,
  cjpeg_is_unsupported,
} cjpeg_failure;

// What stands before the pixels. What it points to lives until the pixels are read to their end.
typedef struct {
  uint32_t width, height;
  bool is_grey;
  // The smallest piece of the picture that takes at least one bit of the file, in pixels; 0 where
  // there is no such bound (arithmetic coding).
  uint32_t pixels_per_bit;
  double pixels_per_metre_x, pixels_per_metre_y;  // JFIF's; 0 where unknown
  const uint8_t *profile;  // ICC, its segments joined; NULL where there is none
  size_t profile_count;
  const uint8_t *exif;     // from its TIFF header on; NULL where there is none
  size_t exif_count;
} cjpeg_header;

// NULL when memory is out.
cjpeg_reader *cjpeg_open(const uint8_t *bytes, size_t count);
void cjpeg_close(cjpeg_reader *reader);

// Fails for files that are neither RGB nor grey.
bool cjpeg_read_header(cjpeg_reader *reader, cjpeg_header *header);
// Gets ready for rows; reads the whole file where it is progressive.
bool cjpeg_start(cjpeg_reader *reader);
// Reads the next `count` rows of RGBA, alpha 255, `stride` bytes apart.
bool cjpeg_read_rows(cjpeg_reader *reader, void *rows, size_t stride, uint32_t count);
// Reads to the end of the file's picture, to find a file that ends too early.
bool cjpeg_finish(cjpeg_reader *reader);
// Whether the file has no end marker; its pixels are whole where nothing failed.
bool cjpeg_lacks_end(const cjpeg_reader *reader);

// Why the last call failed.
cjpeg_failure cjpeg_failure_kind(const cjpeg_reader *reader);
const char *cjpeg_error(const cjpeg_reader *reader);
// What libjpeg warned of so far, a line each; empty where nothing.
const char *cjpeg_warnings(const cjpeg_reader *reader);

#endif
