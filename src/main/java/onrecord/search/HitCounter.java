package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.Snapshot;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts the quotations found and the articles that contain them, finds the first ones in the order
 * of a search, and keeps all of them if they are counted by facets: in one pass.
 *
 * @param snapshot what is searched
 * @param first finds the first quotations
 * @param kept what is kept of the others
 */
record HitCounter(Snapshot snapshot, FirstHits first, Kept kept)
    implements CollectorManager<HitCollector, HitCounter.Counted> {

  private static final Term QUOTATION = new Term(IndexField.TYPE.field(), Schema.QUOTATION);

  /** What is kept of the quotations found. */
  enum Kept {
    NOTHING,
    DOCUMENTS
  }

  /**
   * What was found.
   *
   * @param quotations the number of quotations
   * @param articles the number of articles that contain them
   * @param first the first quotations, none if they are not requested
   * @param documents the documents of all quotations, none if they are not kept
   */
  record Counted(long quotations, long articles, TopFieldDocs first, List<MatchingDocs> documents) {

    Counted {
      documents = List.copyOf(documents);
    }

    /** {@return the same counts with other quotations} */
    Counted with(TopFieldDocs others) {
      return new Counted(quotations, articles, others, documents);
    }
  }

  @Override
  public HitCollector newCollector() {
    return new HitCollector(
        snapshot, first.candidates(), kept == Kept.NOTHING ? null : new KeptDocuments());
  }

  @Override
  public Counted reduce(Collection<HitCollector> parts) throws IOException {
    List<Candidates> found = new ArrayList<>();
    List<MatchingDocs> documents = new ArrayList<>();
    long quotations = 0;
    long articles = 0;
    for (HitCollector part : parts) {
      quotations += part.quotations();
      articles += part.articles();
      found.add(part.candidates());
      documents.addAll(part.documents());
    }
    documents.sort(Comparator.comparingInt(part -> part.context().ord));
    return new Counted(quotations, articles, first.of(found), documents);
  }

  /**
   * {@return what a search for every quotation finds} Of most articles, only the place where they
   * end is read, not each quotation: the quotations of an article come right before it, and are
   * deleted with it.
   *
   * @param leftOut the term of the quotations that are not searched, if there are any
   */
  Counted countAll(Optional<Term> leftOut) throws IOException {
    HitCollector collector = newCollector();
    for (LeafReaderContext leaf : snapshot.reader().leaves()) {
      if (leaf.reader().docFreq(QUOTATION) > 0) {
        @Nullable DocIdSetIterator others =
            leftOut.isEmpty() ? null : leaf.reader().postings(leftOut.get(), PostingsEnum.NONE);
        if (others == null
            && first == FirstHits.NONE
            && kept == Kept.NOTHING
            && leaf.reader().getLiveDocs() == null
            && snapshot.articles(leaf) instanceof FixedBitSet ends) {
          collector.countAll(ends);
        } else {
          collector.collectAll(leaf, others == null ? DocIdSetIterator.empty() : others);
        }
      }
    }
    return reduce(List.of(collector));
  }
}
