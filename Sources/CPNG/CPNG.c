#include "CPNG.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

struct cpng_reader {
  png_structp png;
  png_infop info;
  const uint8_t *bytes;
  size_t count, position;
  uint32_t height;
  int passes;
  bool truncated;
  char error[200];
  char warnings[600];
};

static void fail(png_structp png, png_const_charp message) {
  cpng_reader *reader = png_get_error_ptr(png);
  strncpy(reader->error, message, sizeof reader->error - 1);
  png_longjmp(png, 1);
}

static void warn(png_structp png, png_const_charp message) {
  cpng_reader *reader = png_get_error_ptr(png);
  size_t used = strlen(reader->warnings), more = strlen(message);
  // A broken file can warn without end: the first few say enough, each once.
  if (used + more + 2 > sizeof reader->warnings || strstr(reader->warnings, message)) return;
  if (used) reader->warnings[used++] = '\n';
  memcpy(reader->warnings + used, message, more + 1);
}

static void supply(png_structp png, png_bytep out, size_t count) {
  cpng_reader *reader = png_get_io_ptr(png);
  if (count > reader->count - reader->position) {
    reader->truncated = true;
    png_error(png, "the file ends too early");
  }
  memcpy(out, reader->bytes + reader->position, count);
  reader->position += count;
}

cpng_reader *cpng_open(const uint8_t *bytes, size_t count, size_t chunk_bytes) {
  cpng_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, fail, warn);
  reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
  if (!reader->info) {
    cpng_close(reader);
    return NULL;
  }
  if (setjmp(png_jmpbuf(reader->png))) {
    cpng_close(reader);
    return NULL;
  }
  png_set_read_fn(reader->png, reader, supply);
  png_set_benign_errors(reader->png, 1);
  // The caller judges the size from the header; libpng's own limit of a million columns is lower.
  png_set_user_limits(reader->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_chunk_malloc_max(reader->png, chunk_bytes);
  png_set_keep_unknown_chunks(
      reader->png, PNG_HANDLE_CHUNK_NEVER,
      (png_const_bytep) "tEXt\0zTXt\0iTXt\0sPLT\0hIST", 5);
  return reader;
}

void cpng_close(cpng_reader *reader) {
  if (!reader) return;
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}

bool cpng_read_header(cpng_reader *reader, cpng_header *header) {
  png_structp png = reader->png;
  png_infop info = reader->info;
  memset(header, 0, sizeof *header);
  if (setjmp(png_jmpbuf(png))) return false;
  png_read_info(png, info);
  reader->height = png_get_image_height(png, info);
  header->width = png_get_image_width(png, info);
  header->height = reader->height;
  header->bit_depth = png_get_bit_depth(png, info);
  header->is_interlaced = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
  png_byte color = png_get_color_type(png, info);
  header->is_grey = (color & PNG_COLOR_MASK_COLOR) == 0;
  header->has_alpha =
      (color & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  header->is_srgb = png_get_valid(png, info, PNG_INFO_sRGB) != 0;
  if (png_get_gAMA(png, info, &header->gamma) == 0) header->gamma = 0;
  double *c = header->chromaticities;
  header->has_chromaticities =
      png_get_cHRM(png, info, c, c + 1, c + 2, c + 3, c + 4, c + 5, c + 6, c + 7) != 0;
  header->pixels_per_metre_x = png_get_x_pixels_per_meter(png, info);
  header->pixels_per_metre_y = png_get_y_pixels_per_meter(png, info);
  png_charp name;
  int method;
  png_bytep profile;
  png_uint_32 profile_count;
  if (png_get_iCCP(png, info, &name, &method, &profile, &profile_count) != 0) {
    header->profile = profile;
    header->profile_count = profile_count;
  }
  png_bytep exif;
  png_uint_32 exif_count;
  if (png_get_eXIf_1(png, info, &exif_count, &exif) != 0) {
    header->exif = exif;
    header->exif_count = exif_count;
  }
  return true;
}

bool cpng_start(cpng_reader *reader, bool grey, bool sixteen) {
  png_structp png = reader->png;
  if (setjmp(png_jmpbuf(png))) return false;
  if (grey) {
    // Palettes never get here. An alpha channel is dropped: these are values, not a picture.
    png_set_expand_gray_1_2_4_to_8(png);
    png_set_strip_alpha(png);
  } else {
    png_set_expand(png);
    png_set_gray_to_rgb(png);
  }
  if (sixteen) {
    const uint16_t probe = 1;
    if (*(const uint8_t *)&probe == 1) png_set_swap(png);
  }
  if (!grey) png_set_add_alpha(png, sixteen ? 0xffff : 0xff, PNG_FILLER_AFTER);
  reader->passes = png_set_interlace_handling(png);
  png_start_read_image(png);
  return true;
}

bool cpng_read_rows(cpng_reader *reader, void *rows, size_t stride, uint32_t count) {
  if (setjmp(png_jmpbuf(reader->png))) return false;
  for (int pass = 0; pass < reader->passes; pass++)
    for (uint32_t y = 0; y < count; y++) png_read_row(reader->png, (png_bytep)rows + stride * y, NULL);
  return true;
}

bool cpng_finish(cpng_reader *reader) {
  if (setjmp(png_jmpbuf(reader->png))) return false;
  png_read_end(reader->png, NULL);
  return true;
}

const char *cpng_error(const cpng_reader *reader) { return reader->error; }
bool cpng_is_truncated(const cpng_reader *reader) { return reader->truncated; }
const char *cpng_warnings(const cpng_reader *reader) { return reader->warnings; }
