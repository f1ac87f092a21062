/** Articles in, from plain text and JSON Lines; quotations out, as JSON. */
@NullMarked
package onrecord.format;

import org.jspecify.annotations.NullMarked;
