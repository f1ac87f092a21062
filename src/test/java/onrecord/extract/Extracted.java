package onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;

/** An article of a few sentences and what is extracted from it. */
record Extracted(Article article, List<Quotation> quotations) {

  static Extracted from(String text) {
    return from(Article.builder("a", text).build());
  }

  static Extracted from(String text, LocalDate published) {
    return from(Article.builder("a", text).published(Published.on(published)).build());
  }

  static Extracted from(Article article) {
    return new Extracted(article, new Extractor().extract(article));
  }

  /** {@return the words of each quotation, in the order of the text} */
  List<String> words() {
    return quotations.stream().map(Quotation::text).toList();
  }

  /** {@return an assertion on the one quotation of these words} */
  QuotationAssert quotation(String words) {
    assertThat(words()).as("quotations of <%s>", article.text()).containsOnlyOnce(words);
    return new QuotationAssert(quotations.get(words().indexOf(words)), article);
  }

  /** {@return an assertion on the quotation that is the only one} */
  QuotationAssert only() {
    assertThat(words()).as("quotations of <%s>", article.text()).hasSize(1);
    return new QuotationAssert(quotations.get(0), article);
  }

  /** Fails if a quotation was found. */
  void isNothing() {
    assertThat(words()).as("quotations of <%s>", article.text()).isEmpty();
  }
}
