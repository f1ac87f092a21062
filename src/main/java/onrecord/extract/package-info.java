/** Finds the quotations of an article and who said them. */
@NullMarked
package onrecord.extract;

import org.jspecify.annotations.NullMarked;
