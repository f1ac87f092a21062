package onrecord.schema;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import onrecord.model.Span;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A text as an index stores it since format 4: UTF-8, compressed as RFC 1951 defines. Its beginning
 * can be read without the rest. Not thread-safe.
 */
final class DeflatedText {

  private static final int PIECE = 2048;

  /** The least number of bytes that are decompressed at a time. */
  private static final int LEAST = 32;

  /** Of this many chars, one is assumed to have one byte more than the others. */
  private static final int CHARS_OF_A_FURTHER_BYTE = 32;

  private final BytesRef compressed;
  private final TextBuffer buffer;
  // The bytes that have been decompressed, as long as the buffer is held.
  private byte[] bytes = {};
  private int size;
  // Of the bytes that have been decompressed.
  private int chars;
  private boolean isComplete;
  private @Nullable String whole;

  /**
   * Creates a text.
   *
   * @param compressed what {@link #compress} returned
   * @param buffer holds what is decompressed until another text is
   */
  DeflatedText(BytesRef compressed, TextBuffer buffer) {
    this.compressed = compressed;
    this.buffer = buffer;
  }

  /** {@return the compressed form of a text; an unpaired surrogate becomes U+FFFD} */
  static BytesRef compress(String text) {
    BytesRef bytes = new BytesRef(text);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(bytes.bytes, bytes.offset, bytes.length);
      deflater.finish();
      byte[] compressed = new byte[bytes.length / 2 + PIECE];
      int length = 0;
      while (!deflater.finished()) {
        if (length == compressed.length) {
          compressed = Arrays.copyOf(compressed, length + length / 2);
        }
        length += deflater.deflate(compressed, length, compressed.length - length);
      }
      return new BytesRef(compressed, 0, length);
    } finally {
      deflater.end();
    }
  }

  /**
   * {@return the whole text}
   *
   * @throws IllegalStateException if the bytes are not compressed text
   */
  String whole() {
    @Nullable String text = whole;
    if (text == null) {
      decompress(Integer.MAX_VALUE);
      text = new String(bytes, 0, size, StandardCharsets.UTF_8);
      whole = text;
    }
    return text;
  }

  /**
   * {@return the characters of a span, as an index stores them} Only what comes before its end is
   * decompressed at first; if that is not enough later, all is.
   *
   * @throws IllegalStateException if the bytes are not compressed text
   * @throws IndexOutOfBoundsException if the span ends after the end of the text
   */
  String in(Span span) {
    if (!buffer.isHeldBy(this) || (!isComplete && chars <= span.end())) {
      decompress(size == 0 ? span.end() : Integer.MAX_VALUE);
    }
    if (chars < span.end()) {
      throw new IndexOutOfBoundsException(span + " is not in a text of length " + chars);
    }
    int start = indexOf(span.start());
    int end = start < 0 ? start : Utf8.indexOf(span.length(), bytes, start, size);
    // A span may begin or end within a character, of which an index cannot store a part.
    return end < 0
        ? new BytesRef(span.in(whole())).utf8ToString()
        : new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** {@return the index of the byte at which a char begins, counted from the nearer end} */
  private int indexOf(int index) {
    return index > chars / 2
        ? Utf8.lastIndexOf(chars - index, bytes, 0, size)
        : Utf8.indexOf(index, bytes, 0, size);
  }

  /** Decompresses a number of chars with the beginning of the next one, or everything. */
  private void decompress(int length) {
    if (isComplete && buffer.isHeldBy(this)) {
      return;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(compressed.bytes, compressed.offset, compressed.length);
      bytes = buffer.take(this, (int) Math.min(bytesOf(length), 3L * compressed.length) + LEAST);
      isComplete = false;
      size = 0;
      chars = 0;
      while (chars <= length && !inflater.finished()) {
        if (bytes.length == size) {
          bytes = buffer.grow(size + size / 2 + PIECE);
        }
        // A char has at least one byte, so little more is decompressed than is needed.
        int needed = (int) Math.min(bytes.length - size, bytesOf(length - chars));
        int inflated = inflater.inflate(bytes, size, needed);
        if (inflated == 0 && !inflater.finished()) {
          throw new IllegalStateException("a compressed text ends too early");
        }
        chars += Utf8.chars(bytes, size, size + inflated);
        size += inflated;
      }
      isComplete = inflater.finished();
    } catch (DataFormatException e) {
      throw new IllegalStateException("a compressed text is damaged", e);
    } finally {
      inflater.end();
    }
  }

  /** {@return about how many bytes a number of chars has, with the beginning of the next one} */
  private static long bytesOf(int length) {
    return (long) length + length / CHARS_OF_A_FURTHER_BYTE + LEAST;
  }
}
