package onrecord.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;

/**
 * A content to be read: a file, a stream, or a member of an archive.
 *
 * @param in its content, uncompressed and buffered, without a byte order mark; the reader of a
 *     format does not close it
 * @param source its name, for messages
 * @param fileId the id that the name of the file gives to its only article; empty if there is no
 *     file, or another file of the same name was read before
 * @param limits how large a record may be
 * @param options how articles are read
 * @param lists the lists of persons that a document of TEI may have; empty if it is not a file
 */
record SourceInput(
    InputStream in,
    String source,
    Optional<String> fileId,
    RecordLimits limits,
    ReadOptions options,
    Optional<TeiLists.Near> lists) {

  /**
   * {@return the characters of the content: UTF-8, in which other bytes are read as windows-1252}
   */
  Reader reader() {
    return new BufferedReader(new Utf8OrWindows1252(in));
  }

  /**
   * {@return the characters of the whole content, as {@link #reader} returns them}
   *
   * @throws ArticleFormatException if it is longer than the limit of a record
   */
  String text() throws IOException {
    byte[] bytes = in.readNBytes(limits.bytes() + 1);
    if (bytes.length > limits.bytes()) {
      throw new ArticleFormatException(source, 0, limits.tooLong("the file"));
    }
    return Utf8OrWindows1252.decode(bytes, false);
  }
}
