package onrecord.model;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that somebody is reported to have said, with the evidence for the attribution. Immutable.
 *
 * @param id the identifier of the quotation: the article's id, "#", and the start of the first run;
 *     it is the same whenever the same article is read
 * @param text the words: the runs, joined by spaces
 * @param kind how the words are reported
 * @param runs the spans of the words, in text order and without the outer quotation marks; more
 *     than one if the cue interrupts the words or they continue over several paragraphs
 * @param speaker who said them; {@link Speaker#UNKNOWN} if the quotation could not be attributed
 * @param mention where the text names, describes or refers to the speaker ("he")
 * @param cue the word or words that signal speech ("said", "according to")
 * @param said when they were said, if the sentence of the cue states it
 * @param confidence how likely it is that the speaker is correct, 0 to 1
 * @param rule the name of the rule that attributed them
 * @param about the people and organizations named in the words, each once, in text order
 * @param fields the fields that the owner of the archive has added to the quotation, such as the
 *     labels of coders
 */
public record Quotation(
    String id,
    String text,
    QuotationKind kind,
    List<Span> runs,
    Speaker speaker,
    Optional<Span> mention,
    Optional<Span> cue,
    Optional<Said> said,
    double confidence,
    String rule,
    List<String> about,
    Fields fields) {

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if there are no runs, the runs overlap or are out of order,
   *     the confidence is not between 0 and 1, or the id, the text or the rule is blank
   */
  public Quotation {
    requireText("id", id);
    requireText("text", text);
    requireNonNull(kind, "kind");
    runs = List.copyOf(runs);
    requireNonNull(speaker, "speaker");
    requireNonNull(mention, "mention");
    requireNonNull(cue, "cue");
    requireNonNull(said, "said");
    requireText("rule", rule);
    about = List.copyOf(about);
    requireNonNull(fields, "fields");
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("runs of quotation " + id + " must not be empty");
    }
    for (int i = 1; i < runs.size(); i++) {
      if (runs.get(i).start() < runs.get(i - 1).end()) {
        throw new IllegalArgumentException(
            "runs of quotation " + id + " must be in order and must not overlap, but were " + runs);
      }
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "confidence of quotation " + id + " must be 0 to 1, but was " + confidence);
    }
  }

  private static void requireText(String field, String value) {
    if (requireNonNull(value, field).isBlank()) {
      throw new IllegalArgumentException(
          field + " of a quotation must not be blank, but was '" + value + "'");
    }
  }

  /** {@return this quotation with other fields of the owner of the archive} */
  public Quotation withFields(Fields others) {
    return new Quotation(
        id, text, kind, runs, speaker, mention, cue, said, confidence, rule, about, others);
  }

  /**
   * Returns a builder for a quotation whose id and text are derived from the article and the runs.
   * By default, its kind is DIRECT, its speaker is unknown, its confidence is 0, its rule is
   * "none", and all other components are empty.
   *
   * @param article the article that contains the words
   * @param runs the spans of the words in the article's text
   * @throws IndexOutOfBoundsException if a run ends after the end of the article's text
   */
  public static Builder builder(Article article, List<Span> runs) {
    return new Builder(article, runs);
  }

  /** A builder of a {@link Quotation}. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String text;
    private final List<Span> runs;
    private QuotationKind kind = QuotationKind.DIRECT;
    private Speaker speaker = Speaker.UNKNOWN;
    private @Nullable Span mention;
    private @Nullable Span cue;
    private @Nullable Said said;
    private double confidence;
    private String rule = "none";
    private final List<String> about = new ArrayList<>();
    private Fields fields = Fields.NONE;

    private Builder(Article article, List<Span> runs) {
      this.runs = List.copyOf(runs);
      this.id = article.id() + "#" + (runs.isEmpty() ? "" : this.runs.get(0).start());
      this.text =
          this.runs.size() == 1
              ? this.runs.getFirst().in(article.text())
              : this.runs.stream()
                  .map(run -> run.in(article.text()))
                  .collect(Collectors.joining(" "));
    }

    /** Sets how the words are reported. */
    @CanIgnoreReturnValue
    public Builder kind(QuotationKind value) {
      kind = value;
      return this;
    }

    /** Sets who said the words. */
    @CanIgnoreReturnValue
    public Builder speaker(Speaker value) {
      speaker = value;
      return this;
    }

    /** Sets where the text mentions the speaker; null if it does not. */
    @CanIgnoreReturnValue
    public Builder mention(@Nullable Span value) {
      mention = value;
      return this;
    }

    /** Sets the words that signal speech; null if there are none. */
    @CanIgnoreReturnValue
    public Builder cue(@Nullable Span value) {
      cue = value;
      return this;
    }

    /** Sets when the words were said; null if that is not stated. */
    @CanIgnoreReturnValue
    public Builder said(@Nullable Said value) {
      said = value;
      return this;
    }

    /** Sets how likely it is that the speaker is correct, 0 to 1. */
    @CanIgnoreReturnValue
    public Builder confidence(double value) {
      confidence = value;
      return this;
    }

    /** Sets the name of the rule that attributed the words. */
    @CanIgnoreReturnValue
    public Builder rule(String value) {
      rule = value;
      return this;
    }

    /** Adds people and organizations named in the words. */
    @CanIgnoreReturnValue
    public Builder about(List<String> values) {
      about.addAll(values);
      return this;
    }

    /** Sets the fields that the owner of the archive has added to the quotation. */
    @CanIgnoreReturnValue
    public Builder fields(Fields value) {
      fields = value;
      return this;
    }

    /**
     * {@return the quotation}
     *
     * @throws IllegalArgumentException if a component is not valid
     */
    public Quotation build() {
      return new Quotation(
          id,
          text,
          kind,
          runs,
          speaker,
          Optional.ofNullable(mention),
          Optional.ofNullable(cue),
          Optional.ofNullable(said),
          confidence,
          rule,
          about,
          fields);
    }
  }
}
