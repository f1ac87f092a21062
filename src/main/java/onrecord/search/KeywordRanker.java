package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onrecord.query.Keyness;
import onrecord.query.Keywords;
import onrecord.query.Keywords.Keyword;
import onrecord.query.KeywordsRequest;
import onrecord.query.Selection;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Finds the words that distinguish some quotations from others. Not thread-safe. */
final class KeywordRanker {

  private final IndexReader reader;
  private final WordField exact;
  private final FixedBitSet results;
  private final FixedBitSet others;
  private final List<Count> counts = new ArrayList<>();
  private long words;
  private long otherWords;

  private record Count(String word, long count, long otherCount) {}

  /** Compares quotations with others, from which those in both sets are removed. */
  KeywordRanker(Snapshot snapshot, FixedBitSet results, FixedBitSet others) {
    this.reader = snapshot.reader();
    this.exact = WordField.exact(snapshot.stamp(), IndexField.QUOTE);
    this.results = results;
    this.others = others;
    others.andNot(results);
  }

  Keywords rank(Selection selection, KeywordsRequest request) throws IOException {
    // The postings contain the frequencies of the words in each quotation, so no text is read.
    Terms terms = MultiTerms.getTerms(reader, exact.name());
    if (terms != null) {
      count(terms.iterator());
    }
    TopN<Keyword> best =
        new TopN<>(
            Comparator.<Keyword>comparingDouble(word -> -word.g2()).thenComparing(Keyword::word),
            request.limit());
    counts.stream()
        .filter(c -> c.count() >= request.minimum())
        // Each side is the relative frequency of the word, times the words of both sets.
        .filter(c -> c.count() * otherWords > c.otherCount() * words)
        .map(c -> new Keyword(c.word(), c.count(), c.otherCount(), keyness(c).g2()))
        .forEach(best::offer);
    return new Keywords(
        selection,
        results.cardinality(),
        others.cardinality(),
        words,
        otherWords,
        best.offered(),
        best.inOrder());
  }

  private void count(TermsEnum terms) throws IOException {
    PostingsEnum postings = null;
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      Optional<String> word = exact.wordOf(term);
      if (word.isEmpty()) {
        continue;
      }
      postings = terms.postings(postings, PostingsEnum.FREQS);
      long count = 0;
      long otherCount = 0;
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (results.get(doc)) {
          count += postings.freq();
        } else if (others.get(doc)) {
          otherCount += postings.freq();
        }
      }
      words += count;
      otherWords += otherCount;
      if (count > 0) {
        counts.add(new Count(word.get(), count, otherCount));
      }
    }
  }

  private Keyness keyness(Count c) {
    return new Keyness(c.count(), c.otherCount(), words, otherWords);
  }
}
