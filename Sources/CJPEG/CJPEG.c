#include "CJPEG.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <jerror.h>

// Every scan of a progressive file goes over the whole picture, so a small file could keep the
// decoder busy for hours; real ones have about ten.
enum { scan_limit = 200 };

struct cjpeg_reader {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_source_mgr source;
  struct jpeg_progress_mgr progress;
  jmp_buf escape;
  JOCTET *profile;
  unsigned profile_count;
  bool has_header, lacks_end;
  cjpeg_failure failure;
  char error[JMSG_LENGTH_MAX];
  char warnings[3 * JMSG_LENGTH_MAX];
};

static void fail(cjpeg_reader *reader, cjpeg_failure failure, const char *message) {
  reader->failure = failure;
  strncpy(reader->error, message, sizeof reader->error - 1);
  longjmp(reader->escape, 1);
}

static void error_exit(j_common_ptr jpeg) {
  char message[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, message);
  switch (jpeg->err->msg_code) {
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_NOTIMPL:
    case JERR_SOF_UNSUPPORTED: fail(jpeg->client_data, cjpeg_is_unsupported, message);
    default: fail(jpeg->client_data, cjpeg_is_corrupt, message);
  }
}

static const char ends_too_early[] = "the file ends too early";

static void emit_message(j_common_ptr jpeg, int level) {
  if (level >= 0) return;  // a trace, not a warning
  cjpeg_reader *reader = jpeg->client_data;
  // The decoder wants bits or a restart beyond the end.
  if (reader->lacks_end) fail(reader, cjpeg_is_truncated, ends_too_early);
  char message[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, message);
  size_t used = strlen(reader->warnings), more = strlen(message);
  // A broken file can warn without end: the first few say enough, each once.
  if (used + more + 2 > sizeof reader->warnings || strstr(reader->warnings, message)) return;
  if (used) reader->warnings[used++] = '\n';
  memcpy(reader->warnings + used, message, more + 1);
}

static void check_progress(j_common_ptr jpeg) {
  if (jpeg->is_decompressor && ((j_decompress_ptr)jpeg)->input_scan_number > scan_limit)
    fail(jpeg->client_data, cjpeg_is_corrupt, "more scans than any picture has");
}

static void begin_source(j_decompress_ptr jpeg) { (void)jpeg; }
static void end_source(j_decompress_ptr jpeg) { (void)jpeg; }

// All bytes are there from the start, so being asked for more means that the file is cut short.
// Within the pixels an end marker is made up: the decoder reads ahead, and may have what it needs;
// where it has not, it warns. Not so for arithmetic coding, where it makes up the rest in silence.
static boolean fill_source(j_decompress_ptr jpeg) {
  static const JOCTET end[] = {0xff, JPEG_EOI};
  cjpeg_reader *reader = jpeg->client_data;
  // A marker that is not read to its end.
  bool is_in_segment = jpeg->unread_marker != 0;
  if (!reader->has_header || is_in_segment || jpeg->arith_code)
    fail(reader, cjpeg_is_truncated, ends_too_early);
  reader->lacks_end = true;
  jpeg->src->next_input_byte = end;
  jpeg->src->bytes_in_buffer = sizeof end;
  return TRUE;
}

static void skip_source(j_decompress_ptr jpeg, long count) {
  if (count <= 0) return;
  if ((size_t)count > jpeg->src->bytes_in_buffer)
    fail(jpeg->client_data, cjpeg_is_truncated, ends_too_early);
  jpeg->src->next_input_byte += count;
  jpeg->src->bytes_in_buffer -= (size_t)count;
}

cjpeg_reader *cjpeg_open(const uint8_t *bytes, size_t count) {
  cjpeg_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->jpeg.err = jpeg_std_error(&reader->errors);
  reader->errors.error_exit = error_exit;
  reader->errors.emit_message = emit_message;
  reader->jpeg.client_data = reader;
  if (setjmp(reader->escape)) {
    cjpeg_close(reader);
    return NULL;
  }
  jpeg_create_decompress(&reader->jpeg);
  reader->source = (struct jpeg_source_mgr){
      .next_input_byte = bytes,
      .bytes_in_buffer = count,
      .init_source = begin_source,
      .fill_input_buffer = fill_source,
      .skip_input_data = skip_source,
      .resync_to_restart = jpeg_resync_to_restart,
      .term_source = end_source,
  };
  reader->jpeg.src = &reader->source;
  reader->progress.progress_monitor = check_progress;
  reader->jpeg.progress = &reader->progress;
  jpeg_save_markers(&reader->jpeg, JPEG_APP0 + 1, 0xffff);
  jpeg_save_markers(&reader->jpeg, JPEG_APP0 + 2, 0xffff);
  return reader;
}

