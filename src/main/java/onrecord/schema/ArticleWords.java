package onrecord.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import onrecord.model.Span;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.AttributeFactory;
import org.apache.lucene.util.BytesRef;

/**
 * The words of the text of an article, as they are indexed: it is analyzed once for the article and
 * for the parts of it that are the words of a quotation or its sentences.
 *
 * <p>A text is split from left to right, and where one word ends, nothing before it has an effect
 * on the next one. The words of a part are therefore those of the text, unless the part begins or
 * ends within a word.
 *
 * <p>Not thread-safe.
 */
final class ArticleWords {

  private static final WordAnalyzer ANALYZER = new WordAnalyzer(WordAnalyzer.Form.BOTH);
  private static final String ANY_FIELD = "text";

  // The terms of all words, one after another.
  private byte[] terms;
  private int[] termEnds = new int[64];
  private int size;
  // Of each word: its first term, and where it is in the text.
  private int[] firstTerms = new int[64];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int words;

  private ArticleWords(int length) {
    this.terms = new byte[Math.max(64, length)];
  }

  /** {@return the words of a text} */
  static ArticleWords of(String text) {
    ArticleWords words = new ArticleWords(text.length());
    try (TokenStream tokens = ANALYZER.tokenStream(ANY_FIELD, text)) {
      TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (step.getPositionIncrement() > 0) {
          words.addWord(place.startOffset(), place.endOffset());
        }
        words.addTerm(term.getBytesRef());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    // The terms of the last word end where those of a next one would begin.
    words.addWord(text.length(), text.length());
    words.words--;
    return words;
  }

  private void addWord(int start, int end) {
    if (words == starts.length) {
      int length = ArrayUtil.oversize(words + 1, Integer.BYTES);
      firstTerms = Arrays.copyOf(firstTerms, length);
      starts = Arrays.copyOf(starts, length);
      ends = Arrays.copyOf(ends, length);
    }
    firstTerms[words] = size;
    starts[words] = start;
    ends[words++] = end;
  }

  private void addTerm(BytesRef term) {
    int from = termStart(size);
    terms = ArrayUtil.grow(terms, from + term.length);
    System.arraycopy(term.bytes, term.offset, terms, from, term.length);
    termEnds = ArrayUtil.grow(termEnds, size + 1);
    termEnds[size++] = from + term.length;
  }

  private int termStart(int term) {
    return term == 0 ? 0 : termEnds[term - 1];
  }

  /**
   * {@return the words of spans of the text, which are those of the spans joined by spaces; empty
   * if a span begins or ends within a word}
   */
  Optional<List<WordRange>> in(List<Span> spans) {
    List<WordRange> ranges = new ArrayList<>(spans.size());
    for (Span span : spans) {
      int first = firstAfter(span.start());
      int end = firstAfter(span.end());
      if (isWithinAWord(span.start(), first) || isWithinAWord(span.end(), end)) {
        return Optional.empty();
      }
      ranges.add(new WordRange(first, end));
    }
    return Optional.of(ranges);
  }

  /** {@return the first word that begins at a place or after it} */
  private int firstAfter(int place) {
    int found = Arrays.binarySearch(starts, 0, words, place);
    return found < 0 ? -found - 1 : found;
  }

  private boolean isWithinAWord(int place, int next) {
    return next > 0 && ends[next - 1] > place;
  }

  /** {@return the terms of all words} */
  TokenStream tokens() {
    return tokens(List.of(new WordRange(0, words)));
  }

  /** {@return the terms of some of the words, as if they were a text} */
  TokenStream tokens(List<WordRange> ranges) {
    return new Terms(ranges);
  }

  /** {@return some of the words, without case and accents} */
  List<String> words(List<WordRange> ranges) {
    List<String> found = new ArrayList<>();
    for (WordRange range : ranges) {
      for (int word = range.first(); word < range.end(); word++) {
        found.add(word(word));
      }
    }
    return found;
  }

  /** {@return a word, which is the last of its terms, after its mark if it has one} */
  private String word(int number) {
    int term = firstTerms[number + 1] - 1;
    int start = termStart(term) + (term > firstTerms[number] ? 1 : 0);
    return new String(terms, start, termEnds[term] - start, StandardCharsets.UTF_8);
  }

  /** The terms of some of the words. Not thread-safe. */
  private final class Terms extends TokenStream {
    private final BytesTermAttribute bytes = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef term = new BytesRef();
    private final List<WordRange> ranges;
    private int range;
    private int word;
    private int next;
    private int end;

    Terms(List<WordRange> ranges) {
      super(AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY);
      this.ranges = ranges;
    }

    @Override
    public boolean incrementToken() {
      while (next == end) {
        if (range == ranges.size()) {
          return false;
        }
        WordRange words = ranges.get(range++);
        word = words.first();
        next = firstTerms[word];
        end = firstTerms[words.end()];
      }
      boolean isFirst = next == firstTerms[word];
      word += isFirst ? 1 : 0;
      step.setPositionIncrement(isFirst ? 1 : 0);
      term.bytes = terms;
      term.offset = termStart(next);
      term.length = termEnds[next++] - term.offset;
      bytes.setBytesRef(term);
      return true;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      range = 0;
      next = 0;
      end = 0;
    }
  }
}
