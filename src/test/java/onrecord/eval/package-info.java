/** Scores the extractor against articles whose quotations people have marked. */
@NullMarked
package onrecord.eval;

import org.jspecify.annotations.NullMarked;
