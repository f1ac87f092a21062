package onrecord.schema;

import com.google.common.collect.AbstractIterator;
import java.util.Iterator;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Quotation;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an article: one for each quotation, each created on demand, then its own. The
 * terms of a document can be read once. Not thread-safe.
 */
public final class BlockDocuments extends AbstractIterator<Document> {

  private final Article article;
  private final Iterator<Quotation> quotations;
  private final ArticleMetadata metadata;
  private final ArticleWords words;
  private final SentenceWords.Writer sentences = new SentenceWords.Writer();
  private boolean isComplete;

  /**
   * Creates the documents.
   *
   * @param article the article
   * @param quotations its quotations, in the order of the text
   * @param metadata what is kept of the article besides
   */
  public BlockDocuments(Article article, List<Quotation> quotations, ArticleMetadata metadata) {
    this.article = article;
    this.quotations = quotations.iterator();
    this.metadata = metadata;
    this.words = ArticleWords.of(article.text());
  }

  /**
   * {@return the next document}
   *
   * @throws IllegalArgumentException if a name is too long for the index
   */
  @Override
  protected @Nullable Document computeNext() {
    if (quotations.hasNext()) {
      IndexedQuotation source = IndexedQuotation.of(article, quotations.next(), words);
      sentences.add(source.sentenceWords());
      Document document = QuotationDocument.of(source);
      metadata.arrival().ifPresent(time -> ArrivalFields.add(document, time.arrival()));
      return document;
    }
    if (isComplete) {
      return endOfData();
    }
    isComplete = true;
    Document document =
        ArticleDocument.of(new IndexedArticle(article, metadata, words, sentences.bytes()));
    metadata.arrival().ifPresent(time -> ArrivalFields.addToArticle(document, time));
    return document;
  }
}
