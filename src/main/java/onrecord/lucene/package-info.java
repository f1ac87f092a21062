/** The engine on Apache Lucene, which keeps an archive as one index in one folder. */
@NullMarked
package onrecord.lucene;

import org.jspecify.annotations.NullMarked;
