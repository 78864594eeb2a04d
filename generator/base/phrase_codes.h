/* phrase_codes.h - hints and phrases: HINT(code, slug, text), PHRASE(code, slug, text).
 *
 * A hint says to the author of a file what to write, beside the standing hint of its message
 * (diag_codes.h); a phrase is an argument that is made of words.  {0} {1} ... are arguments.  Each
 * row has its line in templates/messages/fr.yaml and es.yaml, under its slug.  No include guard:
 * phrase.h and phrase.c include it with their own HINT and PHRASE.
 */

/* Around messages */
PHRASE(LABEL_ERROR, "label-error", "error:")
PHRASE(LABEL_WARNING, "label-warning", "warning:")
PHRASE(LABEL_NOTE, "label-note", "note:")
PHRASE(LABEL_HINT, "label-hint", "hint:")
PHRASE(ONE_ERROR, "one-error", "1 error")
PHRASE(ERRORS, "errors", "{0} errors")
PHRASE(ONE_WARNING, "one-warning", "1 warning")
PHRASE(WARNINGS, "warnings", "{0} warnings")
PHRASE(ONE_NOTE, "one-note", "1 note")
PHRASE(NOTES, "notes", "{0} notes")

/* Progress and closing lines, on a terminal */
PHRASE(THOUSANDS, "thousands", ",")
PHRASE(DECIMALS, "decimals", ".")
PHRASE(READING, "reading", "reading: {0} files")
PHRASE(SETTING, "setting", "setting papers: {0} of {1}")
PHRASE(MAKING, "making", "making pages, papers and data: {0} files")
PHRASE(BUILD_CLOSES, "build-closes",
       "{0} files: {1} written, {2} unchanged, {3} removed, in {4} s")
PHRASE(CHECK_CLOSES, "check-closes", "{0} files checked in {1} s")
PHRASE(CHECK_FINE, "check-fine", "{0} files checked in {1} s: no errors")

/* What was probably meant */
HINT(DID_YOU_MEAN, "did-you-mean", "did you mean \"{0}\"?")
HINT(DID_YOU_MEAN_NAMED, "did-you-mean-named", "did you mean \"{0}\" ({1})?")
HINT(DID_YOU_MEAN_VALUE, "did-you-mean-value", "did you mean {0}?")
HINT(DID_YOU_MEAN_ENTRY, "did-you-mean-entry", "did you mean \"{0}\" ({1})? {2} are in {3}")
HINT(ENTRIES_ARE_IN, "entries-are-in", "{0} are in {1}")
HINT(ONE_OF, "one-of", "It is one of: {0}.")
HINT(SAID, "said", "{0}")
HINT(WAS_RENAMED, "was-renamed", "It was renamed: write \"{0}\".")
PHRASE(NAMES_REGIONS, "names-regions", "Regions")
PHRASE(NAMES_PRIORITIES, "names-priorities", "Priorities")
PHRASE(NAMES_TYPES, "names-types", "Partner types")
PHRASE(NAMES_MEMBERSHIPS, "names-memberships", "Memberships")
PHRASE(NAMES_KINDS, "names-kinds", "Kinds")
PHRASE(NAMES_INITIATIVES, "names-initiatives", "Initiatives")

/* Files: input/ */
PHRASE(THIS_IS_A_FOLDER, "this-is-a-folder", "this is a folder")
PHRASE(NOT_A_PLAIN_FILE, "not-a-plain-file", "this is not a plain file")
PHRASE(NAME_NOT_UTF8, "name-not-utf8", "it is not UTF-8")
PHRASE(NAME_HAS, "name-has", "it has an invisible character, {0}")
PHRASE(NAME_BYTES, "name-bytes", "it is longer than {0} bytes")
PHRASE(NO_SUCH_FILE, "no-such-file", "No such file or directory")
PHRASE(NO_PERMISSION, "no-permission", "Permission denied")
PHRASE(NOT_PERMITTED, "not-permitted", "Operation not permitted")
PHRASE(IS_A_FOLDER, "is-a-folder", "Is a directory")
PHRASE(NOT_A_FOLDER, "not-a-folder", "Not a directory")
PHRASE(NO_SPACE, "no-space", "No space left on device")
PHRASE(READ_ONLY, "read-only", "Read-only file system")
PHRASE(TOO_MANY_FILES, "too-many-files", "Too many open files")
PHRASE(FILE_THERE, "file-there", "File exists")
PHRASE(NAME_TOO_LONG, "name-too-long", "File name too long")
PHRASE(TOO_MANY_LINKS, "too-many-links", "Too many levels of symbolic links")
PHRASE(DEVICE_FAULT, "device-fault", "Input/output error")
PHRASE(FOLDER_NOT_EMPTY, "folder-not-empty", "Directory not empty")

