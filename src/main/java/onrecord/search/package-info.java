/** Runs searches on a Lucene index. */
@NullMarked
package onrecord.search;

import org.jspecify.annotations.NullMarked;
