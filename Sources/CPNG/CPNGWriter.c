#include "CPNG.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

struct cpng_writer {
  png_structp png;
  png_infop info;
  uint8_t *bytes;
  size_t count, capacity;
  uint32_t checksum;  // of all rows so far
  char error[200];
};

// Warnings too: what is written is ours, so libpng has nothing to warn of but our mistakes.
static void fail(png_structp png, png_const_charp message) {
  cpng_writer *writer = png_get_error_ptr(png);
  strncpy(writer->error, message, sizeof writer->error - 1);
  png_longjmp(png, 1);
}

static void collect(png_structp png, png_bytep bytes, size_t count) {
  cpng_writer *writer = png_get_io_ptr(png);
  if (count > writer->capacity - writer->count) {
    size_t capacity = 2 * (writer->count + count);
    uint8_t *more = realloc(writer->bytes, capacity);
    if (!more) png_error(png, "out of memory");
    writer->bytes = more;
    writer->capacity = capacity;
  }
  memcpy(writer->bytes + writer->count, bytes, count);
  writer->count += count;
}

static void flush(png_structp png) { (void)png; }

cpng_writer *cpng_create(void) {
  cpng_writer *writer = calloc(1, sizeof *writer);
  if (!writer) return NULL;
  writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, fail, fail);
  writer->info = writer->png ? png_create_info_struct(writer->png) : NULL;
  if (!writer->info) {
    cpng_destroy(writer);
    return NULL;
  }
  png_set_write_fn(writer->png, writer, collect, flush);
  return writer;
}

void cpng_destroy(cpng_writer *writer) {
  if (!writer) return;
  png_destroy_write_struct(&writer->png, &writer->info);
  free(writer->bytes);
  free(writer);
}

bool cpng_add_text(cpng_writer *writer, const char *key, const char *value, bool is_ascii) {
  if (setjmp(png_jmpbuf(writer->png))) return false;
  png_text text = {
      .compression = is_ascii ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE,
      .key = (png_charp)key,
      .text = (png_charp)value,
  };
  png_set_text(writer->png, writer->info, &text, 1);
  return true;
}

static void set_palette(cpng_writer *writer, const cpng_layout *layout) {
  png_color colors[256];
  png_byte alphas[256];
  int translucent = 0;
  for (int i = 0; i < layout->palette_count; i++) {
    const uint8_t *rgba = layout->palette + 4 * i;
    colors[i] = (png_color){rgba[0], rgba[1], rgba[2]};
    alphas[i] = rgba[3];
    if (rgba[3] != 255) translucent = i + 1;
  }
  png_set_PLTE(writer->png, writer->info, colors, layout->palette_count);
  if (translucent) png_set_tRNS(writer->png, writer->info, alphas, translucent, NULL);
}

static int color_type(cpng_samples samples) {
  switch (samples) {
    case cpng_grey8:
    case cpng_grey16: return PNG_COLOR_TYPE_GRAY;
    case cpng_rgbx: return PNG_COLOR_TYPE_RGB;
    case cpng_rgba: return PNG_COLOR_TYPE_RGB_ALPHA;
    case cpng_indices: return PNG_COLOR_TYPE_PALETTE;
  }
  abort();
}

bool cpng_begin(cpng_writer *writer, const cpng_layout *layout) {
  png_structp png = writer->png;
  png_infop info = writer->info;
  if (setjmp(png_jmpbuf(png))) return false;
  // libpng's own limit of a million columns is lower than the format's.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(
      png, info, layout->width, layout->height, cpng_bit_depth(layout), color_type(layout->samples),
      PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (layout->samples != cpng_grey16) png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (layout->samples == cpng_indices) set_palette(writer, layout);
  if (layout->pixels_per_metre_x)
    png_set_pHYs(
        png, info, layout->pixels_per_metre_x, layout->pixels_per_metre_y, PNG_RESOLUTION_METER);
  png_write_info(png, info);
  writer->checksum = 1;
  return true;
}

bool cpng_write_band(cpng_writer *writer, const cpng_band *band, bool is_first, bool is_last) {
  png_structp png = writer->png;
  if (setjmp(png_jmpbuf(png))) return false;
  // A zlib stream: a window of 32 KiB and a quick level before, the checksum of all rows after.
  const uint8_t head[2] = {0x78, 0x5e};
  writer->checksum = cpng_joined_checksum(writer->checksum, band);
  uint8_t tail[4];
  png_save_uint_32(tail, writer->checksum);
  size_t before = is_first ? sizeof head : 0, after = is_last ? sizeof tail : 0;
  png_write_chunk_start(png, (png_const_bytep) "IDAT", before + band->count + after);
  png_write_chunk_data(png, head, before);
  png_write_chunk_data(png, band->bytes, band->count);
  png_write_chunk_data(png, tail, after);
  png_write_chunk_end(png);
  return true;
}

bool cpng_end(cpng_writer *writer) {
  if (setjmp(png_jmpbuf(writer->png))) return false;
  // Not `png_write_end`: libpng has seen no row.
  png_write_chunk(writer->png, (png_const_bytep) "IEND", NULL, 0);
  return true;
}

size_t cpng_take(cpng_writer *writer, const uint8_t **bytes) {
  size_t count = writer->count;
  *bytes = writer->bytes;
  writer->count = 0;
  return count;
}

const char *cpng_writer_error(const cpng_writer *writer) { return writer->error; }
