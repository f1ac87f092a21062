/** Writes quotations, queries, citations and results, and reads queries and citations back. */
@NullMarked
package onrecord.format;

import org.jspecify.annotations.NullMarked;
