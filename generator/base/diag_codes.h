/* diag_codes.h - every message accord has for people: DIAG(code, severity, slug, text, hint).
 *
 * The text says what was found and what is allowed; {0} {1} ... are arguments.  The hint is
 * what to do, or NULL.  Rewording a message is an edit of this file and of its golden under
 * tests/diag/.  No include guard: diag.h and diag.c include it with their own DIAG.
 */

/* Files: input/ */
DIAG(FILE_UNREADABLE, ERROR, "file-unreadable", "cannot read this file: {0}", NULL)
DIAG(BAD_UTF8, ERROR, "bad-utf8", "this is not UTF-8 text",
     "Save the file with the encoding UTF-8.")

/* Templates: template/ */
DIAG(TEMPLATE_UNCLOSED_TAG, ERROR, "template-unclosed-tag", "this tag is never closed",
     "Close it with \"{0}\".")
