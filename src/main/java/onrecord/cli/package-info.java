/** The command line. It uses only what any application can use; no other package depends on it. */
@NullMarked
package onrecord.cli;

import org.jspecify.annotations.NullMarked;
