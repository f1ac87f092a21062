/** The engine on Apache Lucene: one folder, one index, searched on snapshots. */
@NullMarked
package onrecord.lucene;

import org.jspecify.annotations.NullMarked;
