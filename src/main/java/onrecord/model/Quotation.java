package onrecord.model;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is reported to have said, with the evidence for it. Immutable.
 *
 * @param id what names the quotation: the article's id, "#", and the start of the first run; it
 *     stays the same when the same article is read again
 * @param text the words, the runs joined by a space
 * @param kind how the words are reported
 * @param runs where the words stand, in the order of the text and without their outer quotation
 *     marks; more than one where the cue interrupts them or they go on over paragraphs
 * @param speaker who said them, {@link Speaker#UNKNOWN} if it could not be found out
 * @param mention where the text names, describes or stands in for the speaker ("he")
 * @param cue the word or words that signal speech ("said", "according to")
 * @param said when they were said, where the sentence of the cue tells it
 * @param confidence how likely the speaker is the right one, 0 to 1
 * @param rule the name of the rule that attributed them
 * @param about the people and bodies named in the words, each once, in the order of the text
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
    List<String> about) {

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if there is no run, the runs overlap or are out of order, the
   *     confidence is not within 0 to 1, or the id, the text or the rule is blank
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
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("runs of quotation " + id + " must not be empty");
    }
    for (int i = 1; i < runs.size(); i++) {
      if (runs.get(i).start() < runs.get(i - 1).end()) {
        throw new IllegalArgumentException(
            "runs of quotation " + id + " must be in order and apart, but were " + runs);
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

  /**
   * Starts a quotation whose id and text follow from the article and the runs. Until set, it is
   * DIRECT, has an unknown speaker, no mention, cue or day, the confidence 0 and the rule "none".
   *
   * @param article the article the words stand in
   * @param runs where they stand
   * @throws IndexOutOfBoundsException if a run ends behind the article's text
   */
  public static Builder builder(Article article, List<Span> runs) {
    return new Builder(article, runs);
  }

  /** Gathers the parts of a {@link Quotation}. Not thread-safe. */
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

    private Builder(Article article, List<Span> runs) {
      this.runs = List.copyOf(runs);
      this.id = article.id() + "#" + (runs.isEmpty() ? "" : this.runs.get(0).start());
      this.text =
          this.runs.stream().map(run -> run.in(article.text())).collect(Collectors.joining(" "));
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

    /** Sets where the speaker is mentioned; null for nowhere. */
    @CanIgnoreReturnValue
    public Builder mention(@Nullable Span value) {
      mention = value;
      return this;
    }

    /** Sets what signals speech; null for nothing. */
    @CanIgnoreReturnValue
    public Builder cue(@Nullable Span value) {
      cue = value;
      return this;
    }

    /** Sets when the words were said; null where it is not told. */
    @CanIgnoreReturnValue
    public Builder said(@Nullable Said value) {
      said = value;
      return this;
    }

    /** Sets how likely the speaker is the right one, 0 to 1. */
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

    /** Adds people and bodies named in the words. */
    @CanIgnoreReturnValue
    public Builder about(List<String> values) {
      about.addAll(values);
      return this;
    }

    /**
     * {@return the quotation}
     *
     * @throws IllegalArgumentException if a part is not valid
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
          about);
    }
  }
}
