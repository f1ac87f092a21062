package onrecord.format;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Output of text in UTF-8, in which an unpaired surrogate is replaced by U+FFFD. */
final class Utf8Output {

  private static final String REPLACEMENT = "\ufffd";

  private Utf8Output() {}

  /** {@return a buffered writer that closes its output} */
  static Writer of(OutputStream out) {
    return new BufferedWriter(
        new OutputStreamWriter(
            out,
            StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(REPLACEMENT.getBytes(StandardCharsets.UTF_8))));
  }
}
