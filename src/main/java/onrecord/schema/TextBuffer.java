package onrecord.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Memory into which texts are decompressed one after another: a text loses it to the next one. Not
 * thread-safe.
 */
final class TextBuffer {

  private byte[] bytes = {};
  private @Nullable DeflatedText holder;

  /** {@return whether the bytes are those of a text} */
  boolean isHeldBy(DeflatedText text) {
    return holder == text;
  }

  /**
   * Gives the memory to a text, with room for a number of bytes; those of another text are lost.
   */
  byte[] take(DeflatedText text, int size) {
    holder = text;
    if (bytes.length < size) {
      bytes = new byte[size];
    }
    return bytes;
  }

  /** {@return the memory with more room after the bytes that it has} */
  byte[] grow(int size) {
    bytes = Arrays.copyOf(bytes, size);
    return bytes;
  }
}
