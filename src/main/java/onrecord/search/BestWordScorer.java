package onrecord.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.FreqAndNormBuffer;
import org.apache.lucene.index.Impacts;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Scores the documents of a segment that have any of several terms, except those whose scores are
 * too low. The most frequent term is read in blocks. If no document that has it alone can have the
 * required score, only documents with another term are looked at, and of these only the ones that
 * could have it together with the first term, by what the smallest block around them has of that.
 * Not thread-safe.
 */
final class BestWordScorer extends BulkScorer {

  private final ImpactsEnum lead;
  // Null if there is only one term.
  private final @Nullable PostingsEnum others;
  private final SimScorer similarity;
  private final @Nullable NumericDocValues norms;
  private final RequiredScore required;
  private final WordBulkScorer every;
  private final DocAndFloatFeatureBuffer read = new DocAndFloatFeatureBuffer();

  // The first document after the block, and the greatest score by the first term alone.
  private int end;
  private float greatestScore;

  // The first document after the small block, and the least frequency of the other terms with which
  // a document of it may have the required score.
  private int smallEnd;
  private int leastFrequency;

  // The documents of a small block that are to be scored, and the frequencies of the other terms.
  private int size;
  private int[] docs = {};
  private float[] frequencies = {};
  private long[] lengths = {};

  /**
   * Creates a scorer.
   *
   * @param lead the documents of the most frequent term, with frequencies
   * @param others the documents of the other terms, with the sums of their frequencies, or null
   * @param norms the lengths of the documents, if there are any
   */
  BestWordScorer(
      ImpactsEnum lead,
      @Nullable PostingsEnum others,
      SimScorer similarity,
      @Nullable NumericDocValues norms) {
    this.lead = lead;
    this.others = others;
    this.similarity = similarity;
    this.norms = norms;
    this.required = new RequiredScore(similarity);
    this.every =
        new WordBulkScorer(
            others == null ? List.of(lead) : List.of(lead, others), similarity, norms, required);
  }

  @Override
  public int score(LeafCollector collector, @Nullable Bits accepted, int min, int max)
      throws IOException {
    collector.setScorer(required);
    int doc = min;
    while (doc < max) {
      if (doc >= end) {
        beginBlock(doc);
      }
      int until = Math.min(end, max);
      if (greatestScore >= required.least()) {
        every.score(collector, accepted, doc, until);
      } else if (others != null) {
        scoreOthers(others, collector, accepted, doc, until);
      }
      doc = until;
    }
    return Math.max(max, next());
  }

  /** {@return the next document that may be scored} */
  private int next() {
    boolean isPassedOver = greatestScore < required.least();
    int next = isPassedOver ? Math.max(end, lead.docID()) : lead.docID();
    return others == null ? next : Math.min(next, others.docID());
  }

  /** Begins the greatest block from a document that can be passed over, or the next small one. */
  private void beginBlock(int doc) throws IOException {
    if (lead.docID() == DocIdSetIterator.NO_MORE_DOCS) {
      end = DocIdSetIterator.NO_MORE_DOCS;
      greatestScore = Float.NEGATIVE_INFINITY;
      return;
    }
    lead.advanceShallow(Math.max(doc, lead.docID()));
    Impacts impacts = lead.getImpacts();
    for (int level = impacts.numLevels() - 1; level >= 0; level--) {
      end = after(impacts.getDocIdUpTo(level));
      greatestScore = greatestScore(impacts.getImpacts(level), 0);
      if (greatestScore < required.least()) {
        return;
      }
    }
  }

  private static int after(int doc) {
    return doc == DocIdSetIterator.NO_MORE_DOCS ? doc : doc + 1;
  }

  /** {@return the greatest score of a block, with frequencies that are greater by a number} */
  private float greatestScore(FreqAndNormBuffer impacts, float more) {
    float greatest = 0;
    for (int i = 0; i < impacts.size; i++) {
      greatest = Math.max(greatest, similarity.score(impacts.freqs[i] + more, impacts.norms[i]));
    }
    return greatest;
  }

  /** Scores the documents of the other terms, in a block whose other documents are passed over. */
  private void scoreOthers(
      PostingsEnum found, LeafCollector collector, @Nullable Bits accepted, int from, int until)
      throws IOException {
    if (found.docID() < from) {
      found.advance(from);
    }
    while (found.docID() < until) {
      found.nextPostings(until, read);
      for (int i = 0; i < read.size; i++) {
        int doc = read.docs[i];
        if (doc >= smallEnd) {
          scoreListed(collector);
          beginSmallBlock(doc);
        }
        if (read.features[i] >= leastFrequency && (accepted == null || accepted.get(doc))) {
          add(doc, read.features[i]);
        }
      }
    }
    scoreListed(collector);
  }

  /** Begins the smallest block of a document; none before it may be scored any more. */
  private void beginSmallBlock(int doc) throws IOException {
    FreqAndNormBuffer impacts = new FreqAndNormBuffer();
    smallEnd = DocIdSetIterator.NO_MORE_DOCS;
    if (lead.docID() != DocIdSetIterator.NO_MORE_DOCS) {
      lead.advanceShallow(Math.max(doc, lead.docID()));
      Impacts here = lead.getImpacts();
      smallEnd = after(here.getDocIdUpTo(0));
      impacts = here.getImpacts(0);
    }
    leastFrequency = 1;
    while (leastFrequency < required.leastFrequency()
        && greatestScore(impacts, leastFrequency) < required.least()) {
      leastFrequency++;
    }
  }

  private void add(int doc, float frequency) {
    if (size == lengths.length) {
      int room = Math.max(Long.SIZE, 2 * size);
      docs = Arrays.copyOf(docs, room);
      frequencies = Arrays.copyOf(frequencies, room);
      lengths = Arrays.copyOf(lengths, room);
    }
    docs[size] = doc;
    frequencies[size++] = frequency;
  }

  private void scoreListed(LeafCollector collector) throws IOException {
    if (norms == null) {
      Arrays.fill(lengths, 0, size, RequiredScore.SHORTEST);
    } else if (size > 0) {
      norms.longValues(size, docs, lengths, RequiredScore.SHORTEST);
    }
    for (int i = 0; i < size; i++) {
      int doc = docs[i];
      int first = lead.docID() < doc ? lead.advance(doc) : lead.docID();
      // Frequencies and their sums are whole numbers, which are exact as floats.
      float sum = first == doc ? frequencies[i] + lead.freq() : frequencies[i];
      required.collect(collector, doc, similarity.score(sum, lengths[i]));
    }
    size = 0;
  }

  @Override
  public long cost() {
    return lead.cost() + (others == null ? 0 : others.cost());
  }
}
