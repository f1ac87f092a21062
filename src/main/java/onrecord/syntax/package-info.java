/**
 * A parser of Lucene's query syntax. The syntax tree that it produces depends neither on Lucene nor
 * on quotations.
 */
@NullMarked
package onrecord.syntax;

import org.jspecify.annotations.NullMarked;
