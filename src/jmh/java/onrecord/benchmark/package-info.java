/** Benchmarks, run by hand with the Maven profile {@code benchmark}. */
@NullMarked
package onrecord.benchmark;

import org.jspecify.annotations.NullMarked;
