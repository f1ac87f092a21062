package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The names that were last read from the doc values of a segment, by their ordinals: to read a name
 * again, a block of names would be decompressed. Not thread-safe.
 */
final class RecentNames {

  /** Powers of two: a page has few names, but an export reads many. */
  private static final int FIRST_SIZE = 16;

  private static final int MAX_SIZE = 256;

  private long[] ordinals = new long[FIRST_SIZE];
  private @Nullable String[] names = new String[FIRST_SIZE];

  /** Reads the name with an ordinal. */
  @FunctionalInterface
  interface Reading {
    BytesRef name(long ordinal) throws IOException;
  }

  /** {@return the name with an ordinal, which is read if it is not known} */
  String get(long ordinal, Reading reading) throws IOException {
    int place = place(ordinal);
    @Nullable String known = names[place];
    if (known != null && ordinals[place] == ordinal) {
      return known;
    }
    if (known != null && names.length < MAX_SIZE) {
      grow();
      place = place(ordinal);
    }
    String name = reading.name(ordinal).utf8ToString();
    names[place] = name;
    ordinals[place] = ordinal;
    return name;
  }

  private int place(long ordinal) {
    return (int) ordinal & (names.length - 1);
  }

  /** Doubles the size; names at different places stay at different places. */
  private void grow() {
    long[] oldOrdinals = ordinals;
    @Nullable String[] oldNames = names;
    ordinals = new long[2 * oldNames.length];
    names = new String[2 * oldNames.length];
    for (int i = 0; i < oldNames.length; i++) {
      if (oldNames[i] != null) {
        int place = place(oldOrdinals[i]);
        ordinals[place] = oldOrdinals[i];
        names[place] = oldNames[i];
      }
    }
  }
}
