package onrecord.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** The content of a reply. It is closed whether it is written or not. */
interface Content extends Closeable {

  /** {@return the number of bytes, if it is known before they are written} */
  OptionalLong length();

  /**
   * Writes the content.
   *
   * @throws IOException if it cannot be written, or if its source cannot be read to the end
   */
  void writeTo(OutputStream out) throws IOException;

  /** {@return a text, encoded as UTF-8} */
  static Content text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new Content() {
      @Override
      public OptionalLong length() {
        return OptionalLong.of(bytes.length);
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }

      @Override
      public void close() {}
    };
  }
}
