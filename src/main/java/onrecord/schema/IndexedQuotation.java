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
 * @param words the words of the article
 */
record IndexedQuotation(
    Article article, Quotation quotation, List<Span> sentences, ArticleWords words)
    implements Indexed {

  /** Finds the sentences that contain a quotation. */
  static IndexedQuotation of(Article article, Quotation quotation, ArticleWords words) {
    return new IndexedQuotation(
        article, quotation, Sentences.around(article.text(), quotation.runs()), words);
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

  /** {@return the terms of the quotation} */
  IndexedTerms terms() {
    return words
        .in(quotation.runs())
        .<IndexedTerms>map(ranges -> new IndexedTerms.Analyzed(words.tokens(ranges)))
        .orElseGet(() -> new IndexedTerms.Plain(quotation.text()));
  }

  /** {@return the hash of the words of the quotation} */
  byte[] sameWords() {
    return words
        .in(quotation.runs())
        .map(words::words)
        .filter(known -> !known.isEmpty())
        .map(SameWords::hash)
        .orElseGet(() -> SameWords.hash(quotation.text()));
  }

  /**
   * {@return the words of the article that are those of the sentences; empty if there is no such
   * range of words}
   */
  Optional<List<WordRange>> sentenceWords() {
    return words.in(sentences).filter(WordRange::areInOrder);
  }

  /**
   * {@return the text of the sentences, joined by spaces, if the article does not have its words}
   */
  Optional<String> ownSentenceText() {
    return sentenceWords().isPresent()
        ? Optional.empty()
        : Optional.of(sentenceText(article.text(), sentences));
  }

  static String sentenceText(String text, List<Span> sentences) {
    return sentences.stream().map(s -> s.in(text)).collect(Collectors.joining(" "));
  }

  /** {@return the words that signal speech, in lower case} */
  Optional<String> cueText() {
    return quotation.cue().map(cue -> cue.in(article.text()).toLowerCase(Locale.ROOT));
  }
}
