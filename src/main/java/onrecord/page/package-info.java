/** Markup of web pages and of SVG images, in which everything from articles is text. */
@NullMarked
package onrecord.page;

import org.jspecify.annotations.NullMarked;
