/**
 * Writes articles and their quotations to a Lucene index, and verifies, upgrades and backs it up.
 */
@NullMarked
package onrecord.index;

import org.jspecify.annotations.NullMarked;
