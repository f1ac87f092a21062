package onrecord.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.similarities.Similarity.BulkSimScorer;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * Scores the documents of a segment that have any of several terms, with the sum of their
 * frequencies: those of one window of documents after another. Not thread-safe.
 */
final class WordBulkScorer extends BulkScorer {

  /** The number of documents of a window, a multiple of 64. */
  private static final int WINDOW = 1024;

  /** The number of documents that are scored at once. */
  private static final int BATCH = 128;

  private final List<PostingsEnum> terms;
  private final BulkSimScorer similarity;
  private final @Nullable NumericDocValues norms;
  private final RequiredScore required;
  private final DocAndFloatFeatureBuffer read = new DocAndFloatFeatureBuffer();

  // The documents of the window as bits, and their frequencies; no bit is set between two windows.
  private final long[] found = new long[WINDOW / Long.SIZE];
  private final float[] frequencies = new float[WINDOW];

  // The documents that are scored next.
  private int size;
  private final int[] docs = new int[BATCH];
  private final float[] sums = new float[BATCH];
  private final long[] lengths = new long[BATCH];
  private final float[] scores = new float[BATCH];

  /**
   * Creates a scorer.
   *
   * @param terms the documents of each term, with frequencies
   * @param norms the lengths of the documents, if there are any
   * @param required the score that is required, and that of the document that is collected
   */
  WordBulkScorer(
      List<? extends PostingsEnum> terms,
      SimScorer similarity,
      @Nullable NumericDocValues norms,
      RequiredScore required) {
    this.terms = List.copyOf(terms);
    this.required = required;
    this.similarity = similarity.asBulkSimScorer();
    this.norms = norms;
  }

  @Override
  public int score(LeafCollector collector, @Nullable Bits accepted, int min, int max)
      throws IOException {
    collector.setScorer(required);
    int next = DocIdSetIterator.NO_MORE_DOCS;
    for (PostingsEnum term : terms) {
      next = Math.min(next, term.docID() < min ? term.advance(min) : term.docID());
    }
    while (next < max) {
      int start = next;
      int end = (int) Math.min(max, (long) start + WINDOW);
      next = DocIdSetIterator.NO_MORE_DOCS;
      for (PostingsEnum term : terms) {
        next = Math.min(next, read(term, start, end));
      }
      collect(start, end, collector, accepted);
    }
    return next;
  }

  /** Adds the frequencies of a term in a window; returns the first document after it. */
  private int read(PostingsEnum term, int start, int end) throws IOException {
    while (term.docID() < end) {
      term.nextPostings(end, read);
      for (int i = 0; i < read.size; i++) {
        int place = read.docs[i] - start;
        found[place / Long.SIZE] |= 1L << place;
        frequencies[place] += read.features[i];
      }
    }
    return term.docID();
  }

  /** Collects the documents of a window that are accepted, and empties it. */
  private void collect(int start, int end, LeafCollector collector, @Nullable Bits accepted)
      throws IOException {
    int least = required.leastFrequency();
    for (int word = 0; word <= (end - start - 1) / Long.SIZE; word++) {
      for (long bits = found[word]; bits != 0; bits &= bits - 1) {
        int place = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        if (frequencies[place] >= least && (accepted == null || accepted.get(start + place))) {
          docs[size] = start + place;
          sums[size++] = frequencies[place];
        }
        frequencies[place] = 0;
        if (size == BATCH) {
          collect(collector);
        }
      }
      found[word] = 0;
    }
    collect(collector);
  }

  /** Collects the documents that are listed. */
  private void collect(LeafCollector collector) throws IOException {
    if (norms == null) {
      Arrays.fill(lengths, 0, size, 1);
    } else {
      norms.longValues(size, docs, lengths, 1);
    }
    similarity.score(size, sums, lengths, scores);
    for (int i = 0; i < size; i++) {
      required.collect(collector, docs[i], scores[i]);
    }
    size = 0;
  }

  @Override
  public long cost() {
    return terms.stream().mapToLong(PostingsEnum::cost).sum();
  }
}
