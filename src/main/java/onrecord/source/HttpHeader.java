package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a response of HTTP. Immutable.
 *
 * @param status the status code; 0 if there is none
 * @param fields the first value of each field, by its name in lower case
 */
record HttpHeader(int status, Map<String, String> fields) {

  private static final int MAX_LENGTH = 1 << 16;

  HttpHeader {
    fields = Map.copyOf(fields);
  }

  /**
   * Reads a header up to the empty line that ends it. What is not a header is read as one without
   * fields.
   *
   * @param in the response, which is positioned after the header
   */
  static HttpHeader read(InputStream in) throws IOException {
    List<String> lines = lines(in).lines().toList();
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return new HttpHeader(lines.isEmpty() ? 0 : status(lines.get(0)), fields);
  }

  private static String lines(InputStream in) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    int lineLength = 0;
    for (int b = in.read(); b >= 0 && header.size() < MAX_LENGTH; b = in.read()) {
      header.write(b);
      if (b == '\n') {
        if (lineLength == 0) {
          break;
        }
        lineLength = 0;
      } else if (b != '\r') {
        lineLength++;
      }
    }
    return header.toString(ISO_8859_1);
  }

  private static int status(String line) {
    String[] words = line.split(" ", 3);
    return words.length > 1 && words[0].startsWith("HTTP/") && words[1].matches("\\d{3}")
        ? Integer.parseInt(words[1])
        : 0;
  }

  /** {@return the value of a field, given by its name in lower case} */
  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
  }

  /** {@return whether a field that lists codings contains one} */
  boolean lists(String name, String coding) {
    return field(name).filter(v -> v.toLowerCase(Locale.ROOT).contains(coding)).isPresent();
  }
}
