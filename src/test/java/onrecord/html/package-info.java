/** Tests of reading the article of an HTML page. */
@NullMarked
package onrecord.html;

import org.jspecify.annotations.NullMarked;
