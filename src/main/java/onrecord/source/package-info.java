/** Reads articles and lists of known speakers from files and streams. */
@NullMarked
package onrecord.source;

import org.jspecify.annotations.NullMarked;
