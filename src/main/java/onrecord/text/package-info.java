/**
 * What the extractor, the index and the formats share about text: sentences, folding, code points.
 */
@NullMarked
package onrecord.text;

import org.jspecify.annotations.NullMarked;