/* YAML, JSON, CSV: input/ */
HINT(WRITE_QUOTED, "write-quoted", "Write \"{0}\".")
HINT(WRITE_KEY, "write-key", "Write \"{0}: ...\".")
HINT(NO_BREAK_SPACE, "no-break-space",
     "The blank here is a no-break space (U+00A0): type an ordinary space.")
HINT(LINE_HAS_VALUE, "line-has-value",
     "Line {0} has a value already, so nothing can stand under it.")
HINT(CLOSE_QUOTE, "close-quote", "Put {0} at the end of the text on line {1}.")
PHRASE(QUOTE_IN_CELL, "quote-in-cell", "a quote within a cell that is not quoted")
PHRASE(QUOTE_NEVER_CLOSED, "quote-never-closed", "it is never closed")
PHRASE(TEXT_BEHIND_QUOTE, "text-behind-quote", "there is text behind the closing quote")
PHRASE(JSON_HEX, "json-hex", "four hexadecimal digits are expected after \\u")
PHRASE(JSON_NUL, "json-nul", "the character \\u0000 cannot be in a text")
PHRASE(JSON_ESCAPE, "json-escape", "this escape is unknown")
PHRASE(JSON_TEXT, "json-text", "a text in double quotes is expected")
PHRASE(JSON_UNCLOSED, "json-unclosed", "a text is never closed")
PHRASE(JSON_CONTROL, "json-control",
       "a line break or control character must be escaped in a text")
PHRASE(JSON_VALUE, "json-value", "a value is expected")
PHRASE(JSON_COMMA_LIST, "json-comma-list", "a comma or ] is expected")
PHRASE(JSON_TWICE, "json-twice", "this name is here a second time")
PHRASE(JSON_COLON, "json-colon", "a colon is expected")
PHRASE(JSON_COMMA_MAP, "json-comma-map", "a comma or } is expected")
PHRASE(JSON_DEEP, "json-deep", "lists and maps are nested too deeply")
PHRASE(JSON_BEHIND, "json-behind", "nothing is expected behind the value")

/* Texts of strings/: locale/ */
PHRASE(AT_CHARACTER, "at-character", "{0} (at character {1})")
PHRASE(FORM_NUMBER, "form-number", "a number should stand here")
PHRASE(FORM_OFFSET, "form-offset", "an offset is a number of at most nine digits")
PHRASE(FORM_WORD, "form-word", "a word and its text in braces should stand here")
PHRASE(FORM_TWICE, "form-twice", "\"{0}\" stands twice")
PHRASE(FORM_BRACES, "form-braces", "\"{0}\" needs its text in braces")
PHRASE(FORM_UNCLOSED, "form-unclosed", "the text of \"{0}\" is never closed")
PHRASE(FORMS_MISSING, "forms-missing", "a comma and the forms of \"{0}\" should stand here")
PHRASE(FORM_OTHER, "form-other", "\"{0}\" has no form \"other\"")
PHRASE(FORM_NEEDED, "form-needed",
       "\"{0}\" has no form \"{1}\", which the language {2} needs for {3}")
PHRASE(NO_PLURAL_FORM, "no-plural-form",
       "\"{0}\" is no plural form; allowed are zero, one, two, few, many, other and =number")
PHRASE(STYLE_NUMBER, "style-number", "unknown style of number \"{0}\"; allowed is percent")
PHRASE(STYLE_DATE, "style-date", "unknown style of date \"{0}\"; allowed are long, medium")
PHRASE(ARGUMENT_TYPE, "argument-type",
       "unknown type \"{0}\"; allowed are plural, selectordinal, select, number, date")
