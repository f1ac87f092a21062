package onrecord.source;

import java.io.InputStream;
import java.util.function.UnaryOperator;

/**
 * A file or stream to be read.
 *
 * @param in its content, uncompressed and buffered; the reader of a format does not close it
 * @param source its name, for messages
 * @param idOfText returns the id of an article that has none of its own, given its text
 * @param limits how large a record may be
 */
record SourceInput(
    InputStream in, String source, UnaryOperator<String> idOfText, RecordLimits limits) {}
