/** The records an archive is made of: articles, their quotations, and who said them. */
@NullMarked
package onrecord.model;

import org.jspecify.annotations.NullMarked;
