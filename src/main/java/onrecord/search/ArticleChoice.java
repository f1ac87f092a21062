package onrecord.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onrecord.query.InvalidSearchException;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.schema.Schema;
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

/** Chooses whole articles by a query. Thread-safe. */
public final class ArticleChoice {

  /** Makes a choice. */
  public ArticleChoice() {}

  /**
   * {@return the ids of the articles that a query is true of}
   *
   * <p>A query about articles alone (headline, text, outlet, section, author, language, tag, id,
   * day of publication) is asked of each article, whether it has quotations or not. Any other is
   * asked of the quotations, indirect ones too; then it is the articles with at least one that
   * matches.
   *
   * @throws InvalidSearchException if the query has more parts than the index takes, or no word
   *     where it needs one
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
        SortedDocValues values = DocValues.getSorted(leaf.reader(), Schema.ARTICLE_ID);
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
      case Query.Text q ->
          switch (q.target()) {
            case TITLE, TEXT, OUTLET, SECTION, AUTHOR, LANGUAGE, TAG -> true;
            case QUOTE, SENTENCE, SPEAKER, ABOUT, CUE -> false;
          };
      case Query.Named q ->
          switch (q.facet()) {
            case OUTLET, SECTION, AUTHOR, LANGUAGE, TAG, PUBLISHED -> true;
            default -> false;
          };
      case Query.ArticleId q -> true;
      case Query.PublishedIn q -> true;
      case Query.And q -> areAboutArticles(q.queries());
      case Query.Or q -> areAboutArticles(q.queries());
      case Query.Not q -> isAboutArticles(q.query());
      default -> false;
    };
  }

  private static boolean areAboutArticles(List<Query> queries) {
    return queries.stream().allMatch(ArticleChoice::isAboutArticles);
  }
}
