package onrecord.search;

import java.io.IOException;
import java.util.List;
import onrecord.query.Facet;
import onrecord.query.InvalidSearchException;
import onrecord.query.OwnField;
import onrecord.query.Property;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.Selection;
import onrecord.query.Target;
import onrecord.schema.ArticleVisitor;
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
   * Passes on the ids of the articles that a query matches, each once and one by one.
   *
   * <p>A query on properties of articles only (headline, text, outlet, section, author, language,
   * tag, id, day of publication, arrival, fields of the owner) is matched against each article,
   * with or without quotations. Any other query is matched against the quotations, including
   * indirect ones, and selects the articles with at least one match.
   *
   * @return the number of articles
   * @throws InvalidSearchException if the query has too many clauses, or no word where one is
   *     required
   * @throws IOException if the index cannot be read, or the visitor throws it
   */
  public long forEach(Snapshot snapshot, Query query, ArticleVisitor visitor) throws IOException {
    Search search = Search.builder(query).kinds(Selection.ALL_KINDS).build();
    return SearchScope.run(
        snapshot,
        search,
        TimeLimit.NONE,
        scope ->
            forEach(
                snapshot.searcher(),
                isAboutArticles(query)
                    ? QueryTranslator.ofArticles(snapshot, search).filtered()
                    : scope.query().filtered(),
                visitor));
  }

  private static long forEach(
      IndexSearcher searcher, org.apache.lucene.search.Query query, ArticleVisitor visitor)
      throws IOException {
    long articles = 0;
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        SortedDocValues values = DocValues.getSorted(leaf.reader(), IndexField.ARTICLE_ID.field());
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator docs = scorer.iterator();
        // The documents of an article are adjacent.
        int last = -1;
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if ((live == null || live.get(doc))
              && values.advanceExact(doc)
              && values.ordValue() != last) {
            last = values.ordValue();
            visitor.visit(values.lookupOrd(last).utf8ToString());
            articles++;
          }
        }
      }
    }
    return articles;
  }

  private static boolean isAboutArticles(Query query) {
    return switch (query) {
      case Query.All q -> true;
      case Query.Text q ->
          switch (q.target()) {
            case OwnField field -> isOfArticles(field);
            case Target.Standard target -> IndexField.of(target).isOfArticles();
          };
      case Query.Named q ->
          switch (q.facet()) {
            case OwnField field -> isOfArticles(field);
            case Facet.Standard facet -> IndexField.of(facet).isOfArticles();
          };
      case Query.Ranged q -> isOfArticles(q.field());
      case Query.Exactly q -> q.property() == Property.ARTICLE;
      case Query.PublishedIn q -> true;
      case Query.ArrivedIn q -> true;
      case Query.And q -> areAboutArticles(q.queries());
      case Query.Or q -> areAboutArticles(q.queries());
      case Query.Not q -> isAboutArticles(q.query());
      case Query.SaidIn q -> false;
      case Query.MinConfidence q -> false;
      case Query.InArticle q -> false;
    };
  }

  private static boolean isOfArticles(OwnField field) {
    return field.owner() == OwnField.Owner.ARTICLE;
  }

  private static boolean areAboutArticles(List<Query> queries) {
    return queries.stream().allMatch(ArticleChoice::isAboutArticles);
  }
}
