/* diag_codes.h - every message accord has for people: DIAG(code, severity, slug, text, hint).
 *
 * The text says what was found and what is allowed; {0} {1} ... are arguments.  The hint is
 * what to do, or NULL.  Rewording a message is an edit of this file and of its golden under
 * tests/diag/.  No include guard: diag.h and diag.c include it with their own DIAG.
 */

/* Files: input/ */
DIAG(FILE_UNREADABLE, ERROR, "file-unreadable", "cannot read this file: {0}",
     "Look whether it is there under this name, and whether you may read it.")
DIAG(BAD_UTF8, ERROR, "bad-utf8", "this is not UTF-8 text",
     "Save the file with the encoding UTF-8.")
DIAG(UTF16_TEXT, ERROR, "utf16-text", "this file is {0}, not UTF-8",
     "Save it with the encoding UTF-8; spreadsheets call it \"CSV UTF-8\", and not \"Unicode text\".")
DIAG(NOT_TEXT, ERROR, "not-text", "there is a zero byte here, so this is not a text file",
     "Save the file as plain text with the encoding UTF-8.")
DIAG(BARE_RETURN, ERROR, "bare-return", "there is a carriage return here without a line feed",
     "Save the file with the line ends of Unix (LF) or of Windows (CRLF), not of old Macs (CR).")
DIAG(EMPTY_FILE, ERROR, "empty-file", "this file is empty",
     "Fill it in, or delete it where it need not be there.")
DIAG(CONTROL_CHARACTER, ERROR, "control-character",
     "there is an invisible control character here", "Delete it and type the text again.")

/* What may not be in a folder at all, and limits: input/ */
DIAG(LINK_OUTSIDE, ERROR, "link-outside",
     "this is a symbolic link that leads out of the folder {1}, to {0}",
     "Put the file itself here: nothing is read that stands elsewhere.")
DIAG(LINK_TO_FOLDER, ERROR, "link-to-folder", "this is a symbolic link to a folder, {0}",
     "Put the files themselves here: behind a link they would be read twice, or without end.")
DIAG(LINK_BROKEN, ERROR, "link-broken", "this is a symbolic link that leads nowhere: {0}",
     "Put the file itself here, or delete the link.")
DIAG(SPECIAL_FILE, ERROR, "special-file", "this is a pipe, a socket or a device, not a file",
     "Take it out: only files and folders are read here.")
DIAG(BAD_FILE_NAME, ERROR, "bad-file-name", "this name of a file cannot be used: {0}",
     "Give it a plain name, best of small letters, digits and hyphens.")
DIAG(FOLDERS_TOO_DEEP, ERROR, "folders-too-deep",
     "this folder stands in too many others, one within the other",
     "No file is read more than three folders deep: move it up, or take it out.")
DIAG(FILES_TOO_MANY, ERROR, "files-too-many", "there are more than {0} files and folders in here",
     "Look whether something stands here that is no content.")
DIAG(FILE_TOO_LARGE, ERROR, "file-too-large", "this file is larger than {0} MB",
     "Divide it, or look whether something was put into it time and again.")
DIAG(CONTENT_TOO_LARGE, ERROR, "content-too-large",
     "the files in here are larger than {0} MB together",
     "Look whether something stands here that is no content.")
DIAG(TOO_MANY_ITEMS, ERROR, "too-many-items", "this list or map has more than {0} items",
     "Divide it, or look whether something was put into it time and again.")
DIAG(TOO_MANY_FAULTS, ERROR, "too-many-faults",
     "there are more than {0} faults in this file, and no more of them are told",
     "Correct these first.")
DIAG(BIDI_CHARACTER, ERROR, "bidi-character",
     "an invisible character changes the direction of the text here: {0}",
     "Delete it: what is behind it would be read in another order than it has.")
DIAG(BIDI_UNPAIRED, ERROR, "bidi-unpaired",
     "an invisible character sets a passage of another direction apart, and the line has no other to "
     "go with it: {0}",
     "Delete it; or write U+2066, U+2067 or U+2068 before the passage and U+2069 behind it, in one line.")
DIAG(MARKS_HEAPED, ERROR, "marks-heaped", "more than 30 marks stand over one letter here",
     "Delete those that do not belong there.")
DIAG(INVISIBLE_CHARACTER, WARNING, "invisible-character",
     "there is a character here that nobody sees: {0}",
     "Delete it: words that look the same are not the same with it.")

/* YAML: input/ */
DIAG(BAD_YAML, ERROR, "bad-yaml", "this line cannot be read as YAML",
     "Write \"key: value\"; a text with any of : # [ ] { } , & * ! | > % @ stands in double quotes.")
DIAG(TAB_INDENTATION, ERROR, "tab-indentation", "this line is indented with a tab",
     "Indent with spaces only, two for each level.")
DIAG(BAD_INDENTATION, ERROR, "bad-indentation",
     "the indentation of this line does not fit the lines above",
     "Keys of one record start in the same column; what belongs to a key is indented by two "
     "more spaces.")
DIAG(UNQUOTED_COLON, ERROR, "unquoted-colon",
     "a second colon followed by a space: YAML would begin another key here",
     "Put a text that contains \": \" in double quotes.")
DIAG(MISSING_SPACE, ERROR, "missing-space", "there is no space after this colon",
     "A key, a colon and a space come before the value.")
DIAG(MISSING_COLON, ERROR, "missing-colon", "this line has no \"key: \" at its start",
     "Write \"key: value\". A line that continues the text above is indented by two spaces.")
DIAG(MISSING_COMMA, ERROR, "missing-comma", "a comma is missing here",
     "Put a comma between the items, and quotes around a text that contains , : [ ] { or }.")
DIAG(UNCLOSED_BRACKET, ERROR, "unclosed-bracket", "this \"{0}\" is never closed",
     "Close it with \"{1}\".")
DIAG(STRAY_BRACKET, ERROR, "stray-bracket", "nothing can stand here beside a closed bracket",
     "Put a text that contains brackets in double quotes.")
DIAG(UNCLOSED_QUOTE, ERROR, "unclosed-quote", "this quoted text is never closed",
     "Close it with the same quote that opens it.")
DIAG(TEXT_AFTER_QUOTE, ERROR, "text-after-quote", "there is text after a closing quote",
     "Put the whole text in double quotes; within single quotes an apostrophe is written "
     "twice (''), within double quotes a double quote is written \\\".")
DIAG(BAD_ESCAPE, ERROR, "bad-escape",
     "a backslash in double quotes begins an escape, and this one is unknown",
     "Write \\\\ for a backslash, or use single quotes.")
DIAG(RESERVED_CHARACTER, ERROR, "reserved-character",
     "a text cannot start with \"{0}\" unless it is in quotes", "Put the text in double quotes.")
DIAG(LIST_BESIDE_KEY, ERROR, "list-beside-key",
     "a list with dashes cannot start on the line of its key",
     "Put each \"- item\" on a line of its own below the key, or write [item, item].")
