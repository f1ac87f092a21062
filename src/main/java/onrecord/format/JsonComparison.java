package onrecord.format;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON that was read with what would be written of it, so that no property is silently
 * ignored, and none contradicts those that it is computed from.
 */
final class JsonComparison {

  private final String what;

  private JsonComparison(String what) {
    this.what = what;
  }

  /**
   * Checks that values are the same. Numbers are compared by their values.
   *
   * @param what what the values stand for, for messages
   * @throws IllegalArgumentException if they are not; the message states the first difference
   */
  static void requireSame(String what, Map<String, Object> read, Map<String, Object> written) {
    new JsonComparison(what).compare("", read, written);
  }

  private void compare(String path, @Nullable Object read, @Nullable Object written) {
    if (read instanceof Map<?, ?> a && written instanceof Map<?, ?> b) {
      Set<String> names = new TreeSet<>();
      a.keySet().forEach(name -> names.add((String) name));
      b.keySet().forEach(name -> names.add((String) name));
      names.forEach(
          name -> compare(path.isEmpty() ? name : path + "." + name, a.get(name), b.get(name)));
    } else if (read instanceof List<?> a && written instanceof List<?> b && a.size() == b.size()) {
      for (int i = 0; i < a.size(); i++) {
        compare(path + "[" + i + "]", a.get(i), b.get(i));
      }
    } else if (!isSame(read, written)) {
      throw different(path, read, written);
    }
  }

  private static boolean isSame(@Nullable Object read, @Nullable Object written) {
    return read instanceof Number a && written instanceof Number b
        ? a.equals(b) || (a.doubleValue() == b.doubleValue() && !a.getClass().equals(b.getClass()))
        : Objects.equals(read, written);
  }

  private IllegalArgumentException different(
      String path, @Nullable Object read, @Nullable Object written) {
    return new IllegalArgumentException(
        written == null
            ? what + " in JSON has no \"" + path + "\""
            : "\""
                + path
                + "\" of a "
                + what
                + " in JSON must be "
                + JsonObject.shortened(written)
                + ", but "
                + (read == null ? "is missing" : "was " + JsonObject.shortened(read)));
  }
}
