/**
 * Reads the pages of news sites: what a page declares of its article, and the text of the article.
 * This is the only package that knows jsoup.
 */
@NullMarked
package onrecord.html;

import org.jspecify.annotations.NullMarked;
