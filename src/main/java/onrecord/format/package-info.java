/**
 * Writes quotations, queries, citations and results, and reads queries, searches, citations and
 * results back.
 *
 * <p>JSON is in UTF-8 and contains no character that controls how a terminal displays text: control
 * characters, separators of lines and marks that change the direction of writing are escaped, which
 * changes no value. CSV, TSV, XML, BibTeX and RIS contain the characters of the values as far as
 * the format can represent them.
 */
@NullMarked
package onrecord.format;

import org.jspecify.annotations.NullMarked;
