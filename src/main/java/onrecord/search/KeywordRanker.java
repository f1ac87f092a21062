package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.query.Keywords;
import onrecord.query.Keywords.Keyword;
import onrecord.query.KeywordsRequest;
import onrecord.schema.IndexField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Finds the words that set some quotations apart from others. Not thread-safe. */
final class KeywordRanker {

  private final IndexReader reader;
  private final FixedBitSet results;
  private final FixedBitSet others;
  private final List<Count> counts = new ArrayList<>();
  private long words;
  private long otherWords;

  private record Count(String word, long count, long otherCount) {}

  /** Compares quotations with others; those that are both are left out of the others. */
  KeywordRanker(IndexReader reader, FixedBitSet results, FixedBitSet others) {
    this.reader = reader;
    this.results = results;
    this.others = others;
    others.andNot(results);
  }

  Keywords rank(KeywordsRequest request) throws IOException {
    // In the index the words of a quotation stand with how often they do, so no text is read.
    Terms terms = MultiTerms.getTerms(reader, IndexField.QUOTE.words());
    if (terms != null) {
      count(terms.iterator());
    }
    TopN<Keyword> best =
        new TopN<>(
            Comparator.<Keyword>comparingDouble(word -> -word.g2()).thenComparing(Keyword::word),
            request.limit());
    counts.stream()
        .filter(c -> c.count() >= request.minimum())
        // Both sides are the share of the word, times the words of results and others.
        .filter(c -> c.count() * otherWords > c.otherCount() * words)
        .map(c -> new Keyword(c.word(), c.count(), c.otherCount(), g2(c)))
        .forEach(best::offer);
    return new Keywords(
        results.cardinality(),
        others.cardinality(),
        words,
        otherWords,
        best.offered(),
        best.inOrder());
  }

  private void count(TermsEnum terms) throws IOException {
    PostingsEnum postings = null;
    while (terms.next() != null) {
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
        counts.add(new Count(terms.term().utf8ToString(), count, otherCount));
      }
    }
  }

  /** The log-likelihood ratio as {@link Keywords} defines it. */
  private double g2(Count c) {
    double expected = (double) (c.count() + c.otherCount()) / (words + otherWords);
    return 2
        * (weighed(c.count(), words * expected) + weighed(c.otherCount(), otherWords * expected));
  }

  private static double weighed(long count, double expected) {
    return count == 0 ? 0 : count * Math.log(count / expected);
  }
}
