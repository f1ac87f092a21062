package onrecord.extract;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Quotation;

/**
 * Finds the quotations of an article and who said them: a pure function. Immutable, thread-safe.
 *
 * <p>Found are words in double quotation marks, words in single ones outside those, and reported
 * speech without marks ({@link onrecord.model.QuotationKind#INDIRECT}). What is quoted inside a
 * quotation belongs to it. Words in marks that are nobody's speech, such as titles, nicknames and
 * words the reporter doubts, are left out; longer ones whose speaker is not found come out with
 * {@link onrecord.model.Speaker#UNKNOWN}. All of it is by rules for English.
 */
public final class Extractor {

  /**
   * The version of the rules: an archive tells by it which articles a better extractor would
   * change.
   */
  public static final String VERSION = "3";

  private final boolean apostrophePairs;

  /** Makes an extractor with the default settings of {@link #builder()}. */
  public Extractor() {
    this(builder());
  }

  private Extractor(Builder builder) {
    this.apostrophePairs = builder.apostrophePairs;
  }

  /** Starts an extractor with settings of its own. */
  public static Builder builder() {
    return new Builder();
  }

  /** Gathers the settings of an {@link Extractor}. Not thread-safe. */
  public static final class Builder {
    private boolean apostrophePairs;

    private Builder() {}

    /**
     * Sets whether two apostrophes in a row ({@code ''}) are a double quotation mark, as in texts
     * of some news agencies and databases; by default they are not, and what they enclose is left
     * alone.
     */
    @CanIgnoreReturnValue
    public Builder apostrophePairs(boolean value) {
      apostrophePairs = value;
      return this;
    }

    /** {@return the extractor} */
    public Extractor build() {
      return new Extractor(this);
    }
  }

  /**
   * {@return the quotations of the article, in the order of its text}
   *
   * <p>Any text gives a list; the time taken is linear in its length.
   */
  public List<Quotation> extract(Article article) {
    Analysis analysis = Analysis.of(Tokenizer.tokenize(article.text(), apostrophePairs));
    Coreference coreference = new Coreference(analysis, new Names(analysis), article.authors());
    Attribution[] attributions = new Attributor(analysis).attribute();
    List<IndirectSpeech.Report> reports = new IndirectSpeech(analysis, attributions).find();
    return new Assembly(analysis, article, coreference).quotations(attributions, reports);
  }
}
