package onrecord.extract;

import java.util.List;
import onrecord.model.Article;
import onrecord.model.Published;
import onrecord.model.Quotation;

/** Finds the quotations of an article: a pure function. Immutable, thread-safe. */
public final class Extractor {

  /**
   * The version of the rules: an archive tells by it which articles a better extractor would
   * change.
   */
  public static final String VERSION = "1";

  /** Makes an extractor with the rules and word lists of the library. */
  public Extractor() {}

  /**
   * {@return the quotations of the article, in the order of its text}
   *
   * <p>Any text gives a list; the time taken is linear in its length.
   */
  public List<Quotation> extract(Article article) {
    Tokens tokens = Tokenizer.tokenize(article.text(), false);
    List<Quoted> quoted = QuotationMarks.pair(tokens);
    WordShapes shapes = new WordShapes(tokens);
    Narrative narrative = new Narrative(tokens, quoted);
    Phrases phrases = new Phrases(tokens, quoted, shapes);
    Clauses clauses = new Clauses(narrative, phrases);
    Cast cast = new Cast(narrative, phrases, clauses, shapes);
    Finding[] findings = new Attributor(narrative, phrases, clauses).attribute();
    SaidDates dates =
        new SaidDates(narrative, clauses, article.published().map(Published::day).orElse(null));
    return new Assembly(article, narrative, phrases, cast, dates).quotations(findings);
  }
}