void cjpeg_close(cjpeg_reader *reader) {
  if (!reader) return;
  jpeg_destroy_decompress(&reader->jpeg);
  free(reader->profile);
  free(reader);
}

bool cjpeg_read_header(cjpeg_reader *reader, cjpeg_header *header) {
  j_decompress_ptr jpeg = &reader->jpeg;
  memset(header, 0, sizeof *header);
  if (setjmp(reader->escape)) return false;
  jpeg_read_header(jpeg, TRUE);
  switch (jpeg->jpeg_color_space) {
    case JCS_GRAYSCALE:
    case JCS_RGB:
    case JCS_YCbCr: break;
    case JCS_CMYK:
    case JCS_YCCK: fail(reader, cjpeg_is_cmyk, "CMYK");
    default: fail(reader, cjpeg_is_unsupported, "colours of an unknown kind");
  }
  header->width = jpeg->image_width;
  header->height = jpeg->image_height;
  header->is_grey = jpeg->jpeg_color_space == JCS_GRAYSCALE;
  // Huffman codes have at least one bit, and each unit at least one code.
  if (!jpeg->arith_code)
    header->pixels_per_bit = (uint32_t)(64 * jpeg->max_h_samp_factor * jpeg->max_v_samp_factor);
  if (jpeg->saw_JFIF_marker && jpeg->density_unit != 0) {
    double units_per_metre = jpeg->density_unit == 1 ? 1 / 0.0254 : 100;
    header->pixels_per_metre_x = jpeg->X_density * units_per_metre;
    header->pixels_per_metre_y = jpeg->Y_density * units_per_metre;
  }
  if (jpeg_read_icc_profile(jpeg, &reader->profile, &reader->profile_count)) {
    header->profile = reader->profile;
    header->profile_count = reader->profile_count;
  }
  for (jpeg_saved_marker_ptr marker = jpeg->marker_list; marker; marker = marker->next) {
    if (marker->marker != JPEG_APP0 + 1 || marker->data_length < 6) continue;
    if (memcmp(marker->data, "Exif\0", 6) != 0) continue;
    header->exif = marker->data + 6;
    header->exif_count = marker->data_length - 6;
    break;
  }
  reader->has_header = true;
  return true;
}

bool cjpeg_start(cjpeg_reader *reader) {
  if (setjmp(reader->escape)) return false;
  reader->jpeg.out_color_space = JCS_EXT_RGBA;
  jpeg_start_decompress(&reader->jpeg);
  return true;
}

bool cjpeg_read_rows(cjpeg_reader *reader, void *rows, size_t stride, uint32_t count) {
  if (setjmp(reader->escape)) return false;
  for (uint32_t y = 0; y < count; y++) {
    JSAMPROW row = (JSAMPROW)rows + stride * y;
    jpeg_read_scanlines(&reader->jpeg, &row, 1);
  }
  return true;
}

// Whether every component has come, and every coefficient to its last bit.
static bool is_complete(j_decompress_ptr jpeg) {
  for (int c = 0; c < jpeg->num_components; c++) {
    if (!jpeg->comp_info[c].quant_table) return false;
    for (int k = 0; jpeg->progressive_mode && k < DCTSIZE2; k++)
      if (jpeg->coef_bits[c][k] != 0) return false;
  }
  return true;
}

bool cjpeg_finish(cjpeg_reader *reader) {
  if (setjmp(reader->escape)) return false;
  while (!jpeg_input_complete(&reader->jpeg)) jpeg_consume_input(&reader->jpeg);
  if (reader->lacks_end && !is_complete(&reader->jpeg))
    fail(reader, cjpeg_is_truncated, ends_too_early);
  jpeg_finish_decompress(&reader->jpeg);
  return true;
}

bool cjpeg_lacks_end(const cjpeg_reader *reader) { return reader->lacks_end; }

cjpeg_failure cjpeg_failure_kind(const cjpeg_reader *reader) { return reader->failure; }
const char *cjpeg_error(const cjpeg_reader *reader) { return reader->error; }
const char *cjpeg_warnings(const cjpeg_reader *reader) { return reader->warnings; }
