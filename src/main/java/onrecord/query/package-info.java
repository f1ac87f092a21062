/**
 * Questions to an archive and their answers: {@link onrecord.query.Query}, {@link
 * onrecord.query.Search} and {@link onrecord.query.SearchResult}. Nothing here knows the engine
 * that answers.
 */
@NullMarked
package onrecord.query;

import org.jspecify.annotations.NullMarked;
