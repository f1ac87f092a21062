/** The command line. It uses what any application could, and nothing depends on it. */
@NullMarked
package onrecord.cli;

import org.jspecify.annotations.NullMarked;