PHRASE(ARGUMENT_UNCLOSED, "argument-unclosed", "the argument \"{0}\" is never closed")
PHRASE(ARGUMENTS_DEEP, "arguments-deep", "arguments are nested too deeply")
PHRASE(ARGUMENT_MISSING, "argument-missing", "argument \"{0}\" is not given")
PHRASE(ARGUMENT_NO_TEXT, "argument-no-text", "argument \"{0}\" has no text of its own")
PHRASE(ARGUMENT_NO_NUMBER, "argument-no-number", "argument \"{0}\" is not a plain decimal number")
PHRASE(ARGUMENT_TOO_LARGE, "argument-too-large",
       "argument \"{0}\" is too large a number for an offset")
PHRASE(ARGUMENT_NO_DATE, "argument-no-date", "argument \"{0}\" is not a date written YYYY-MM-DD")
PHRASE(BRACE_NAME, "brace-name",
       "a brace should be followed by an argument's name; write '{' with apostrophes for a brace "
       "that prints")
PHRASE(BRACE_STRAY, "brace-stray", "this closing brace has no opening one")

/* Keys and values: records/ */
HINT(KEYS_OF, "keys-of", "The keys of {0} are {1}.")
HINT(NEEDS_KEY, "needs-key", "Write \"{1}: ...\" ({2}): {0} needs it.")
HINT(SHAPES, "shapes",
     "Write a text behind its key (key: text), a list in brackets (key: [one, two]), a map in braces "
     "(key: {name: value}).")
HINT(NO_BRACKETS, "no-brackets", "Write \"{0}: {1}\", without brackets or dash.")
HINT(NO_LANGUAGE_HERE, "no-language-here",
     "Write one text, without a language: each has a file of its own here, as en.md and fr.md.")
HINT(WRITE_LIST, "write-list", "Write \"{0}: [{1}]\".")
HINT(WRITE_MAP, "write-map", "Write {0}.")
HINT(COMMA_IN_TEXT, "comma-in-text", "Within { } put a text with a comma in double quotes.")
HINT(COMMA_IN_VALUE, "comma-in-value",
     "Within { } put a text with a comma in double quotes: \"{0}\".")
HINT(EQUAL_SHARES, "equal-shares", "For equal shares write a list in [ ].")
HINT(URL_HAS_NO, "url-has-no", "Addresses have no {0}: write {1}, as in \"{2}\".")
HINT(URL_STARTS, "url-starts",
     "Addresses start with https:// (or http://), then name the site, as in "
     "https://www.example.org.")
HINT(BASE_URL_ENDS, "base-url-ends",
     "Paths of pages are added to it, so it has no \"{0}\": write \"{1}\".")
HINT(EMAIL_HAS_NO, "email-has-no", "It has no {0}.")
HINT(POINT_OF_THOUSANDS, "point-of-thousands", "If the point divides thousands, write {0}.")
HINT(MERGED_TOGETHER, "merged-together", "\"merged_into\" and \"merged_on\" belong together: write both, the id and the day.")
HINT(SCRIPTS_ARE, "scripts-are", "Scripts are latin (with Greek and Cyrillic), arabic and cjk.")
HINT(STORY_OPENS, "story-opens",
     "A story opens with its settings, between two lines of ---: its title, its date, and what it "
     "is about.")