DIAG(YAML_ANCHOR, ERROR, "yaml-anchor", "anchors (&), aliases (*) and merge keys (<<) are not used "
     "here", "Write the value out, or put a text that starts with & or * in double quotes.")
DIAG(YAML_TAG, ERROR, "yaml-tag", "YAML tags (!) are not used here",
     "Put a text that starts with ! in double quotes.")
DIAG(YAML_DOCUMENTS, ERROR, "yaml-documents", "a second YAML document starts here",
     "A file holds one record: remove the line with ---, or make another file.")
DIAG(HASH_IN_TEXT, WARNING, "hash-in-text",
     "from the # on, this is taken for a comment and does not belong to the text",
     "Put the whole text in double quotes; or write a space behind the #, if it is a comment.")
DIAG(BAD_KEY, ERROR, "bad-key", "a key must be a single word, not a list or a map",
     "Put a text that starts with { or [ in double quotes.")
DIAG(DUPLICATE_KEY, ERROR, "duplicate-key", "the key \"{0}\" is here a second time",
     "It was given in line {1}. Keep one of the two.")
DIAG(TOO_DEEP, ERROR, "too-deep", "lists and maps are nested too deeply here",
     "Write it with fewer levels: no file needs more than a few.")

/* Template data, CSV: input/ */
DIAG(BAD_JSON, ERROR, "bad-json", "this cannot be read as JSON: {0}",
     "Names and texts stand in double quotes, commas between items: {\"year\": 2024, \"list\": [1, 2]}.")
DIAG(BAD_DATA, ERROR, "bad-data", "this value does not fit its tag {0}",
     "Take the tag out, or write a value that fits, as !!int 12, !!float 1.5 or !!bool true.")
DIAG(CSV_QUOTE, ERROR, "csv-quote", "the quotes of this cell are wrong: {0}",
     "A cell with a comma, a quote or a line break stands in double quotes, and a double quote "
     "in it is written twice.")
DIAG(CSV_CELLS, ERROR, "csv-cells", "this row has {0} cells, but the first row has {1}",
     "A cell that contains the sign between cells stands in double quotes.")
DIAG(CSV_COLUMNS, ERROR, "csv-columns", "this row has more than {0} cells, and the file is not read",
     "Save it with the columns that are in use only.")

/* Markdown: input/ */
DIAG(TEXT_TOO_LONG, ERROR, "text-too-long", "this text is longer than {0} kB",
     "Shorten it, or divide it: a paper may have any number of texts.")
DIAG(LINK_TOO_LONG, ERROR, "link-too-long", "this address is longer than {0} bytes",
     "Look whether it is one.")
DIAG(LINKS_TOO_LONG, ERROR, "links-too-long",
     "this address and its title are too long for a text with so many brackets",
     "Each bracket may stand for all of it: shorten it, or divide the text.")
DIAG(RAW_HTML, ERROR, "raw-html", "HTML is not passed on: {0}",
     "Write it in Markdown; write &lt; for a \"<\" that is meant.")
DIAG(FOOTNOTE_UNDEFINED, ERROR, "footnote-undefined", "there is no footnote \"{0}\"",
     "Add a line \"[^{0}]: text\".")
DIAG(FOOTNOTE_UNUSED, WARNING, "footnote-unused", "no mark [^{0}] leads to this footnote",
     "It is shown nowhere. Put the mark where it belongs, or delete the footnote.")
DIAG(FOOTNOTE_REPEATED, WARNING, "footnote-repeated",
     "footnote \"{0}\" is here a second time, and this text is shown nowhere",
     "Give it a label of its own, or delete it; the first one is used.")
DIAG(FOOTNOTE_IN_FOOTNOTE, ERROR, "footnote-in-footnote", "a footnote cannot have a footnote",
     "Write the text of footnote \"{0}\" here, in brackets.")
DIAG(TABLE_TOO_LARGE, ERROR, "table-too-large", "this table has too many cells",
     "Divide it, or check its line of dashes.")

/* Records: records/ */
DIAG(FILE_MISSING, ERROR, "file-missing", "this file is missing: {0}",
     "Make it; content/README.md shows what stands in it.")
DIAG(UNKNOWN_FILE, WARNING, "unknown-file", "accord does not read this: {0}",
     "Rename it, move it where it belongs, or take it out of the content.")
DIAG(UNREAD_RECORD, ERROR, "unread-record",
     "accord does not read this, so nothing in it would count: {0}",
     "Rename it, move it where it belongs, or take it out of the content.")
DIAG(FOLDER_YEAR, WARNING, "folder-year", "this stands in folder {0}, but was signed in {1}",
     "The date is what counts. Correct it, or move the file to folder {1}.")
DIAG(NO_PARTNERS, ERROR, "no-partners", "there is no {0}",
     "Each partner that an agreement names has a file here, as in unicef.yaml.")
DIAG(EMPTY_TABLE, WARNING, "empty-table", "this file has a row of headings and no other",
     "Add a row for each rate, as EUR,2024-05-01,0.935; or delete the file.")
DIAG(FRONT_MATTER, ERROR, "front-matter", "{0}",
     "Settings of a text stand at the top of its file between two lines of three hyphens: ---")
DIAG(RESERVED_PAGE, ERROR, "reserved-page", "the site has a folder \"{0}\" of its own",
     "Give the folder of this page another name.")
DIAG(SITE_LANGUAGE, WARNING, "site-language",
     "the site is not made in \"{0}\", so there will be no paper in it",
     "Add it to languages in site.yaml, or remove it here.")
DIAG(NUMBER_PATTERN, ERROR, "number-pattern", "\"{0}\" is no part of a number",
     "A number is made of {number} and {letter} and what stands around them, as in "
     "TDAG25/{number}-{letter}")
DIAG(BAD_PROBABILITY, ERROR, "bad-probability",
     "\"{0}\" is no percentage from 0 to 100 with at most two decimals",
     "Write the number without a sign, as in probability: 62.5")
DIAG(MISSING_LETTER, ERROR, "missing-letter",
     "the number has a {letter}, and there is none for the language \"{0}\"",
     "Give each language its letter, as in letters: {en: E, fr: F}; or take {letter} out.")
DIAG(UNKNOWN_STYLE, ERROR, "unknown-style", "there is no style \"{0}\" of documents", NULL)
DIAG(BAD_LENGTH, ERROR, "bad-length", "\"{0}\" is not a length",
     "A length is a number and its unit, pt or mm, as in 11.5 pt or 25 mm.")
DIAG(LENGTH_RANGE, ERROR, "length-range", "{0} is not between {1} and {2}",
     "Write a length from {1} to {2}.")
DIAG(COVER_TOO_NARROW, ERROR, "cover-too-narrow",
     "a text width of {0} cannot hold the columns of the cover's {1}, which want {2}",
     "Make the page wider or its margins narrower, or narrow those columns under cover:.")
