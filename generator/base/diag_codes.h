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
DIAG(TEMPLATE_EMPTY_TAG, ERROR, "template-empty-tag", "this tag has no name",
     "Name what stands here; {{.}} is the current item, {{! }} a comment.")
DIAG(TEMPLATE_BAD_NAME, ERROR, "template-bad-name", "\"{0}\" is not a name",
     "A name has no spaces, and its parts are joined by single dots.")
DIAG(TEMPLATE_BAD_DELIMITERS, ERROR, "template-bad-delimiters",
     "this does not set two delimiters: {0}",
     "Write both, with a space between and without \"=\", as in {{=<% %>=}}.")
DIAG(TEMPLATE_UNCLOSED_SECTION, ERROR, "template-unclosed-section", "\"{0}\" is never closed",
     "Write \"{1}\" where it ends.")
DIAG(TEMPLATE_WRONG_CLOSE, ERROR, "template-wrong-close",
     "nothing named \"{0}\" is open here; what is open is \"{1}\" of line {2}",
     "Close that first, with \"{3}\".")
DIAG(TEMPLATE_STRAY_CLOSE, ERROR, "template-stray-close",
     "this closes \"{0}\", but nothing is open here", "Remove the tag, or open it before.")
DIAG(TEMPLATE_IGNORED_TAG, WARNING, "template-ignored-tag",
     "this tag has no effect inside \"{0}\"",
     "Only blocks, {{$name}}, are given to a parent; put the tag into one of them.")
DIAG(TEMPLATE_REPEATED_BLOCK, ERROR, "template-repeated-block",
     "block \"{0}\" is given twice; the first is in line {1}", "Keep one of them.")
DIAG(TEMPLATE_NESTING, ERROR, "template-nesting", "sections nest deeper than {0} levels here",
     "The rest of this template was not read. Move inner parts into partials.")
DIAG(TEMPLATE_UNKNOWN_PARTIAL, ERROR, "template-unknown-partial", "unknown partial \"{0}\"", NULL)
DIAG(TEMPLATE_RECURSION, ERROR, "template-recursion", "partials nest deeper than {0} levels here",
     "A partial that uses itself must do so inside a section that ends.")
DIAG(TEMPLATE_TOO_LARGE, ERROR, "template-too-large",
     "the output of this template is larger than {0} bytes",
     "Look for a partial or section that repeats itself.")
DIAG(TEMPLATE_TOO_LONG, ERROR, "template-too-long",
     "this template does not end within {0} steps",
     "Look for partials that use each other more than once.")

/* What is shown: views/ */
DIAG(MISSING_STRING, WARNING, "missing-string", "the text \"{0}\" is missing from strings/{1}.yaml",
     "Add a line \"{0}: ...\"; until then another language's text stands in.")
DIAG(BAD_MESSAGE, ERROR, "bad-message", "this text is not a sound message: {0}",
     "Compare the same text in strings/en.yaml: braces hold names and plural forms.")

/* Narratives: narrative/ */