HINT(MEANT_STYLE, "meant-style", "did you mean \"{0}\"? Styles are files in {1}: {2}")
HINT(STYLES_ARE, "styles-are", "Styles are files in {0}: {1}")
HINT(COLUMNS_BY_COMMAS, "columns-by-commas", "Columns are separated by commas, not by semicolons.")
HINT(FIRST_ROW_IS, "first-row-is", "The first row is {0}.")
HINT(NAME_SHOULD_BE, "name-should-be", "Its name should be {0}.")
PHRASE(SPACES, "spaces", "spaces")
PHRASE(A_LIST, "a-list", "a list")
PHRASE(A_LIST_OF, "a-list-of", "a list of {0}")
PHRASE(A_MAP, "a-map", "a map of keys")
PHRASE(ANOTHER_MAP, "another-map", "another map")
PHRASE(A_TEXT, "a-text", "a text")
PHRASE(AN_ID, "an-id", "an id")
PHRASE(ONE_TEXT, "one-text", "one text")
PHRASE(ONE_TEXT_OR_MORE, "one-text-or-more", "one text, or one per language")
PHRASE(TEXT_PER_LANGUAGE, "text-per-language", "one text per language")
PHRASE(TEXT_WITH_N, "text-with-n", "one text with {n}")
PHRASE(A_DATE, "a-date", "a date")
PHRASE(ONE_WORD, "one-word", "one word")
PHRASE(A_NUMBER, "a-number", "a number")
PHRASE(NUMBERS, "numbers", "numbers")
PHRASE(YEARS, "years", "years")
PHRASE(YEAR_OR_RANGE, "year-or-range", "one year, a range or a list")
PHRASE(ONE_COUNTRY, "one-country", "one country")
PHRASE(ONE_ID, "one-id", "one id")
PHRASE(ONE_ADDRESS, "one-address", "one address")
PHRASE(AN_AMOUNT, "an-amount", "an amount")
PHRASE(ONE_CURRENCY, "one-currency", "one currency")
PHRASE(A_COLOUR, "a-colour", "a colour")
PHRASE(ONE_LENGTH, "one-length", "one length")
PHRASE(WIDTH_AND_HEIGHT, "width-and-height", "a width and a height")
PHRASE(PARTS_AND_SPACE, "parts-and-space", "parts and {space: 20 mm}")
PHRASE(ONE_LANGUAGE, "one-language", "one language")
PHRASE(LANGUAGES, "languages", "languages")
PHRASE(IDS_OR_SHARES, "ids-or-shares", "ids, or a map of shares")
PHRASE(FONT_FAMILIES, "font-families", "names of font families")
PHRASE(ID_LETTERS, "id-letters",
       "small letters a-z, digits and hyphens, and starts with a letter or digit")
PHRASE(ID_ANY_LETTERS, "id-any-letters",
       "letters a-z or A-Z, digits and hyphens, and starts with a letter or digit")
PHRASE(ID_OF_STRING, "id-of-string",
       "small letters, digits and underscores, and starts with a letter")
PHRASE(NO_SUCH_MONTH, "no-such-month", ": there is no such month")
PHRASE(MONTH_HAS_DAYS, "month-has-days", ": {0} {1} has {2} days")
PHRASE(JANUARY, "january", "January")
PHRASE(FEBRUARY, "february", "February")
PHRASE(MARCH, "march", "March")
PHRASE(APRIL, "april", "April")
PHRASE(MAY, "may", "May")
PHRASE(JUNE, "june", "June")
PHRASE(JULY, "july", "July")
PHRASE(AUGUST, "august", "August")
PHRASE(SEPTEMBER, "september", "September")
PHRASE(OCTOBER, "october", "October")
PHRASE(NOVEMBER, "november", "November")
PHRASE(DECEMBER, "december", "December")
PHRASE(RATE_NO_NUMBER, "rate-no-number", "it is not a number with a decimal point")
PHRASE(RATE_TOO_LONG, "rate-too-long", "it has too many digits")
PHRASE(RATE_NOT_POSITIVE, "rate-not-positive", "it is not above zero")
PHRASE(RATE_TOO_FINE, "rate-too-fine", "it has more than nine decimals")
PHRASE(RATE_OF_USD, "rate-of-usd", "one USD is one USD")
PHRASE(SITE_LANGUAGES, "site-languages", "the languages of the site")
PHRASE(ISSUE_OF, "issue-of", "the issue of {0}")
PHRASE(REVISION_OF, "revision-of", "revision {0} of {1}")
PHRASE(COVER_HEAD, "cover-head", "head")
PHRASE(COVER_CONTACT, "cover-contact", "contact block")
PHRASE(LINE, "line", "line {0}")