DIAG(LEADING_TIGHT, ERROR, "leading-tight", "lines of {0} cannot stand {1} apart",
     "The leading, from one line's foot to the next, is at least the size: 1.2 to 1.4 times of it "
     "reads well.")
DIAG(LOW_CONTRAST, WARNING, "low-contrast",
     "{0} is too pale to read on white: its contrast is {1} to 1",
     "Text needs 4.5 to 1 (WCAG 1.4.3): take a darker colour.")
DIAG(BAD_PATTERN, ERROR, "bad-pattern", "\"{0}\" means nothing here", "Write only these in braces: {1}.")
DIAG(UNKNOWN_STRING, ERROR, "unknown-string", "no text in content/strings/ has the id \"{0}\"",
     "Write the id of one, or a text for each language: {en: Summary, fr: Résumé}.")
DIAG(UNKNOWN_KEY, ERROR, "unknown-key", "unknown key \"{0}\"", NULL)
DIAG(MISSING_KEY, ERROR, "missing-key", "the key \"{0}\" is missing", NULL)
DIAG(EMPTY_VALUE, ERROR, "empty-value", "\"{0}\" has no value",
     "Write a value, or leave the key out if it is optional.")
DIAG(EMPTY_TEXT, ERROR, "empty-text", "this text is empty",
     "Write the text, or leave its language or its key out.")
DIAG(EMPTY_LIST, ERROR, "empty-list", "\"{0}\" needs at least one item",
     "Write an item within [ ]; or leave the key out, if it is optional.")
DIAG(WRONG_SHAPE, ERROR, "wrong-shape", "\"{0}\" takes {1}, but this is {2}", NULL)
DIAG(BAD_ID, ERROR, "bad-id", "\"{0}\" cannot be an id", "An id has {1}.")
DIAG(ID_MISMATCH, ERROR, "id-mismatch", "\"{0}\" is not the name of its {2}, which is \"{1}\"",
     "The two must be the same: correct the one that is wrong.")
DIAG(DUPLICATE_ID, ERROR, "duplicate-id", "the id \"{0}\" is used a second time",
     "It is used first in {1}: give one of the two another id.")
DIAG(ID_CASE, ERROR, "id-case",
     "\"{0}\" differs from \"{1}\" in capitals only, and each names a folder of the site",
     "On Windows and macOS these are one folder. \"{1}\" is in {2}: give one of the two another id.")
DIAG(DEVICE_NAME, ERROR, "device-name", "\"{0}\" cannot be an id: Windows keeps this name for a device",
     "No file or folder can be called so there: choose another id, and rename the file where the id is "
     "its name.")
DIAG(FORMER_ID_OWN, ERROR, "former-id-own", "\"{0}\" is what it is called now",
     "former_ids lists ids that it had before.")
DIAG(FORMER_ID_IN_USE, ERROR, "former-id-in-use",
     "\"{0}\" is the id of another one, so it cannot lead here",
     "Remove it from this list: what is in use has a page of its own.")
DIAG(FORMER_ID_TWICE, ERROR, "former-id-twice", "\"{0}\" leads to \"{1}\" already",
     "A former id can lead to one record: leave it in one of the two lists.")
DIAG(REPEATED_ITEM, ERROR, "repeated-item", "\"{0}\" is in this list a second time",
     "Remove one of the two.")
DIAG(UNKNOWN_LANGUAGE, ERROR, "unknown-language", "unknown language \"{0}\"",
     "Languages are en, fr, es, ar, zh and ru.")
DIAG(UNKNOWN_REGION, ERROR, "unknown-region", "unknown region \"{0}\"", NULL)
DIAG(REGION_WITHOUT_COLOUR, WARNING, "region-without-colour",
     "the region \"{0}\" has no colour in site.yaml, though others have one",
     "Charts would draw it like any bar. Add a line under region_colours, as {0}: \"#999933\".")
DIAG(UNKNOWN_PRIORITY, ERROR, "unknown-priority", "unknown priority \"{0}\"", NULL)
DIAG(UNKNOWN_TYPE, ERROR, "unknown-type", "unknown partner type \"{0}\"", NULL)
DIAG(UNKNOWN_MEMBERSHIP, ERROR, "unknown-membership", "unknown membership \"{0}\"", NULL)
DIAG(UNKNOWN_KIND, ERROR, "unknown-kind", "unknown kind of agreement \"{0}\"", NULL)
DIAG(UNKNOWN_INITIATIVE, ERROR, "unknown-initiative", "unknown initiative \"{0}\"", NULL)
DIAG(UNKNOWN_CURRENCY, ERROR, "unknown-currency", "unknown currency \"{0}\"",
     "Currencies are codes of ISO 4217, such as USD, EUR or CHF.")
DIAG(UNKNOWN_COUNTRY, ERROR, "unknown-country", "unknown country \"{0}\"",
     "Countries are two-letter codes of ISO 3166-1, such as KE or NO.")
DIAG(BAD_CHOICE, ERROR, "bad-choice", "\"{0}\" cannot be \"{1}\"", "It is one of: {2}.")
DIAG(BAD_NUMBER, ERROR, "bad-number", "\"{0}\" is not a whole number from {1} to {2}",
     "Write it in digits, without signs or spaces.")
DIAG(BAD_YEARS, ERROR, "bad-years", "\"{0}\" is not a year or a range of years",
     "Write one year (2024), a range (2015-2018) or a list of years without gaps.")
DIAG(BAD_DATE, ERROR, "bad-date", "\"{0}\" is not a date{1}",
     "Dates are written year-month-day, as in 2024-05-14.")
DIAG(DATE_RANGE, ERROR, "date-range", "the year of \"{0}\" is not within 1865 to 2199",
     "Correct the year: ITU was founded in 1865, and nothing is dated beyond 2199.")
DIAG(BAD_AMOUNT, ERROR, "bad-amount", "\"{0}\" is not an amount",
     "Amounts are digits with a point before the decimals and nothing else, as in 1000000.00.")
DIAG(NEGATIVE_AMOUNT, ERROR, "negative-amount", "an amount below zero: {0}",
     "Only an addendum or amendment can take money back.")
DIAG(AMOUNT_DIGITS, ERROR, "amount-digits", "{0} has {1} digits behind the point; {2} has {3}",
     "Write the amount with no more digits behind the point than its currency has.")
DIAG(AMOUNT_RANGE, ERROR, "amount-range", "the amount {0} is too large to be meant",
     "Write it as the agreement has it: look for digits too many.")
DIAG(BAD_WEIGHT, ERROR, "bad-weight", "\"{0}\" is not a share",
     "Shares are numbers above zero with at most six decimals, as in 2 or 33.5.")
DIAG(SHARES_SUM, ERROR, "shares-sum", "these percentages sum to {0}, not to 100",
     "Correct them, or write a list for equal shares: [{1}].")
DIAG(BAD_URL, ERROR, "bad-url", "\"{0}\" is not an address of the web", NULL)
DIAG(BAD_EMAIL, ERROR, "bad-email", "\"{0}\" is not an e-mail address",
     "E-mail addresses look like name@example.org.")
