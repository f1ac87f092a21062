package onrecord.schema;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The names that were last read from the doc values of a segment, by their ordinals: to read a name
 * again, a block of names would be decompressed. Not thread-safe.
 */
final class RecentNames {

  private static final int SIZE = 256;

  private final long[] ordinals = new long[SIZE];
  private final @Nullable String[] names = new String[SIZE];

  RecentNames() {
    Arrays.fill(ordinals, -1);
  }

  /** Reads the name with an ordinal. */
  @FunctionalInterface
  interface Reading {
    BytesRef name(long ordinal) throws IOException;
  }

  /** {@return the name with an ordinal, which is read if it is not known} */
  String get(long ordinal, Reading reading) throws IOException {
    int place = (int) (ordinal % SIZE);
    @Nullable String name = names[place];
    if (name == null || ordinals[place] != ordinal) {
      name = reading.name(ordinal).utf8ToString();
      names[place] = name;
      ordinals[place] = ordinal;
    }
    return name;
  }
}