/* Files of the content: records/ */
PHRASE(HOLDS_COVER, "holds-cover", "it holds the cover of the document")
PHRASE(HOLDS_SETTINGS, "holds-settings", "it holds the settings of the site")
PHRASE(HOLDS, "holds", "it holds {0}")
PHRASE(NO_PARTNER_FILE, "no-partner-file", "file of a partner here")
PHRASE(NO_PARTNER_FOLDER, "no-partner-folder", "folder partners/")
PHRASE(FRONT_IN_PLUSES, "front-in-pluses", "settings are not written in +++")
PHRASE(FRONT_NEVER_CLOSED, "front-never-closed", "this opens settings that are never closed")
PHRASE(NAME_OF_FILE, "name-of-file", "file")
PHRASE(NAME_OF_FOLDER, "name-of-folder", "folder")
PHRASE(FOLDER_NAMED_AS_FILE, "folder-named-as-file", "this is a folder with the name of a file")
PHRASE(FILES_END_IN, "files-end-in", "files here end in {0}")
PHRASE(ONLY_FOLDERS, "only-folders", "only folders are expected here")
PHRASE(NO_FOLDERS, "no-folders", "no folders are expected here")
PHRASE(DOCUMENT_HAS, "document-has",
       "a document has document.yaml, and its texts in folders by language")
PHRASE(FOLDERS_BY_LANGUAGE, "folders-by-language", "folders here are named by languages, as en")
PHRASE(FOLDERS_BY_YEAR, "folders-by-year", "folders here are named by years, as 2024")
PHRASE(ONE_LEVEL_DEEP, "one-level-deep", "files stand in folders one level deep, not deeper")
PHRASE(NO_SUCH_VOCABULARY, "no-such-vocabulary", "there is no vocabulary of this name")
PHRASE(NO_SUCH_FOLDER, "no-such-folder", "content has no folder of this name")

/* Across records: model/ */
HINT(NEXT_RATE, "next-rate", "The earliest rate of {0} after it is effective on {1}.")
HINT(RATE_IS_FROM, "rate-is-from", "The rate of {0} is effective from {1}.")
HINT(DRIFT, "drift", "{0} If it was never printed so, correct it here.")
HINT(DRIFT_TOLD, "drift-told",
     "{0} If the records are right, it goes into the same revision: {1}: {{2}}.")
HINT(DRIFT_REVISE, "drift-revise",
     "{0} If the records are right, say why in \"revisions\" of {1}/document.yaml: "
     "{number: {2}, date: ..., reason: ..., {3}: {{4}}}. If it was never printed so, correct it "
     "here.")
HINT(DRIFT_REVISE_AGAIN, "drift-revise-again",
     "{0} If the records are right, say why in \"revisions\" of {1}/document.yaml: "
     "{number: {2}, date: ..., reason: ..., {3}: {{4}}}, or in the newest one while that is not "
     "issued. If it was never printed so, correct it here.")
HINT(RANKING_ID, "ranking-id", "A ranking is named by its period, as 2024.partners.")
HINT(ROW_ID, "row-id",
     "Counts are named by their period and what they are by: regions, priorities, types or kinds, "
     "as in 2015.priorities.")
HINT(OTHER_ORDER, "other-order", "They are the same counts in another order.")
HINT(REVEALED_BY_REST, "revealed-by-rest",
     "When all that is public is taken away from these figures, money of fewer than {0} internal "
     "agreements or partners is left: {1}.")
HINT(REVEALED_TOGETHER, "revealed-together",
     "When all that is public is taken away, and these figures from one another, money of one "
     "internal agreement or partner is left: {0}.")
PHRASE(RECORD_WRONG, "record-wrong", "If a record is wrong, correct it.")
PHRASE(RECORD_WRONG_EXPLAIN, "record-wrong-explain",
       "If a record is wrong, correct it (\"accord explain {0}\" names those behind it).")
PHRASE(NO_ONE, "no-one", "no one")
PHRASE(NOTHING, "nothing", "nothing")
PHRASE(AND_MORE, "and-more", "{0} and {1} more")
PHRASE(TOGETHER_WITH, "together-with", "{0} together with {1}")
PHRASE(OTHERS, "others", "others")
PHRASE(NO_FIGURES, "no-figures",
       "There are no figures: no agreement and no history is on file.")
PHRASE(FIGURES_REACH, "figures-reach", "Figures reach from {0} to {1}.")
PHRASE(ID_BEGINS, "id-begins",
       "The id of a figure begins with a year or a range of years, as 2024.agreements.count.")
PHRASE(ONLY_BEGINNING, "only-beginning",
       "\"{0}\" is only the beginning of figures' ids; \"accord figures\" lists them.")