DIAG(BAD_COLOUR, ERROR, "bad-colour", "\"{0}\" is not a colour",
     "Colours are written \"#rrggbb\" in quotes, as in \"#0b5a8f\".")
DIAG(AMENDS_MISSING, ERROR, "amends-missing", "an {0} has to say which agreement it amends",
     "Add \"amends: \" with the id of that agreement.")
DIAG(LEAVES_FORBIDDEN, ERROR, "leaves-forbidden", "only an addendum or amendment releases partners",
     "Name under partners who signs this; who leaves it later stands in the addendum that says so.")
DIAG(AMENDS_FORBIDDEN, ERROR, "amends-forbidden", "only an addendum or amendment amends",
     "Remove \"amends\", or correct the kind. For a framework agreement use \"parent\".")
DIAG(SOURCE_MISSING, ERROR, "source-missing", "these figures have no source",
     "Add \"source: ...\" that says where they were read, or \"sample: true\".")
DIAG(BAD_RATE, ERROR, "bad-rate", "\"{0}\" is not a rate: {1}",
     "A rate is how many units of the currency one USD buys, as in 0.924.")
DIAG(STORY_DIFFERS, ERROR, "story-differs", "\"{0}\" is not what {1} says",
     "What is no text for readers is the same in all languages: write it once, in one of the files.")
DIAG(CLOSES_BEFORE_OPENS, ERROR, "closes-before-opens",
     "this opportunity closes before it opens on {0}", "Correct one of the dates.")
DIAG(PRICE_RANGE, ERROR, "price-range", "the upper end of this price is not above its amount",
     "Write the lower end as amount; leave up_to out where there is one price.")
DIAG(REVISION_ORDER, ERROR, "revision-order", "{0} cannot come after {1}",
     "Revisions stand oldest first, each with a higher number than the one before, and none is older "
     "than that or than the first issue.")
DIAG(REVISION_NUMBER, ERROR, "revision-number",
     "the newest revision in the list below is {0}, not {1}",
     "Leave this line out: the number follows from the list.")
DIAG(UNKNOWN_FORM, ERROR, "unknown-form", "unknown form \"{0}\" of a figure",
     "Forms are count, usd, millions, millions2 and percent.")

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
DIAG(TEMPLATE_UNKNOWN_BLOCK, WARNING, "template-unknown-block",
     "\"{1}\" has no block \"{0}\", so this is shown nowhere",
     "templates/README.md lists the blocks of each template.")
DIAG(TEMPLATE_UNUSED, WARNING, "template-unused",
     "nothing uses this template: no kind of page is \"{0}\", and no template names it",
     "Rename or delete it; templates/README.md lists the names.")
DIAG(TEMPLATE_UNKNOWN_ASSET, WARNING, "template-unknown-asset", "there is no asset \"{0}\"",
     "Put it into assets/ of the templates: .css .js .svg .png .ico .woff2.")
DIAG(TEMPLATE_NESTING, ERROR, "template-nesting", "sections nest deeper than {0} levels here",
     "The rest of this template was not read. Move inner parts into partials.")
DIAG(TEMPLATE_UNKNOWN_PARTIAL, ERROR, "template-unknown-partial", "unknown partial \"{0}\"",
     "A partial is a file of the templates: correct the name, or put {0}.mustache there.")
DIAG(TEMPLATE_UNKNOWN_NAME, ERROR, "template-unknown-name", "no page has a value \"{0}\"",
     "\"accord help templates\" lists what templates are given.")
DIAG(TEMPLATE_RAW, WARNING, "template-raw",
     "\"{0}\" is text and no markup: unescaped, browsers take what stands in it for HTML",
     "Write {{{0}}}. \"accord help templates\" says which values are markup.")
DIAG(TEMPLATE_RECURSION, ERROR, "template-recursion", "partials nest deeper than {0} levels here",
     "A partial that uses itself must do so inside a section that ends.")
DIAG(TEMPLATE_TOO_LARGE, ERROR, "template-too-large",
     "the output of this template is larger than {0} bytes",
     "Look for a partial or section that repeats itself.")
DIAG(TEMPLATE_TOO_LONG, ERROR, "template-too-long",
     "this template does not end within {0} steps",
     "Look for partials that use each other more than once.")

/* Messages: commands/ */
DIAG(NO_MESSAGES, WARNING, "no-messages",
     "there is no file of messages in the language {0}, so they are in English",
     "It stands beside the templates that ship, as {1}: install accord again, or name templates "
     "with --templates DIR.")
DIAG(MESSAGE_UNKNOWN, WARNING, "message-unknown", "no message has the key \"{0}\"",
     "Keys are those of messages/fr.yaml as it ships; take this line out.")
DIAG(MESSAGE_ARGUMENTS, WARNING, "message-arguments",
     "the text of \"{0}\" has not the numbered braces of the English one, so that one is used",
     "Write each of them once or more, and no other: {1}")

/* The preview: commands/preview.c */
DIAG(FOLDER_GONE, ERROR, "folder-gone", "this folder is no longer there",
     "Put it back under this name: the preview then goes on by itself.")

/* What is shown: views/ */
DIAG(MISSING_STRING, WARNING, "missing-string", "the text \"{0}\" is missing from strings/{1}.yaml",
     "Add a line \"{0}: ...\"; until then another language's text stands in.")
DIAG(NO_STRINGS, WARNING, "no-strings", "there is no file {0} with the words of the language {1}",
     "Copy that of another language and translate it, or take the language out of site.yaml.")
DIAG(BAD_MESSAGE, ERROR, "bad-message", "this text is not a sound message: {0}",
     "Compare the same text in strings/en.yaml: braces hold names, or forms as in {count, plural, "
     "one {# agreement} other {# agreements}}.")

/* Narratives: narrative/ */
DIAG(UNKNOWN_FIGURE, ERROR, "unknown-figure", "nothing here is called \"{0}\"",
     "\"accord figures\" lists the ids of all figures.")
DIAG(INCOMPLETE_FIGURE, ERROR, "incomplete-figure",
     "\"{0}\" is only the beginning of a figure's id",
     "\"accord figures\" lists the ids of all figures.")
DIAG(TYPED_NUMBER, WARNING, "typed-number", "\"{0}\" is typed by hand, but {1} carries it",
     "Write a tag with that name in double braces, so that it follows the records; or \\{0} where"
     " the number is meant as it is.")
DIAG(PRIVATE_USE, ERROR, "private-use-character",
     "this character (U+{0}) has no meaning of its own", "Remove it.")
DIAG(UNKNOWN_SHOW, ERROR, "unknown-show", "there is no {0} called \"{1}\"", "It is one of: {2}.")
DIAG(MIXED_SCHEMES, NOTE, "mixed-schemes",
     "the priorities of {0} are of two schemes, \"{1}\" and \"{2}\"",
     "Nothing can be compared across them, so each is shown apart, and a sentence says why.")
