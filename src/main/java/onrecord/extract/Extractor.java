package onrecord.extract;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;

/**
 * Finds the quotations of English news articles and attributes them to their speakers, by rules.
 * Immutable, thread-safe.
 *
 * <p>It finds words in double quotation marks, words in single quotation marks outside those, and
 * reported speech without quotation marks ({@link onrecord.model.QuotationKind#INDIRECT}). What is
 * quoted within a quotation belongs to it. Words in quotation marks that are not speech, such as
 * titles, nicknames and scare quotes, are left out; longer ones whose speaker is not found have
 * {@link onrecord.model.Speaker#UNKNOWN}. In an article that is not in English, only the words in
 * quotation marks are found, and their speakers are unknown.
 */
public final class Extractor implements QuotationExtractor {

  /** The version of the rules, which is raised with every change of what is found. */
  public static final String VERSION = "10";

  private final boolean apostrophePairs;
  private final boolean indirect;
  private final SpeakerAuthority authority;
  private final String version;

  /** Creates an extractor with the default settings of {@link #builder()}. */
  public Extractor() {
    this(builder());
  }

  private Extractor(Builder builder) {
    this.apostrophePairs = builder.apostrophePairs;
    this.indirect = builder.indirect;
    this.authority = builder.authority;
    this.version = version(builder);
  }

  private static String version(Builder builder) {
    StringBuilder version = new StringBuilder(VERSION);
    if (builder.apostrophePairs) {
      version.append("+apostrophe-pairs");
    }
    if (!builder.indirect) {
      version.append("+without-indirect");
    }
    if (!builder.authority.version().isEmpty()) {
      version.append('+').append(builder.authority.version());
    }
    return version.toString();
  }

  /** Returns a builder of an extractor, with the default settings until others are set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the settings of an {@link Extractor}. Not thread-safe. */
  public static final class Builder {
    private boolean apostrophePairs;
    private boolean indirect = true;
    private SpeakerAuthority authority = SpeakerAuthority.NONE;

    private Builder() {}

    /**
     * Sets whether two consecutive apostrophes ({@code ''}) are a double quotation mark, as in
     * texts of some news agencies and databases. By default they are not, and what they enclose is
     * left alone. Two that close what two grave accents opened (``...'') are one in any case.
     */
    @CanIgnoreReturnValue
    public Builder apostrophePairs(boolean value) {
      apostrophePairs = value;
      return this;
    }

    /**
     * Sets whether reported speech without quotation marks is found ({@link
     * QuotationKind#INDIRECT}). By default it is. Without it, the other quotations are the same and
     * found sooner.
     */
    @CanIgnoreReturnValue
    public Builder indirect(boolean value) {
      indirect = value;
      return this;
    }

    /**
     * Sets the list of known speakers, which gives a person the same name and id in all articles.
     * By default the list is empty.
     */
    @CanIgnoreReturnValue
    public Builder authority(SpeakerAuthority value) {
      authority = requireNonNull(value, "authority");
      return this;
    }

    /** Returns an extractor with these settings. */
    public Extractor build() {
      return new Extractor(this);
    }
  }

  /** {@return the list of known speakers} */
  public SpeakerAuthority authority() {
    return authority;
  }

  /**
   * {@inheritDoc}
   *
   * <p>It consists of {@link #VERSION} and, separated by plus signs, the settings that are not the
   * default and the version of the list of known speakers.
   */
  @Override
  public String version() {
    return version;
  }

  @Override
  public Quotation identify(Quotation quotation) {
    return authority.identify(quotation);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Any text gives a list; the time taken is linear in its length. An article that is
   * {@linkplain #isForLanguageOf not in English} gives its words in quotation marks, by unknown
   * speakers.
   */
  @Override
  public List<Quotation> extract(Article article) {
    if (!isForLanguageOf(article)) {
      return inOtherLanguage(article);
    }
    Tokens tokens = Tokenizer.tokenize(article.text(), apostrophePairs);
    List<Quoted> quoted = QuotationMarks.pair(tokens);
    if (quoted.isEmpty() && !indirect) {
      return List.of();
    }
    Analysis analysis = Analysis.of(tokens, quoted);
    Coreference coreference = new Coreference(analysis, new Names(analysis), article.authors());
    Attribution[] attributions = new Attributor(analysis).attribute();
    List<IndirectSpeech.Report> reports =
        indirect ? new IndirectSpeech(analysis, attributions).find() : List.of();
    return new Assembly(analysis, article, coreference)
        .quotations(attributions, reports).stream().map(authority::identify).toList();
  }

  private static List<Quotation> inOtherLanguage(Article article) {
    return MarkedWords.in(article.text()).stream()
        .map(words ->
            Quotation.builder(article, List.of(words))
                .kind(QuotationKind.DIRECT)
                .rule(Rule.OTHER_LANGUAGE.label())
                .build())
        .toList();
  }

  /**
   * {@return whether the article is in English: its language is given as English ("en", "en-GB",
   * "eng", "English"), or none is given and its text is not recognized as another language}
   */
  @Override
  public boolean isForLanguageOf(Article article) {
    return ArticleLanguage.isEnglish(article);
  }
}
