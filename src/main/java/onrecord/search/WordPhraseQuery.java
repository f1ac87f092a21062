package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowImpactsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.ExactPhraseMatcher;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseMatcher;
import org.apache.lucene.search.PhraseQuery.PostingsAndFreq;
import org.apache.lucene.search.PhraseWeight;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SloppyPhraseMatcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * Finds consecutive words, each of which is indexed as one or as the other of two terms, or words
 * that are moved by at most a distance. A word that a segment has as one term alone costs no more
 * than a term. Immutable.
 */
final class WordPhraseQuery extends Query {

  private final String field;
  private final List<List<Term>> words;
  private final int slop;

  /**
   * Creates a query.
   *
   * @param field the field of all terms
   * @param words two or more words, each with its one or two terms
   * @param slop the distance
   * @throws IllegalArgumentException if there are fewer words
   */
  WordPhraseQuery(String field, List<List<Term>> words, int slop) {
    if (words.size() < 2) {
      throw new IllegalArgumentException("a phrase must have two words or more, but has " + words);
    }
    this.field = field;
    this.words = words.stream().map(List::copyOf).toList();
    this.slop = slop;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    List<List<KnownTerm>> known = new ArrayList<>();
    for (List<Term> word : words) {
      known.add(KnownTerm.of(searcher, word, mode));
    }
    return new PhraseWeight(this, field, searcher, mode) {
      @Override
      protected @Nullable SimScorer getStats(IndexSearcher ofWeight) throws IOException {
        return mode.needsScores() ? statistics(ofWeight, known, boost) : null;
      }

      @Override
      protected @Nullable PhraseMatcher getPhraseMatcher(
          LeafReaderContext leaf, SimScorer scorer, boolean isForPlaces) throws IOException {
        return new Segment(leaf, mode, known).matcher(scorer, isForPlaces);
      }
    };
  }

  private @Nullable SimScorer statistics(
      IndexSearcher searcher, List<List<KnownTerm>> known, float boost) throws IOException {
    List<TermStatistics> all = new ArrayList<>();
    // A term that is in the phrase twice counts twice, as in PhraseQuery of Lucene.
    for (KnownTerm each : known.stream().flatMap(List::stream).toList()) {
      @Nullable TermStatistics statistics = each.statistics(searcher);
      if (statistics != null) {
        all.add(statistics);
      }
    }
    return all.isEmpty()
        ? null
        : searcher
            .getSimilarity()
            .scorer(
                boost, searcher.collectionStatistics(field), all.toArray(TermStatistics[]::new));
  }

  /** A segment that is searched. Not thread-safe. */
  private final class Segment {
    private final LeafReaderContext leaf;
    private final ScoreMode mode;
    private final List<List<KnownTerm>> known;
    private float cost;

    Segment(LeafReaderContext leaf, ScoreMode mode, List<List<KnownTerm>> known) {
      this.leaf = leaf;
      this.mode = mode;
      this.known = known;
    }

    /** {@return what finds the phrase, or null if a word does not occur} */
    @Nullable PhraseMatcher matcher(SimScorer scorer, boolean isForPlaces) throws IOException {
      @Nullable Terms terms = leaf.reader().terms(field);
      if (terms == null) {
        return null;
      }
      TermsEnum all = terms.iterator();
      PostingsAndFreq[] postings = new PostingsAndFreq[words.size()];
      for (int i = 0; i < postings.length; i++) {
        List<PostingsEnum> found = postings(known.get(i), all);
        if (found.isEmpty()) {
          return null;
        }
        PostingsEnum either =
            found.size() == 1 ? found.getFirst() : new EitherPostings(found.get(0), found.get(1));
        postings[i] =
            new PostingsAndFreq(
                either,
                either instanceof ImpactsEnum impacts ? impacts : new SlowImpactsEnum(either),
                i,
                words.get(i));
      }
      if (slop > 0) {
        return new SloppyPhraseMatcher(postings, slop, mode, scorer, cost, isForPlaces);
      }
      Arrays.sort(postings);
      return new ExactPhraseMatcher(postings, mode, scorer, cost);
    }

    private List<PostingsEnum> postings(List<KnownTerm> word, TermsEnum all) throws IOException {
      List<PostingsEnum> found = new ArrayList<>();
      for (KnownTerm each : word) {
        if (each.seek(leaf, all)) {
          found.add(
              mode == ScoreMode.TOP_SCORES
                  ? all.impacts(PostingsEnum.POSITIONS)
                  : all.postings(null, PostingsEnum.POSITIONS));
          cost += EitherPostings.costOfPositions(all);
        }
      }
      return found;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    if (visitor.acceptField(field)) {
      QueryVisitor all = visitor.getSubVisitor(Occur.MUST, this);
      for (List<Term> word : words) {
        all.getSubVisitor(Occur.SHOULD, this).consumeTerms(this, word.toArray(Term[]::new));
      }
    }
  }

  @Override
  public String toString(String ofField) {
    return field + ":" + words + "~" + slop;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WordPhraseQuery query
        && field.equals(query.field)
        && words.equals(query.words)
        && slop == query.slop;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * field.hashCode() + words.hashCode()) + slop;
  }
}
