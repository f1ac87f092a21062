package onrecord.schema;

import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.CharFilter;

/**
 * Replaces unpaired surrogates of a text by U+FFFD, as an index stores them. A tokenizer would take
 * one at the end of a text for the end of all words. Not thread-safe.
 */
final class PairedSurrogates extends CharFilter {

  private static final int NONE = -1;
  private static final char REPLACEMENT = '\ufffd';

  // The character that follows what was read, if it had to be read to decide about the last one.
  private int next = NONE;
  private boolean isNextPaired;

  PairedSurrogates(Reader text) {
    super(text);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int from = offset;
    int end;
    if (next == NONE) {
      end = offset + input.read(target, offset, length);
    } else {
      target[offset] = (char) next;
      next = NONE;
      end = offset + 1;
      from += isNextPaired ? 1 : 0;
    }
    for (int at = from; at < end; at++) {
      boolean isHigh = Character.isHighSurrogate(target[at]);
      if (isHigh && at + 1 < end && Character.isLowSurrogate(target[at + 1])) {
        at++;
      } else if (isHigh && at + 1 == end && isBeforeLow()) {
        isNextPaired = true;
      } else if (Character.isSurrogate(target[at])) {
        target[at] = REPLACEMENT;
      }
    }
    return end > offset ? end - offset : NONE;
  }

  /** Reads the next character; returns whether it is a low surrogate. */
  private boolean isBeforeLow() throws IOException {
    next = input.read();
    isNextPaired = false;
    return next != NONE && Character.isLowSurrogate((char) next);
  }

  @Override
  protected int correct(int offset) {
    return offset;
  }
}