DIAG(BAD_SHOW, ERROR, "bad-show", "{0}",
     "A {1} block holds \"show: ...\" and, if wanted, {2}.")
DIAG(SHOW_IN_FOOTNOTE, ERROR, "show-in-footnote", "a {0} cannot stand in a footnote",
     "Put it into the text, and say in the footnote where it is.")
DIAG(UNKNOWN_COLUMN, ERROR, "unknown-column", "\"{1}\" has no column called \"{0}\"",
     "It has these: {2}.")
DIAG(BAD_LINK, ERROR, "bad-link", "\"{0}\" is not an address to link to",
     "Write https://..., mailto:..., or the path of a page of the site, as"
     " agreements/bdt-2024-017.")
DIAG(DEAD_LINK, ERROR, "dead-link", "the site has no page \"{0}\"",
     "A page is named by its path, without language and index.html: agreements/bdt-2024-017.")
DIAG(DEAD_ANCHOR, ERROR, "dead-anchor", "the page \"{0}\" has no section called \"{1}\"",
     "Link to the page alone, or to a section by the id that stands in the page's HTML.")
DIAG(UNKNOWN_BLOCK, WARNING, "unknown-block", "\"{0}\" is not a block that shows something", NULL)
DIAG(UNKNOWN_SECTION, ERROR, "unknown-section", "nothing here is called \"{0}\"",
     "Take the tag and its end away, or name what is there.")
DIAG(NO_NARRATIVE, ERROR, "no-narrative", "this document has no text in the language {0}",
     "Put Markdown files into {1}, or take the language out of \"languages\".")
DIAG(NARRATIVE_PART_MISSING, WARNING, "narrative-part-missing",
     "{0} is missing in the language {1}, but there in {2}",
     "The paper would lack a section. Add the file {3}.")
DIAG(EMPTY_NARRATIVE, WARNING, "empty-narrative", "this file holds no text",
     "Write the text, or delete the file.")
DIAG(FRONT_MATTER_KEY, ERROR, "front-matter-key", "unknown key \"{0}\"; a page has a title",
     "Write title: and the title of the page, and take this key out.")
DIAG(PAGE_WITHOUT_TITLE, WARNING, "page-without-title", "this page has no title",
     "Write title: ... between two lines of --- at the start of the file.")
DIAG(HEADING_SKIPPED, WARNING, "heading-level", "a heading of level {0} follows one of level {1}",
     "Use one # more than the heading above, not several.")
DIAG(BAD_IMAGE, ERROR, "image", "pictures are not part of a narrative",
     "Charts are drawn from data: use a chart block.")

/* Across records: model/ */
DIAG(UNKNOWN_PARTNER, ERROR, "unknown-partner", "unknown partner \"{0}\"",
     "Partners are files in {1}/partners/")
DIAG(REPEATED_PARTNER, ERROR, "repeated-partner", "partner \"{0}\" stands here twice",
     "Remove one of the two.")
DIAG(ITU_AS_PARTNER, ERROR, "itu-as-partner", "\"itu\" cannot stand among the partners",
     "ITU signs every agreement; \"itu\" stands only in contributions, as from: itu.")
DIAG(RESERVED_ID, ERROR, "reserved-id", "\"{0}\" is a word of accord and cannot be an id here",
     "Choose another id, and rename the file where the id is its name.")
DIAG(FORMER_ID_RESERVED, ERROR, "former-id-reserved",
     "\"{0}\" is a word of accord and cannot be a former id here", "Remove it from this list.")
DIAG(MERGED_PARTNER, WARNING, "merged-partner",
     "\"{0}\" had merged into \"{1}\" on {2}, before this was signed",
     "The agreement is counted for \"{1}\". Name that one, or correct the date.")
DIAG(GIVER_NOT_PARTNER, ERROR, "giver-not-partner",
     "\"{0}\" contributes but is not among the partners of this agreement",
     "Whoever contributes also signs: add it to partners, or correct from.")
DIAG(MISSING_RATE, ERROR, "missing-rate", "no rate of {0} is effective on or before {1}",
     "Add it to a file in rates/, or record the value at signature as usd.")
DIAG(USD_FAR_FROM_RATE, WARNING, "usd-far-from-rate",
     "the recorded {0} USD is more than 1 % away from {1} USD at the rate of the date",
     "The recorded value is used. Correct it, or the amount, currency or rate, if it is wrong.")
DIAG(AMOUNT_TOO_LARGE, ERROR, "amount-too-large",
     "this amount is beyond a hundred billion USD", "Look for a digit or a point too many.")
DIAG(WEIGHTS_TOO_LARGE, ERROR, "weights-too-large", "these weights are too large to be added",
     "Weights are relative: {AFR: 2, EUR: 1} says as much as {AFR: 2000, EUR: 1000}.")
DIAG(UNKNOWN_AGREEMENT, ERROR, "unknown-agreement", "unknown agreement \"{0}\"",
     "Agreements are files in agreements/<year>/ of the content.")
DIAG(AGREEMENT_CYCLE, ERROR, "agreement-cycle", "\"{0}\" leads back to itself through {1}",
     "Only the later of two agreements names the earlier: take the key out of the earlier one.")
DIAG(AMENDS_LATER, ERROR, "amends-later",
     "this was signed on {0}, before \"{1}\" that it amends ({2})",
     "Correct one of the dates, or name another agreement in amends.")
DIAG(AMENDS_ENDED, WARNING, "amends-ended",
     "this was signed on {0}, after \"{1}\" had come to its end ({2})",
     "It counts all the same. Correct one of the dates, or write the addendum that moved the end.")
DIAG(LEAVES_NOT_PARTY, ERROR, "leaves-not-party", "\"{0}\" is no party to \"{1}\" by then",
     "Name one that signed the agreement or an earlier addendum to it, and has not left since.")
DIAG(LAST_PARTY_LEAVES, WARNING, "last-party-leaves",
     "with this, \"{0}\" has no party left beside ITU",
     "Name who goes on among the partners of this addendum; or write terminated: and the day.")
DIAG(VALUE_BELOW_ZERO, WARNING, "value-below-zero",
     "with this, the cash of \"{0}\" comes to {1} USD: more is taken back than was signed",
     "Look whether the amount, its currency and the agreement amended are right.")
DIAG(INTERNAL_REFERENCE, NOTE, "internal-reference",
     "\"{0}\" is internal, so that public pages show this without it",
     "Leave it so, unless it shall be public.")
DIAG(YEAR_BOUNDARY, WARNING, "year-boundary",
     "signed on {0} and in force from {1}, this counts in {2}; by the other date, in {3}",
     "The date of {4} decides: counting: year_by: in site.yaml. Leave it when both dates are right.")
DIAG(PARENT_LATER, WARNING, "parent-later",
     "this was signed on {0}, before \"{1}\" that it stands under ({2})",
     "Correct one of the dates, or name another agreement in parent.")
