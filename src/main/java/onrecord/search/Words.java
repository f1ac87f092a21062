package onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Splits texts into words as the index does. Thread-safe. */
final class Words {

  private final Analyzer analyzer = Schema.analyzer();

  /**
   * A word of a text.
   *
   * @param term the word without case and accents
   * @param start its start in the text
   * @param end its end in the text
   */
  record Word(String term, int start, int end) {}

  List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(IndexField.QUOTE.words(), text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(new Word(term.toString(), place.startOffset(), place.endOffset()));
      }
      stream.end();
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  List<String> terms(String text) {
    return of(text).stream().map(Word::term).toList();
  }

  /** {@return all different sequences of {@code size} consecutive words} */
  static Set<List<String>> shingles(List<String> words, int size) {
    Set<List<String>> shingles = new LinkedHashSet<>();
    for (int i = 0; i + size <= words.size(); i++) {
      shingles.add(words.subList(i, i + size));
    }
    return shingles;
  }
}
