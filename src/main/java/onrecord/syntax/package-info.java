/**
 * Reads the query syntax of Lucene's query parser into a tree that knows nothing of Lucene, nor of
 * quotations.
 */
@NullMarked
package onrecord.syntax;

import org.jspecify.annotations.NullMarked;
