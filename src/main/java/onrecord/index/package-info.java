/** Keeps articles and their quotations in a Lucene index: adding, committing, refreshing. */
@NullMarked
package onrecord.index;

import org.jspecify.annotations.NullMarked;
