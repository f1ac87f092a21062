@NullMarked
package onrecord.serve;

import org.jspecify.annotations.NullMarked;
