package onrecord.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts the chars that bytes of UTF-8 have in Java, eight bytes at a time. */
final class Utf8 {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int CONTINUATION_MASK = 0xC0;
  private static final int CONTINUATION = 0x80;

  /** The least first byte of a character that is two chars in Java. */
  private static final int FOUR_BYTES = 0xF0;

  private Utf8() {}

  /** {@return how many chars begin in a part of an array} */
  static int chars(byte[] utf8, int from, int to) {
    int chars = 0;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      chars += chars((long) LONGS.get(utf8, at));
    }
    for (; at < to; at++) {
      chars += chars(utf8[at]);
    }
    return chars;
  }

  /**
   * {@return the index of the byte at which a char begins, or a negative number if it is the second
   * one of a character or comes after the end}
   *
   * @param index the index of the char after {@code from}; the number of chars for the end
   */
  static int indexOf(int index, byte[] utf8, int from, int to) {
    int left = index;
    int at = from;
    while (left >= Long.BYTES && at <= to - Long.BYTES) {
      left -= chars((long) LONGS.get(utf8, at));
      at += Long.BYTES;
    }
    for (; at < to; at++) {
      int chars = chars(utf8[at]);
      if (left == 0 && chars > 0) {
        return at;
      }
      left -= chars;
      if (left < 0) {
        return -1;
      }
    }
    return left == 0 ? to : -1;
  }

  /**
   * {@return the index of the byte at which a char begins, or a negative number if it is the second
   * one of a character or comes before the beginning}
   *
   * @param count the number of chars from that one to the end
   */
  static int lastIndexOf(int count, byte[] utf8, int from, int to) {
    int left = count;
    int at = to;
    while (left > Long.BYTES && at >= from + Long.BYTES) {
      at -= Long.BYTES;
      left -= chars((long) LONGS.get(utf8, at));
    }
    while (left > 0 && at > from) {
      left -= chars(utf8[--at]);
    }
    return left == 0 ? at : -1;
  }

  private static int chars(long eightBytes) {
    long second = eightBytes << 1;
    long continuations = eightBytes & ~second & HIGH_BITS;
    long longest = eightBytes & second & eightBytes << 2 & eightBytes << 3 & HIGH_BITS;
    return Long.BYTES - Long.bitCount(continuations) + Long.bitCount(longest);
  }

  /** {@return how many chars a character is, given its first byte; none for any other byte} */
  private static int chars(byte utf8) {
    if ((utf8 & CONTINUATION_MASK) == CONTINUATION) {
      return 0;
    }
    return (utf8 & 0xFF) >= FOUR_BYTES ? 2 : 1;
  }
}