DIAG(UNKNOWN_PAGE, ERROR, "unknown-page", "there is no page \"{0}\" for this text to stand on",
     "A text stands on the page that has its path: pages/regions/AFR/en.md on that of a region.")
DIAG(PAGE_INTERNAL, NOTE, "page-internal",
     "this text is shown in the internal profile only: \"{0}\" is not named in public",
     "Leave it so, unless it shall be public.")
DIAG(STORY_INTERNAL, NOTE, "story-internal",
     "this story is made in the internal profile only: \"{0}\" is not named in public",
     "Leave it so, unless it shall be public.")
DIAG(END_BEFORE_START, ERROR, "end-before-start", "this agreement ends on {0}, before {1} on {2}",
     "Correct one of the dates.")
DIAG(IN_FORCE_EARLY, WARNING, "in-force-early",
     "this agreement is in force from {0}, before it was signed on {1}",
     "Leave it when the agreement itself says so; else correct one of the dates.")
DIAG(DATE_FAR_AHEAD, WARNING, "date-far-ahead",
     "no other signature or story is newer than {1}, so {0} stands far ahead of them",
     "It is the day the content is read on: what ends before counts as over. Correct it; or, if it "
     "is right, name the day: SOURCE_DATE_EPOCH=$(date +%s) accord build")
DIAG(PRIORITY_NOT_VALID, WARNING, "priority-not-valid",
     "priority \"{0}\" belongs to a scheme that is not valid in {1}",
     "Use the priorities of the year the agreement counts in: vocabulary/priorities.yaml.")
DIAG(ADDENDUM_UNASSIGNED, NOTE, "addendum-unassigned",
     "this names no {0}: its money is shown as unassigned",
     "It does not take them over from the agreement it amends; repeat them here.")
DIAG(NEGATIVE_YEAR, WARNING, "negative-year",
     "with this, the cash of \"{0}\" in {1} is below zero: {2} USD",
     "An addendum takes back in its own year. Look whether the amount and the date are right.")
DIAG(INTERNAL_REVEALED, ERROR, "internal-revealed",
     "\"{0}\" is internal, but readers could work out what it is worth from {1}",
     "Publish this agreement, keep others that are in the same figures internal too, or name the "
     "figures under disclosure: reveal: in site.yaml.")
DIAG(REVEAL_UNNEEDED, WARNING, "reveal-unneeded",
     "\"{0}\" reveals no internal agreement, so it need not stand here",
     "Take it out; otherwise it might let one through later.")
DIAG(SAMPLE_PARTNER, WARNING, "sample-partner",
     "\"{0}\" is a sample, but this agreement is not marked as one",
     "Mark the agreement sample: true, or the partner sample: false.")
DIAG(UNKNOWN_MERGER, ERROR, "unknown-merger", "unknown partner \"{0}\" to have merged into",
     "Make a file of the successor in partners/, or correct the id.")
DIAG(MERGER_CYCLE, ERROR, "merger-cycle", "\"{0}\" leads back to itself by mergers",
     "Take merged_into out of the last successor.")
DIAG(UNUSED_PARTNER, NOTE, "unused-partner", "no agreement names \"{0}\"",
     "Leave it if an agreement will; else delete the file.")
DIAG(RATE_TWICE, ERROR, "rate-twice", "a second rate of {0} effective on {1}, and a different one",
     "Keep the one that applies.")
DIAG(PERIOD_NOT_ON_FILE, WARNING, "period-not-on-file",
     "this document covers {0}, but there are no figures of it", "{1}")
DIAG(HISTORY_SUM, WARNING, "history-sum", "{0} add up to {1}, but {2} is {3}",
     "Correct what is wrong, or leave out what was counted in another way.")
DIAG(YEARS_NOT_ON_FILE, WARNING, "years-not-on-file",
     "nothing is on file for {0}, so that the whole of {1} is not known",
     "It shows as not available, which is not zero. Put the agreements or a history of the year on "
     "file, or choose other years.")
DIAG(BAD_HISTORY_FIGURE, ERROR, "bad-history-figure",
     "\"{0}\" must be one number that is not finer than a cent",
     "Counts as 89 or 16.5, money in USD as 20100000.00.")
DIAG(AGREEMENTS_IN_HISTORY_YEAR, NOTE, "agreements-in-history-year",
     "agreements of {1} on file: {0}; they enter no figure, since this file gives that year's",
     "They still serve as parents. Remove this file once all agreements of the year are on file.")
DIAG(BAD_GOAL, ERROR, "bad-goal",
     "\"{0}\" must be one number above zero that is not finer than a cent",
     "Counts as 95 or 16.5, money in USD as 36000000.00.")
DIAG(EXPECTED_ELSEWHERE, WARNING, "expected-elsewhere",
     "this is expected on {0}, in another year than {1}",
     "Correct the date, or move it to the file of that year.")
DIAG(NO_SUCH_FIGURE, ERROR, "no-such-figure", "unknown figure \"{0}\"", NULL)
DIAG(BAD_PRINTED_FIGURE, ERROR, "bad-printed-figure",
     "a printed figure is a plain number, not \"{0}\"",
     "Write 33.8, whatever the language printed.")
DIAG(ROW_LENGTH, ERROR, "row-length", "{0}: {1} categories, {2} values",
     "Write 0 where nothing was printed. Where it is not known which places were empty, the counts "
     "stand under unplaced.")
DIAG(PRINTED_FIGURE_DIFFERS, WARNING, "printed-figure-differs",
     "{0} was printed as {1}; today's records give {2}", NULL)
DIAG(REVISED_FIGURE_DIFFERS, WARNING, "revised-figure-differs",
     "{0} was revised to {1} in revision {3}; today's records give {2}", NULL)
DIAG(PRINTED_FIGURE_UNKNOWN, WARNING, "printed-figure-unknown",
     "{0} was printed as {1}; today's records do not give it",
     "Put the agreements of its years on file, or a history that gives it; or take it out here if it "
     "was never printed.")
DIAG(PRINTED_RANKING_DIFFERS, WARNING, "printed-ranking-differs",
     "rank {0} of {1} was printed as \"{2}\"; today it is {3}", NULL)
DIAG(PRINTED_ROW_DIFFERS, WARNING, "printed-row-differs",
     "{0} was printed as {1}, {2} in all; today's records give {3}, {4} in all",
     "Counts stand in the order of the vocabulary; those that are 0 are left out.")
DIAG(ISSUED_DIFFERS, WARNING, "issued-differs",
     "this says that it was first issued on {0}; {1}/document.yaml says {2}",
     "Correct one of them. The day of a revision stands in its entry under revisions.")
DIAG(REVISION_OF_NOTHING, ERROR, "revision-of-nothing",
     "{0} is not among the printed figures in {1}, so there is nothing to revise",
     "\"accord freeze {2}\" records what a document prints when it is issued.")
DIAG(REVISION_SAME, WARNING, "revision-same", "{0} was printed as {1} before, too",
     "Leave it out: a revision names what changed.")
