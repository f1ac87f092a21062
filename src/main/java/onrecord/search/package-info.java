/** Runs searches and computes statistics on snapshots of a Lucene index. */
@NullMarked
package onrecord.search;

import org.jspecify.annotations.NullMarked;
