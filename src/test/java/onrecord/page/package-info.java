@NullMarked
package onrecord.page;

import org.jspecify.annotations.NullMarked;