DIAG(SAMPLE_RECORD, ERROR, "sample-record", "{0} is a sample; a release has none",
     "Replace it by the real record, or build without --release.")
DIAG(MISSING_TRANSLATION, ERROR, "missing-translation", "{0} is missing in the language {1}",
     "Write one text per language, as {en: ..., es: ...}; a release has them all.")
DIAG(UNTRANSLATED, WARNING, "untranslated",
     "texts that are missing in the language {0}: {1}; readers get them in another language",
     "\"accord check --release --lang {0}\" lists them.")

/* Listings from elsewhere: exchange/ */
DIAG(IMPORT_DIVIDER, ERROR, "import-divider", "this line does not tell what divides its cells: {0}",
     "State it: --delimiter comma, semicolon or tab.")
DIAG(IMPORT_NO_ROW, ERROR, "import-no-row", "there is no row below this one, which names the columns",
     "Look whether the list was saved whole.")
DIAG(IMPORT_COLUMN, ERROR, "import-column", "\"{0}\" is no field of an agreement",
     "Save the map that is printed, write down there what the column holds, and give it with --map.")
DIAG(IMPORT_COLUMN_TWICE, ERROR, "import-column-twice", "two columns would give {0}: \"{1}\" and this",
     "Say in a map which of them it is, and put ignore for the other.")
DIAG(IMPORT_NO_COLUMN, ERROR, "import-no-column", "no column gives {0}: {1}",
     "Name the column under columns: of a map, or one value for all rows under constants:.")
DIAG(IMPORT_MAP_KEY, ERROR, "import-map-key", "a map has no \"{0}\"", NULL)
DIAG(IMPORT_MAP_COLUMN, ERROR, "import-map-column", "the list has no column \"{0}\"",
     "Columns are named as its first line has them.")
DIAG(IMPORT_MAP_CHOICE, ERROR, "import-map-choice", "{0} cannot be \"{1}\"; it is one of: {2}", NULL)
DIAG(IMPORT_MISSING, ERROR, "import-missing", "this row does not say {0}", NULL)
DIAG(IMPORT_DATE, ERROR, "import-date", "\"{0}\" is not clear as a date",
     "2024-03-01 always is; for others state with --dates dmy, mdy or ymd how they are written.")
DIAG(IMPORT_DATE_AMBIGUOUS, ERROR, "import-date-ambiguous", "\"{0}\" can be {1} or {2}",
     "State with --dates dmy or --dates mdy how the dates of this list are written.")
DIAG(IMPORT_NUMBER, ERROR, "import-number", "\"{0}\" is no number as {1}",
     "A cell holds the number alone; the currency has a column of its own.")
DIAG(IMPORT_NUMBER_AMBIGUOUS, ERROR, "import-number-ambiguous", "\"{0}\" can be {1} or {2}",
     "State with --numbers how the numbers of this list are written, by the example that fits: 1234.56 "
     "1,234.56 1.234,56 \"1 234,56\" \"1'234.56\".")
DIAG(IMPORT_NUMBER_STATED, ERROR, "import-number-stated", "\"{0}\" is not clear as a number",
     "1234.56 always is; for others state with --numbers how they are written, by the example that "
     "fits: 1,234.56 1.234,56 \"1 234,56\" \"1'234.56\".")
DIAG(IMPORT_VALUE, ERROR, "import-value", "\"{0}\" is no {1}",
     "Say what it stands for under values: of a map, as in {2}: {{0}: ...}.")
DIAG(IMPORT_VALUE_AMBIGUOUS, ERROR, "import-value-ambiguous", "\"{0}\" can be {1} or {2}",
     "Say under values: of a map which of them it stands for.")
DIAG(IMPORT_PARTNER, ERROR, "import-partner", "no partner is called \"{0}\"",
     "Say under values: of a map which partner it is, or have files made of new ones with "
     "--new-partners.")
DIAG(IMPORT_PARTNER_ID, ERROR, "import-partner-id", "no id can be made of \"{0}\": {1}",
     "Say under values: of a map what id the new partner gets.")
DIAG(IMPORT_LENGTHS, ERROR, "import-lengths", "{0} {1} for {2} {3}", NULL)
DIAG(IMPORT_SHARE, ERROR, "import-share", "\"{0}\" is no share: {1}",
     "A share is a fraction as 2/3, or a number.")
DIAG(IMPORT_GIVER, ERROR, "import-giver", "who gives this is not said, and {0} partners sign",
     "A column or constant \"from\" says it; \"itu\" is ITU itself.")
DIAG(IMPORT_CHARACTER, ERROR, "import-character",
     "this cell has a control character that no text can have", "Take it out of the list.")
DIAG(IMPORT_IDS, ERROR, "import-ids", "no column gives ids, and they cannot be made: {0}",
     "State what they begin with, as in --ids bdt for bdt-2024-001.")
DIAG(IMPORT_NO_AGREEMENT, ERROR, "import-no-agreement", "no row of the list is agreement \"{0}\"",
     NULL)

/* Texts from translators: exchange/ */
DIAG(XLIFF_BAD, ERROR, "xliff-bad", "this cannot be read as XLIFF: {0}",
     "Translations come back in the file that \"accord strings export\" made, XLIFF 2.0.")
DIAG(XLIFF_LANGUAGE, ERROR, "xliff-language",
     "this is from {0}, but the content is translated from {1} into the site's other languages", NULL)
DIAG(XLIFF_TARGET, ERROR, "xliff-target", "this is translated into \"{0}\", which is no language of the site",
     "The file says so in trgLang; its languages are en, fr, es, ar, zh and ru.")
DIAG(XLIFF_EMPTY, NOTE, "xliff-empty", "no text is translated into \"{0}\" here; nothing changes",
     "Translations stand in <target>, beside each <source>.")
DIAG(XLIFF_UNIT, WARNING, "xliff-unit", "no text of {1} has the id \"{0}\"; it is left out",
     "It is gone since the file was made.")
DIAG(XLIFF_PLACEHOLDER_LOST, ERROR, "xliff-placeholder-lost",
     "the translation of \"{1}\" lacks {0}, which the program fills in", NULL)
DIAG(XLIFF_PLACEHOLDER_NEW, ERROR, "xliff-placeholder-new",
     "the translation of \"{1}\" has {0}, which its source has not", NULL)
DIAG(XLIFF_MESSAGE, ERROR, "xliff-message", "the translation of \"{0}\" cannot be used: {1}", NULL)
DIAG(XLIFF_FORMS, WARNING, "xliff-forms",
     "not all forms of \"{0}\" are translated; it is left as it was: {1} missing",
     "A sentence with forms for numbers comes in when all of them are there.")
DIAG(XLIFF_STALE, WARNING, "xliff-stale",
     "the source of \"{0}\" has changed since this was translated",
     "The translation is taken over and counts as stale: \"accord strings status\" lists it.")

