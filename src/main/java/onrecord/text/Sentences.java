package onrecord.text;

import java.util.ArrayList;
import java.util.List;
import onrecord.model.Span;

/**
 * Finds the sentences around a span of a text. At most {@value #REACH} characters are read in each
 * direction, so that the time does not depend on the length of the text. Stateless, thread-safe.
 */
public final class Sentences {

  /** The maximum length of a sentence before or after a span, in characters. */
  public static final int REACH = 500;

  private Sentences() {}

  /**
   * {@return the sentences that contain the given spans, in order and without overlaps}
   *
   * @param spans the spans, in order
   */
  public static List<Span> around(String text, List<Span> spans) {
    List<Span> sentences = new ArrayList<>();
    for (Span span : spans) {
      Span sentence = new Span(start(text, span.start()), end(text, span.end()));
      if (!sentences.isEmpty() && sentence.start() <= sentences.getLast().end()) {
        Span last = sentences.removeLast();
        sentence = new Span(last.start(), Math.max(last.end(), sentence.end()));
      }
      sentences.add(sentence);
    }
    return sentences;
  }

  /**
   * {@return a span extended by a number of sentences before and after it}
   *
   * @param span the span, which consists of whole sentences
   * @param count the number of sentences on each side, 0 or more
   */
  public static Span widen(String text, Span span, int count) {
    int start = span.start();
    int end = span.end();
    for (int i = 0; i < count; i++) {
      start = start(text, skipBack(text, start));
      int next = skip(text, end, text.length());
      end = next < text.length() ? end(text, next) : end;
    }
    return new Span(start, end);
  }

  /** {@return where the sentence begins that the character at a place belongs to} */
  private static int start(String text, int at) {
    int last = Math.max(0, at - REACH);
    for (int i = Math.min(at, text.length() - 1); i > last; i--) {
      if (SentenceBoundary.isAt(text, i)) {
        return i;
      }
    }
    return last == 0 ? skip(text, 0, at) : wholeWord(text, last, at);
  }

  /** {@return where the first whole word begins after a cut, or the cut if there is none} */
  private static int wholeWord(String text, int cut, int at) {
    int i = cut;
    while (i < at && !SentenceBoundary.isSpace(text.charAt(i))) {
      i++;
    }
    return i < at ? skip(text, i, at) : cut;
  }

  /** {@return where the sentence ends that goes on at a place} */
  private static int end(String text, int at) {
    int last = Math.min(text.length(), at + REACH);
    int i = at + 1;
    while (i < last && !SentenceBoundary.isAt(text, i)) {
      i++;
    }
    int end = Math.min(i, last);
    if (end == last && last < text.length()) {
      while (end > at && !SentenceBoundary.isSpace(text.charAt(end))) {
        end--;
      }
      end = end > at ? end : last;
    }
    while (end > at && SentenceBoundary.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return Math.max(end, at);
  }

  private static int skip(String text, int from, int to) {
    int i = from;
    while (i < to && SentenceBoundary.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static int skipBack(String text, int at) {
    int i = at - 1;
    while (i > 0 && SentenceBoundary.isSpace(text.charAt(i))) {
      i--;
    }
    return Math.max(i, 0);
  }
}
