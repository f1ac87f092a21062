/** The records that an archive consists of: articles, their quotations, and the speakers. */
@NullMarked
package onrecord.model;

import org.jspecify.annotations.NullMarked;
