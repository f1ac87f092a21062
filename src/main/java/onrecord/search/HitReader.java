package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onrecord.model.Published;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.ArticleReference;
import onrecord.query.Highlights;
import onrecord.query.Hit;
import onrecord.schema.QuotationDocument;
import onrecord.schema.Schema;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Reads hits from an index, with the places where the query matched. Not thread-safe. */
final class HitReader {

  private final List<LeafReaderContext> leaves;
  private final StoredFields stored;
  private final Optional<Weight> highlighted;

  /** Reads without or, if a query is given, with the places where it matched. */
  HitReader(IndexSearcher searcher, Optional<Query> query) throws IOException {
    this.leaves = searcher.getLeafContexts();
    this.stored = searcher.storedFields();
    this.highlighted =
        query.isEmpty()
            ? Optional.empty()
            : Optional.of(
                searcher.createWeight(
                    searcher.rewrite(query.get()), ScoreMode.COMPLETE_NO_SCORES, 1));
  }

  Hit read(ScoreDoc hit) throws IOException {
    Document document = stored.document(hit.doc);
    Quotation quotation = QuotationDocument.read(document);
    return new Hit(
        quotation, article(document), hit.score, highlights(hit.doc, document, quotation));
  }

  private static ArticleReference article(Document document) {
    return new ArticleReference(
        document.get(Schema.ARTICLE_ID),
        document.get(Schema.TITLE),
        Optional.ofNullable(document.get(Schema.PUBLISHED)).map(Published::parse),
        Optional.ofNullable(document.get(Schema.OUTLET)),
        Optional.ofNullable(document.get(Schema.URL)));
  }

  private Highlights highlights(int doc, Document document, Quotation quotation)
      throws IOException {
    if (highlighted.isEmpty()) {
      return Highlights.NONE;
    }
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    Matches matches = highlighted.get().matches(leaf, doc - leaf.docBase);
    if (matches == null) {
      return Highlights.NONE;
    }
    List<Span> inQuotation = places(matches, Schema.QUOTE);
    List<Span> inSentence = places(matches, Schema.SENTENCE);
    List<Span> inArticle = new ArrayList<>(Highlighting.inArticle(inQuotation, quotation.runs()));
    if (!inSentence.isEmpty()) {
      inArticle.addAll(
          Highlighting.inArticle(inSentence, QuotationDocument.readSentences(document)));
    }
    return new Highlights(inQuotation, Highlighting.merge(inArticle));
  }

  /** {@return where a field or its exact form matches} */
  private static List<Span> places(Matches matches, String field) throws IOException {
    List<Span> spans = new ArrayList<>();
    for (String form : List.of(field, Schema.exact(field))) {
      MatchesIterator places = matches.getMatches(form);
      while (places != null && places.next()) {
        spans.add(new Span(places.startOffset(), places.endOffset()));
      }
    }
    return Highlighting.merge(spans);
  }
}
