/**
 * The layout of an archive in Lucene: the fields and their analysis, the documents, the snapshots
 * that searches read, and the stamp that records the format.
 */
@NullMarked
package onrecord.schema;

import org.jspecify.annotations.NullMarked;