PHRASE(FIGURES_LISTS, "figures-lists", "\"accord figures\" lists the ids of all figures.")
PHRASE(COUNT_HAS_NO_FORM, "count-has-no-form",
       "\"{0}\" is a count, and counts have no forms: leave \".{1}\" out.")
PHRASE(NO_SUCH_FORM, "no-such-form",
       "\"{0}\" has no form \"{1}\", since it is no part of a whole; its forms are usd, millions "
       "and millions2.")
PHRASE(IT_WAS_SIGNED, "it-was-signed", "it was signed")
PHRASE(IT_ENTERED, "it-entered", "it is in force")
PHRASE(BY_SIGNATURE, "by-signature", "signature")
PHRASE(BY_FORCE, "by-force", "entry into force")
PHRASE(WHAT_REGIONS, "what-regions", "regions")
PHRASE(WHAT_PRIORITIES, "what-priorities", "priorities")
PHRASE(WHAT_BOTH, "what-both", "regions and priorities")
PHRASE(THIS_RATE, "this-rate", "this rate")
PHRASE(THIS_YEAR, "this-year", "this year")
PHRASE(THIS, "this", "this")
PHRASE(THE_GROUP, "the-group", "the group")
PHRASE(THE_MEETING, "the-meeting", "the meeting")
PHRASE(THE_PLACE_DATES, "the-place-dates", "the place and dates")
PHRASE(THE_SOURCE, "the-source", "the source")
PHRASE(THE_TITLE, "the-title", "the title")
PHRASE(THE_SUMMARY, "the-summary", "the summary")
PHRASE(THE_ACTION, "the-action", "the action required")
PHRASE(THE_CONTACT, "the-contact", "the contact")
PHRASE(THIS_REFERENCE, "this-reference", "this reference")
PHRASE(THE_REASON, "the-reason", "the reason")
PHRASE(THIS_LABEL, "this-label", "this label")
PHRASE(THIS_PAGE, "this-page", "this page")
PHRASE(THIS_STORY, "this-story", "this story")
PHRASE(THE_EVENT, "the-event", "the event")
PHRASE(THE_USE, "the-use", "the use of the money")
PHRASE(THIS_BENEFIT, "this-benefit", "this benefit")
PHRASE(THE_SITE_NAME, "the-site-name", "the site's name")
PHRASE(THE_NAME, "the-name", "the name")
PHRASE(THE_OBJECTIVE, "the-objective", "the objective")

/* Narratives: narrative/, views/ */
HINT(DID_MEAN, "did-mean", "did \"{0}\" mean \"{1}\"?")
HINT(PARTNER_INTERNAL, "partner-internal",
     "Only what is internal (agreements, targets) names \"{0}\", so that public texts cannot.")
HINT(CITED_ONLY, "cited-only", "\"{0}\" is there only in the documents whose cites: name it.")
HINT(IN_DOCUMENTS, "in-documents", "\"{0}\" is there in documents only.")
HINT(SECTION_BY_NUMBER, "section-by-number",
     "A section of the same text is named by its number: #section-2-1 for the first one within the "
     "second.")
HINT(LIMIT_IS, "limit-is", "Write a number from 1 to {0}.")
HINT(YEARS_ARE, "years-are",
     "Write a year, 2018, or years with a plain hyphen between them, the earlier first: "
     "2015-2018.")
HINT(FIGURES_OF, "figures-of", "There are figures of {0}.")
HINT(FIGURES_OF_NONE, "figures-of-none", "There are figures of no year.")
HINT(PARTNERS_KNOWN, "partners-known",
     "A history says how much was signed, not with whom. Partners are known of {0}.")
HINT(PARTNERS_UNKNOWN, "partners-unknown",
     "A history says how much was signed, not with whom. Partners are known of no year.")
PHRASE(CHART_KEYS, "chart-keys", "year or years, limit, kind and caption")
PHRASE(TABLE_KEYS, "table-keys",
       "year, limit and caption; a list also group, columns, labels, widths and sort")
PHRASE(CAPTION_LANGUAGE, "caption-language", "\"{0}\" is not a language")
PHRASE(CAPTION_EMPTY, "caption-empty",
       "this caption is empty: leave it out for the standing one")
