/**
 * How an archive is laid out in Lucene: the fields, their analysis and facets, and the stamp that
 * tells the format.
 */
@NullMarked
package onrecord.schema;

import org.jspecify.annotations.NullMarked;
