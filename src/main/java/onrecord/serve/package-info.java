/** A page to search an archive, and its interface for programs, over HTTP on this machine. */
@NullMarked
package onrecord.serve;

import org.jspecify.annotations.NullMarked;