PHRASE(CAPTION_LACKS, "caption-lacks", "this caption has no text in {0}")
PHRASE(NOT_A_VALUE, "not-a-value", "\"{0}\" is not a value for \"{1}\"")
PHRASE(WANTS_WORD_OR_NUMBER, "wants-word-or-number", "\"{0}\" wants one word or number")
PHRASE(WANTS_WORD, "wants-word", "\"{0}\" wants one word")
PHRASE(SHOW_UNKNOWN_KEY, "show-unknown-key", "unknown key \"{0}\"")
PHRASE(NO_SHOW, "no-show", "this block has no \"show: ...\"")
PHRASE(EMPTY_BLOCK, "empty-block", "this block is empty: it has no \"show: ...\"")
PHRASE(YEAR_AND_YEARS, "year-and-years", "\"year\" and \"years\" do not go together")
PHRASE(NO_FIGURES_OF, "no-figures-of", "there are no figures of {0}")
PHRASE(CAPTION_IS, "caption-is",
       "a caption is one text, or one for each language: {en: ..., es: ...}")
PHRASE(COLUMNS_WANTS, "columns-wants", "\"columns\" wants a list: [number, title, usd]")
PHRASE(COLUMN_IS_WORD, "column-is-word", "a column is one word")
PHRASE(NAMED_TWICE, "named-twice", "\"{0}\" is named twice")
PHRASE(NOT_A_COLUMN, "not-a-column", "\"{0}\" is not among the columns")
PHRASE(LABELS_WANT, "labels-want", "\"labels\" wants columns and their texts")
PHRASE(WIDTHS_WANT, "widths-want", "\"widths\" wants columns and millimetres")
PHRASE(WIDTH_IS, "width-is", "a width is a number of millimetres, as 45")
PHRASE(DOES_NOT_GO_WITH, "does-not-go-with", "\"{0}\" does not go with \"{1}\"")
PHRASE(SHOWS_ONE_YEAR, "shows-one-year", "\"{0}\" shows one year or a sum: write \"year\"")
PHRASE(SHOWS_YEARS, "shows-years", "\"{0}\" shows year by year: write \"years\"")
PHRASE(NOT_YEAR_BY_YEAR, "not-year-by-year",
       "\"{0}\" is not drawn year by year: write \"year\"")
PHRASE(KIND_OF, "kind-of", "kind of {0}")
PHRASE(PARTNERS_OF_YEAR, "partners-of-year", "which partners signed in {0} is not known")

/* Listings from elsewhere: exchange/ */
PHRASE(NO_DIVIDER, "no-divider", "it has no comma, semicolon or tab")
PHRASE(A_REGION, "a-region", "region")
PHRASE(A_PRIORITY, "a-priority", "priority")
PHRASE(A_TYPE, "a-type", "type of partners")
PHRASE(A_MEMBERSHIP, "a-membership", "membership")
PHRASE(A_KIND, "a-kind", "kind of agreement")
PHRASE(AN_INITIATIVE, "an-initiative", "initiative")
PHRASE(NO_LETTERS, "no-letters", "it has no letters of a to z")
PHRASE(IDS_ARE_OF, "ids-are-of", "ids are of a-z, 0-9 and hyphens")
PHRASE(PARTNER_TAKEN, "partner-taken", "another partner has it")
PHRASE(ITU_RESERVED, "itu-reserved", "itu is reserved")
PHRASE(NO_SIX_DIGITS, "no-six-digits", "it is no percentage with up to six digits")
PHRASE(NO_AGREEMENT_YET, "no-agreement-yet", "there is no agreement to see it from")
PHRASE(IDS_NOT_ALIKE, "ids-not-alike", "those on file are not all alike")
HINT(IS_IT, "is-it", "is it \"{0}\"?")
HINT(CSV_UTF8, "csv-utf8",
     "Spreadsheets call it \"CSV UTF-8\"; for a file from older Windows there is "
     "iconv -f WINDOWS-1252 -t UTF-8 {0}.")
HINT(IT_WOULD_BE, "it-would-be", "\"{0}\" it would be.")
HINT(NO_SUCH_DAY, "no-such-day", "No calendar has this day.")
HINT(DATE_AS_STATED, "date-as-stated", "It is not written as stated; as {0} it would be {1}.")
HINT(DATES_WOULD, "dates-would", "--dates {0} would read it as {1}.")
HINT(NUMBERS_WOULD, "numbers-would", "--numbers \"{0}\" would read it as {1}.")

