package onrecord.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.text.Sentences;

/**
 * The source of the document of a quotation.
 *
 * @param article the article that contains the quotation
 * @param quotation the quotation
 * @param sentences the sentences of the article that contain its runs
 */
record IndexedQuotation(Article article, Quotation quotation, List<Span> sentences)
    implements Indexed {

  /** Finds the sentences that contain a quotation. */
  static IndexedQuotation of(Article article, Quotation quotation) {
    return new IndexedQuotation(
        article, quotation, Sentences.around(article.text(), quotation.runs()));
  }

  @Override
  public String type() {
    return Schema.QUOTATION;
  }

  @Override
  public String name() {
    return "quotation " + quotation.id();
  }

  /** What the article stores is not stored again, and the rest is in the parts. */
  @Override
  public boolean stores() {
    return false;
  }

  /** The words of a text that the article has are indexed once, in its own document. */
  @Override
  public boolean owns(IndexField field) {
    return !field.isOfArticles();
  }

  @Override
  public boolean owns(OwnIndexField field) {
    return !field.isSearchedInArticles();
  }

  /** {@return the text of the sentences, joined by spaces} */
  String sentenceText() {
    return sentenceText(article.text(), sentences);
  }

  static String sentenceText(String text, List<Span> sentences) {
    return sentences.stream().map(s -> s.in(text)).collect(Collectors.joining(" "));
  }

  /** {@return the words that signal speech, in lower case} */
  Optional<String> cueText() {
    return quotation.cue().map(cue -> cue.in(article.text()).toLowerCase(Locale.ROOT));
  }
}
