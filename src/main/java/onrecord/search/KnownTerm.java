package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.util.IOSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A term and where it is in the index. Thread-safe.
 *
 * @param term the term
 * @param states where it is
 */
record KnownTerm(Term term, TermStates states) {

  /** {@return terms, which are looked up} */
  static List<KnownTerm> of(IndexSearcher searcher, List<Term> terms, ScoreMode mode)
      throws IOException {
    List<KnownTerm> known = new ArrayList<>(terms.size());
    for (Term term : terms) {
      known.add(new KnownTerm(term, TermStates.build(searcher, term, mode.needsScores())));
    }
    return known;
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
