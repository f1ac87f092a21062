/** What an archive asks of the engine that stores its articles and answers its searches. */
@NullMarked
package onrecord.engine;

import org.jspecify.annotations.NullMarked;
