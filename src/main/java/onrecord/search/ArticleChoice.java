package onrecord.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.schema.IndexField;
import onrecord.schema.Snapshot;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Selects whole articles by a query. Thread-safe. */
public final class ArticleChoice {

  /** Creates a selection of articles. */
  public ArticleChoice() {}

  /**
   * {@return the ids of the articles that a query matches}
   *
   * <p>A query on properties of articles only (headline, text, outlet, section, author, language,
   * tag, id, day of publication) is matched against each article, with or without quotations. Any
   * other query is matched against the quotations, including indirect ones, and selects the
   * articles with at least one match.
   *
   * @throws InvalidSearchException if the query has too many clauses, or no word where one is
   *     required
   * @throws IOException if the index cannot be read
   */
  public Set<String> ids(Snapshot snapshot, Query query) throws IOException {
    Search search = Search.builder(query).indirect(true).build();
    return SearchScope.run(
        snapshot,
        search,
        TimeLimit.NONE,
        scope ->
            ids(
                snapshot.searcher(),
                isAboutArticles(query)
                    ? QueryTranslator.ofArticles(snapshot, search).filtered()
                    : scope.query().filtered()));
  }

  private static Set<String> ids(IndexSearcher searcher, org.apache.lucene.search.Query query)
      throws IOException {
    Set<String> ids = new HashSet<>();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), IndexField.ARTICLE_ID.field());
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator docs = scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
            ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
          }
        }
      }
    }
    return ids;
  }

  private static boolean isAboutArticles(Query query) {
    return switch (query) {
      case Query.All q -> true;
      case Query.Text q -> IndexField.of(q.target()).isOfArticles();
      case Query.Named q -> IndexField.of(q.facet()).isOfArticles();
      case Query.ArticleId q -> true;
      case Query.PublishedIn q -> true;
      case Query.And q -> areAboutArticles(q.queries());
      case Query.Or q -> areAboutArticles(q.queries());
      case Query.Not q -> isAboutArticles(q.query());
      case Query.SaidIn q -> false;
      case Query.MinConfidence q -> false;
      case Query.InArticle q -> false;
    };
  }

  private static boolean areAboutArticles(List<Query> queries) {
    return queries.stream().allMatch(ArticleChoice::isAboutArticles);
  }
}
