/** Evaluates the extractor against manually annotated articles. */
@NullMarked
package onrecord.eval;

import org.jspecify.annotations.NullMarked;