/* Output: publish/ */
DIAG(PUBLISH_TWICE, ERROR, "publish-twice", "two things want to be \"{0}\"; nothing was published",
     "This is a fault of accord. Ids that differ only in form can cause it: rename one of them.")
DIAG(PUBLISH_CASE, ERROR, "publish-case",
     "\"{0}\" and \"{1}\" differ in capitals only; nothing was published",
     "On Windows and macOS one would overwrite the other: rename what one of them is made from.")
DIAG(PUBLISH_BAD_PATH, ERROR, "publish-bad-path",
     "\"{0}\" cannot be the path of a file; nothing was published",
     "This is a fault of accord: please report it with the content that shows it.")
DIAG(PUBLISH_FOREIGN, ERROR, "publish-foreign-file",
     "accord did not make this file and wants to write one here; nothing was published",
     "Move it elsewhere or delete it, then build again.")
DIAG(PUBLISH_IN_THE_WAY, ERROR, "publish-in-the-way",
     "this is {0}, and accord wants {1} here; nothing was published",
     "Move it elsewhere, then build again.")
DIAG(PUBLISH_EDITED, WARNING, "publish-edited-file",
     "somebody changed this file since accord made it", "The changed file is kept as {0}.")
DIAG(PUBLISH_IO, ERROR, "publish-io", "cannot {0}: {1}", "The previous output stands.")
DIAG(PUBLISH_LOCKED, ERROR, "publish-locked", "another build is writing to this folder",
     "Wait for it to end, or give another folder with --output.")
DIAG(WORKER_ENDED, ERROR, "worker-ended",
     "one of the processes side by side ended before its work was done: {0}",
     "Try again; with --jobs 1 a single process does all.")
DIAG(PUBLISH_MANIFEST, ERROR, "publish-manifest",
     "this is not the list of files that accord keeps here; nothing was published",
     "Restore it; or delete it, and every file in the folder counts as not made by accord.")
DIAG(PUBLISH_PROFILE, ERROR, "publish-profile",
     "this folder holds {0} build; nothing was published",
     "Public and internal builds stand apart: give another folder with --output.")
DIAG(INTERNAL_STAYS, ERROR, "internal-stays",
     "this agreement is internal now, but pages that this build leaves as they are name it ({0}); "
     "nothing was published",
     "Build the whole site: without --lang and --document.")
DIAG(FILE_EXISTS, ERROR, "file-exists", "this file is there already; nothing was written",
     "Nothing is overwritten: move it elsewhere or delete it, if it is not needed.")
DIAG(NOT_REPLACED, ERROR, "not-replaced",
     "this is a folder, a pipe, a socket or a device; nothing was written",
     "Move it elsewhere, or name another file.")
DIAG(CHANGED_MEANWHILE, ERROR, "changed-meanwhile",
     "this file was changed after it was read; nothing was written", "Run it again.")
DIAG(CONTENT_IO, ERROR, "content-io", "cannot {0}: {1}; nothing was written",
     "Look whether you may write there and whether there is room on the disk, then run it again.")
DIAG(PUBLISH_RECOVERED, NOTE, "publish-recovered",
     "an earlier build was interrupted while it wrote here; its changes were taken back", NULL)

/* Paper: typeset/ */
DIAG(MISSING_GLYPH, ERROR, "missing-glyph", "no font of {1} has the character {0}",
     "Name a family that has it under fonts: in {1}, or write another character.")

DIAG(TABLE_TOO_WIDE, ERROR, "table-too-wide",
     "this table of {0} columns does not fit a text width of {1} mm without breaking numbers, ids "
     "or words; the first {2} of them would",
     "Name fewer columns, turn the page with layout: landscape, or make the type of tables smaller "
     "in the style.")
DIAG(COLUMN_TOO_NARROW, WARNING, "column-too-narrow",
     "the column \"{0}\" cannot be {1} mm wide: its longest number, id or piece of a word needs "
     "{2} mm",
     "Write {2} or more for it under widths:, or leave it out: then it finds its own width.")
DIAG(WIDTHS_TOO_WIDE, WARNING, "widths-too-wide",
     "the widths given are {0} mm in all, but there is room for {1} mm; they were made narrower",
     "Write smaller widths:, or give them to fewer columns.")

/* Paper: report/ */
DIAG(CHART_TOO_TALL, ERROR, "chart-too-tall",
     "this chart of {0} bars is taller than a page; {1} would fit",
     "Write limit: {1} or less in the block, or show the rest as a table, which may break.")
DIAG(CHART_NO_ROOM, ERROR, "chart-no-room",
     "this chart is taller than a page",
     "Choose another kind:, or fewer years, or show it as a table, which may break.")

/* Pages: site/ */
DIAG(TEMPLATE_MISSING, ERROR, "template-missing", "there is no template {0}",
     "Every kind of page needs its template, or \"page\"; --templates says where they are.")

/* Files to take away: data/ */
DIAG(WORKBOOK_FAILED, ERROR, "workbook-failed", "the workbook could not be made: {0}",
     "It is put together in a temporary file: is there room in TMPDIR, else /tmp?")

/* PDF: pdf/ */
DIAG(PDF_FAILED, ERROR, "pdf-failed", "the PDF could not be made: {0}",
     "Build the papers one by one, with --document ID, to find which one it is.")
DIAG(PDF_NO_GLYPH, ERROR, "pdf-no-glyph", "no font has {0}, used in \"{1}\"",
     "Name a font that has it under fonts: in site.yaml or the style, or write another character.")
DIAG(PDF_EMBEDDING, ERROR, "pdf-embedding", "the font \"{0}\" does not allow to be embedded",
     "Name another font under fonts: in site.yaml or the style.")
DIAG(PDF_UNKNOWN_PLACE, ERROR, "pdf-unknown-place",
     "a link leads to \"{0}\", which is no place in the document",
     "This is a fault of accord: please report it with the content that shows it.")
DIAG(PDF_UNKNOWN_ATTACHMENT, ERROR, "pdf-unknown-attachment",
     "a table or figure names the file \"{0}\", which is not attached",
     "This is a fault of accord: please report it with the content that shows it.")

/* Fonts: font/ */
DIAG(FONT_NOT_INSTALLED, ERROR, "font-not-installed",
     "the font family \"{0}\" is not installed",
     "Install it, or name another family here; none is put in its place.")
DIAG(FONT_STYLE_MISSING, ERROR, "font-style-missing",
     "the font family \"{0}\" has no {1} face of normal width",
     "The first family needs regular, bold, italic and bold italic, the others at least regular.")
DIAG(FONT_UNREADABLE, ERROR, "font-unreadable",
     "the font family \"{0}\" cannot be used: its file {1} has no outlines that can be read",
     "Name another family under fonts: in site.yaml or the style, or install this one again.")
DIAG(NO_FONTS, ERROR, "no-fonts", "there is no font to set text in: {0}",
     "Name a family under fonts: in site.yaml, as in latin: [Carlito].")
