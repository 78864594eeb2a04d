/* csv_write.h - cells of CSV (RFC 4180), such that no spreadsheet takes one for a formula.
 *
 * Spreadsheets read a cell that begins like a formula as one, whoever wrote it (OWASP, "CSV
 * Injection"): such text gets an apostrophe in front, and so does one that begins with apostrophes and then
 * like a formula, so that taking one away gives back the text.  A plain decimal below zero is a number
 * and stays one.  Whoever writes puts the commas and the ends of lines.
 */
#ifndef ACCORD_BASE_CSV_WRITE_H
#define ACCORD_BASE_CSV_WRITE_H

struct buf;

void csv_write_cell(struct buf *out, const char *s);
/* The text of a cell that was written so, as a reader of CSV has it without its quotes: the end of cell. */
const char *csv_write_plain(const char *cell);

#endif
