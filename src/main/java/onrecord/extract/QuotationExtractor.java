package onrecord.extract;

import java.util.List;
import onrecord.model.Article;
import onrecord.model.Quotation;

/**
 * Finds the quotations of an article and attributes them to their speakers. {@link Extractor} does
 * so by rules for English; an application gives an archive another one by {@code
 * ArchiveOptions.builder().extractor(...)}. Implementations are thread-safe.
 */
public interface QuotationExtractor {

  /**
   * Returns the quotations of an article, in the order of its text.
   *
   * <p>The result depends on the article, the {@linkplain #version version} and nothing else.
   *
   * @param article the article, with any text
   * @return the quotations, whose spans lie in the article's text and whose ids differ
   */
  List<Quotation> extract(Article article);

  /**
   * Returns the version of this extractor. It names everything that the quotations of an article
   * depend on: the rules, the settings and the list of known speakers. An archive stores it with
   * each article and extracts the article again when it differs.
   *
   * @return the version, not blank
   */
  String version();

  /**
   * Returns whether this extractor is made for the language that an article is in. An archive
   * counts the articles of other languages ({@code AddReport.otherLanguage}). By default, it is
   * made for every language.
   */
  default boolean isForLanguageOf(Article article) {
    return true;
  }

  /**
   * Returns a quotation that was found by other means with its speaker identified as this extractor
   * identifies speakers. An archive calls this for quotations that it is given. By default, the
   * quotation is returned as it is.
   */
  default Quotation identify(Quotation quotation) {
    return quotation;
  }
}
