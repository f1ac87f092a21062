package onrecord.source;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Names in the order of their characters, for folders with hundreds of thousands of files: of each
 * name, only what follows the start that it shares with the name before is held. Immutable,
 * thread-safe.
 */
final class SortedNames implements Iterable<String> {

  private static final int GROUP_BITS = 7;
  private static final int MORE = 1 << GROUP_BITS;

  /**
   * For each name: the length of the shared start, the length of the rest, and the characters of
   * the rest; all as integers in groups of seven bits, the lowest first.
   */
  private final byte[] bytes;

  private SortedNames(byte[] bytes) {
    this.bytes = bytes;
  }

  /** {@return all names, equal ones as often as they are given} */
  static SortedNames of(Collection<String> names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String before = "";
    for (String name : (Iterable<String>) names.stream().sorted()::iterator) {
      int shared = shared(before, name);
      write(out, shared);
      write(out, name.length() - shared);
      name.chars().skip(shared).forEach(character -> write(out, character));
      before = name;
    }
    return new SortedNames(out.toByteArray());
  }

  private static int shared(String first, String second) {
    int length = Math.min(first.length(), second.length());
    int shared = 0;
    while (shared < length && first.charAt(shared) == second.charAt(shared)) {
      shared++;
    }
    return shared;
  }

  private static void write(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest >= MORE) {
      out.write(rest & MORE - 1 | MORE);
      rest >>>= GROUP_BITS;
    }
    out.write(rest);
  }

  @Override
  public Iterator<String> iterator() {
    return new Names();
  }

  /** Reads one name after another. Not thread-safe. */
  private final class Names implements Iterator<String> {

    private final StringBuilder name = new StringBuilder();
    private int next;

    @Override
    public boolean hasNext() {
      return next < bytes.length;
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      name.setLength(read());
      for (int rest = read(); rest > 0; rest--) {
        name.append((char) read());
      }
      return name.toString();
    }

    private int read() {
      int number = 0;
      int shift = 0;
      while (bytes[next] < 0) {
        number |= (bytes[next++] & MORE - 1) << shift;
        shift += GROUP_BITS;
      }
      return number | bytes[next++] << shift;
    }
  }
}
