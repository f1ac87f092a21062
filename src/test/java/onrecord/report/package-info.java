@NullMarked
package onrecord.report;

import org.jspecify.annotations.NullMarked;
