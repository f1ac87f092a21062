package onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOBooleanSupplier;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A term and where it is in the index. Thread-safe.
 *
 * @param term the term
 * @param states where it is
 */
record KnownTerm(Term term, TermStates states) {

  /** {@return terms of one field, which are looked up} */
  static List<KnownTerm> of(IndexSearcher searcher, List<Term> terms, ScoreMode mode)
      throws IOException {
    List<KnownTerm> known = new ArrayList<>(terms.size());
    if (mode.needsScores()) {
      Places places = Places.of(searcher.getLeafContexts(), terms.getFirst().field());
      for (Term term : terms) {
        known.add(
            new KnownTerm(
                term, places.of(term.bytes(), new TermStates(searcher.getTopReaderContext()))));
      }
    } else {
      for (Term term : terms) {
        known.add(new KnownTerm(term, TermStates.build(searcher, term, false)));
      }
    }
    return known;
  }

  /**
   * The terms of each segment, which are opened once for all terms that are looked up; null where a
   * segment has none. Not thread-safe.
   */
  private static final class Places {
    private final @Nullable TermsEnum[] bySegment;

    private Places(@Nullable TermsEnum[] bySegment) {
      this.bySegment = bySegment;
    }

    static Places of(List<LeafReaderContext> leaves, String field) throws IOException {
      @Nullable TermsEnum[] places = new TermsEnum[leaves.size()];
      for (LeafReaderContext leaf : leaves) {
        @Nullable Terms all = leaf.reader().terms(field);
        places[leaf.ord] = all == null ? null : all.iterator();
      }
      return new Places(places);
    }

    /** Looks a term up; all segments begin to read it before the first has to be waited for. */
    TermStates of(BytesRef term, TermStates found) throws IOException {
      @Nullable IOBooleanSupplier[] begun = new IOBooleanSupplier[bySegment.length];
      for (int i = 0; i < begun.length; i++) {
        @Nullable TermsEnum place = bySegment[i];
        begun[i] = place == null ? null : place.prepareSeekExact(term);
      }
      for (int i = 0; i < begun.length; i++) {
        @Nullable IOBooleanSupplier seeking = begun[i];
        @Nullable TermsEnum place = bySegment[i];
        if (place != null && seeking != null && seeking.get()) {
          found.register(place.termState(), i, place.docFreq(), place.totalTermFreq());
        }
      }
      return found;
    }
  }

  /** {@return whether an index has any of several terms of one field} */
  static boolean isAnyKnown(IndexReader reader, List<Term> terms) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        @Nullable Terms all = leaf.reader().terms(terms.getFirst().field());
        if (all != null && hasAny(all.iterator(), terms)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean hasAny(TermsEnum place, List<Term> terms) throws IOException {
    for (Term term : terms) {
      if (place.seekExact(term.bytes())) {
        return true;
      }
    }
    return false;
  }

  /** {@return the statistics of the term, or null if no document has it} */
  @Nullable TermStatistics statistics(IndexSearcher searcher) throws IOException {
    return states.docFreq() == 0
        ? null
        : searcher.termStatistics(term, states.docFreq(), states.totalTermFreq());
  }

  /** Goes to the term among the terms of a segment; returns whether the segment has it. */
  boolean seek(LeafReaderContext leaf, TermsEnum terms) throws IOException {
    @Nullable IOSupplier<TermState> state = states.get(leaf);
    @Nullable TermState here = state == null ? null : state.get();
    if (here != null) {
      terms.seekExact(term.bytes(), here);
    }
    return here != null;
  }
}
