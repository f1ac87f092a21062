/** An archive of quotations from news articles: who said what, when, in which article. */
@NullMarked
package onrecord;

import org.jspecify.annotations.NullMarked;