/* Output: publish/, fonts, paper */
HINT(COMES_WITH_PACKAGE, "comes-with-package", "It comes with the Debian package {0}.")
HINT(FACE_NOT_CUT, "face-not-cut",
     "The face \"{0}\" cannot be cut down to the characters used.")
HINT(BEHIND_DELIMITER, "behind-delimiter", "Put the \"{0}\" right behind the opening delimiter.")
PHRASE(NO_FONT_NAMED, "no-font-named", "none is named")
PHRASE(NO_FONT_AT_ALL, "no-font-at-all", "fontconfig has none")
PHRASE(FACE_REGULAR, "face-regular", "regular")
PHRASE(FACE_BOLD, "face-bold", "bold")
PHRASE(FACE_ITALIC, "face-italic", "italic")
PHRASE(FACE_BOLD_ITALIC, "face-bold-italic", "bold italic")
PHRASE(A_FOLDER, "a-folder", "a folder")
PHRASE(A_LINK, "a-link", "a symbolic link")
PHRASE(A_FILE, "a-file", "a file")
PHRASE(NO_FILE, "no-file", "something that is no file")
PHRASE(A_PUBLIC, "a-public", "a public")
PHRASE(AN_INTERNAL, "an-internal", "an internal")
PHRASE(TO_KEEP, "to-keep", "keep what was changed by hand")
PHRASE(TO_READ, "to-read", "read")
PHRASE(TO_LOOK_AT, "to-look-at", "look at")
PHRASE(TO_LOCK, "to-lock", "lock")
PHRASE(TO_CREATE_FOLDER, "to-create-folder", "create this folder")
PHRASE(TO_OPEN_FOLDER, "to-open-folder", "open this folder")
PHRASE(TO_CREATE_IN, "to-create-in", "create a folder in")
PHRASE(TO_WRITE, "to-write", "write")
PHRASE(TO_REMOVE, "to-remove", "remove")
PHRASE(TO_MAKE_FOLDER, "to-make-folder", "make a folder for this file")
PHRASE(TO_WRITE_FILE, "to-write-file", "write this file")
PHRASE(TO_PUT_FILE, "to-put-file", "put this file in its place")
PHRASE(TO_PUT_BACK, "to-put-back", "put back")
PHRASE(TO_UNDERSTAND, "to-understand", "understand")
PHRASE(NO_PAGES, "no-pages", "there are no pages")
PHRASE(LINK_NOWHERE, "link-nowhere", "a link outside of any Link element, or to nowhere")
PHRASE(LIBHARU_ERROR, "libharu-error", "libharu error {0}")

/* The preview: commands/preview_text.c */
PHRASE(PREVIEW_BEFORE, "preview-before",
       "The page shows the site as it was before. This goes away by itself when the files are mended.")
PHRASE(PREVIEW_PARTLY, "preview-partly",
       "Not all of this page could be made. This goes away by itself when the files are mended.")
PHRASE(PREVIEW_NONE, "preview-none",
       "There is no page to show yet. It comes by itself when the files are mended.")
PHRASE(PREVIEW_MADE, "preview-made", "The site is made all the same.")
PHRASE(PREVIEW_CLOSE, "preview-close", "Close")
PHRASE(PREVIEW_KEYS, "preview-keys", "Esc closes this, too")
PHRASE(PREVIEW_OTHERS, "preview-others", "Warnings and notes")
PHRASE(PREVIEW_MORE, "preview-more", "{0} more: the terminal has all of them.")
PHRASE(PREVIEW_FAULT, "preview-fault", "This page cannot be made yet")
PHRASE(PREVIEW_TERMINAL, "preview-terminal",
       "The terminal in which accord serve runs says what is wrong.")
PHRASE(PREVIEW_COMES, "preview-comes", "The page comes by itself when the files are mended.")
PHRASE(SEE_TERMINAL, "see-terminal", "see the terminal")

/* Processes side by side: share.c */
PHRASE(NO_REASON, "no-reason", "it does not say why")
