package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.schema.IndexField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the first hits of a query in the order of the ids of their articles by these ids, if many
 * articles have hits: other articles are not visited. Immutable.
 *
 * @param searcher searches the archive
 */
record LeastIds(IndexSearcher searcher) {

  /** Looking so many ids up costs as much as visiting all articles of an archive. */
  private static final int MAX_IDS = 1_000;

  /** Looking an id up costs as much as visiting the articles of so many documents. */
  private static final int DOCUMENTS_OF_AN_ID = 20_000;

  /** How many more ids are tried, if those before have too few hits. */
  private static final int MORE = 4;

  /**
   * {@return whether it is faster to look ids up for a number of hits than to visit all articles}
   */
  boolean areFewFor(int size) {
    return (long) size * DOCUMENTS_OF_AN_ID <= searcher.getIndexReader().maxDoc();
  }

  /**
   * {@return the first hits, or empty if they are not found among a limited number of ids}
   *
   * @param size the number of hits that the collector finds
   * @param from the least id of their articles
   * @param first creates a collector of the first hits
   */
  Optional<TopFieldDocs> first(Query query, int size, BytesRef from, TopFieldCollectorManager first)
      throws IOException {
    for (int count = size; count <= MAX_IDS; count *= MORE) {
      List<BytesRef> ids = ids(from, count);
      Query among =
          new BooleanQuery.Builder()
              .add(query, Occur.FILTER)
              .add(new TermInSetQuery(IndexField.ARTICLE_ID.field(), ids), Occur.FILTER)
              .build();
      TopFieldDocs found = searcher.search(among, first);
      if (found.scoreDocs.length == size || ids.size() < count) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private List<BytesRef> ids(BytesRef from, int count) throws IOException {
    Terms all = MultiTerms.getTerms(searcher.getIndexReader(), IndexField.ARTICLE_ID.field());
    TermsEnum terms = all == null ? TermsEnum.EMPTY : all.iterator();
    List<BytesRef> ids = new ArrayList<>();
    boolean isAtTerm = terms.seekCeil(from) != TermsEnum.SeekStatus.END;
    while (isAtTerm && ids.size() < count) {
      ids.add(BytesRef.deepCopyOf(terms.term()));
      isAtTerm = terms.next() != null;
    }
    return ids;
  }
}
