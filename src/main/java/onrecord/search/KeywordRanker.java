package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import onrecord.query.Keyness;
import onrecord.query.KeywordSign;
import onrecord.query.Keywords;
import onrecord.query.Keywords.Keyword;
import onrecord.query.KeywordsRequest;
import onrecord.query.Selection;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Finds the words that distinguish some quotations from others. Not thread-safe. */
final class KeywordRanker {

  private final KeywordsRequest request;
  private final Snapshot snapshot;
  private final TimeLimit time;
  private final FixedBitSet results;
  private final FixedBitSet others;
  private final List<Count> counts = new ArrayList<>();
  private long words;
  private long otherWords;

  private record Count(String word, long count, long otherCount) {}

  /** Compares quotations with others, from which those in both sets are removed. */
  KeywordRanker(KeywordsRequest request, Matches found, Matches against) throws IOException {
    this.request = request;
    this.snapshot = found.snapshot();
    this.time = found.time();
    this.results = found.documents();
    this.others = against.documents();
    others.andNot(results);
  }

  Keywords rank(Selection selection) throws IOException {
    WordPostings.forEach(snapshot, time, this::count);
    TopN<Keyword> best =
        new TopN<>(
            Comparator.<Keyword>comparingDouble(word -> -word.g2()).thenComparing(Keyword::word),
            request.limit());
    counts.stream()
        .filter(this::isWanted)
        .map(c -> new Keyword(c.word(), c.count(), c.otherCount(), keyness(c).g2()))
        .filter(word -> word.g2() >= request.minimumG2())
        .forEach(best::offer);
    return new Keywords(
        selection,
        request,
        results.cardinality(),
        others.cardinality(),
        words,
        otherWords,
        best.offered(),
        best.inOrder());
  }

  private void count(String word, PostingsEnum postings) throws IOException {
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
    long moreFrequent = request.sign() == KeywordSign.POSITIVE ? count : otherCount;
    if (moreFrequent >= request.minimum()) {
      counts.add(new Count(word, count, otherCount));
    }
  }

  private boolean isWanted(Count c) {
    // Each is the relative frequency of the word, times the words of both sets.
    long here = c.count() * otherWords;
    long elsewhere = c.otherCount() * words;
    return request.sign() == KeywordSign.POSITIVE ? here > elsewhere : here < elsewhere;
  }

  private Keyness keyness(Count c) {
    return new Keyness(c.count(), c.otherCount(), words, otherWords);
  }
}
