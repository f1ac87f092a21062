/** Reports on what a search finds: charts as SVG images, and pages that need nothing else. */
@NullMarked
package onrecord.report;

import org.jspecify.annotations.NullMarked;
