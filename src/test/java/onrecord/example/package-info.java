/** Examples of applications, which use only what is exported. */
@NullMarked
package onrecord.example;

import org.jspecify.annotations.NullMarked;
