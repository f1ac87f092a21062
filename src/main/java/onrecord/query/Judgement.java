package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Optional;
import onrecord.model.Quotation;

/**
 * What a person has found about a quotation that an extractor has made. Immutable.
 *
 * @param quotation the quotation
 * @param verdict whether it is correct
 */
public record Judgement(Quotation quotation, Verdict verdict) {

  /** Validates that no component is null. */
  public Judgement {
    requireNonNull(quotation, "quotation");
    requireNonNull(verdict, "verdict");
  }

  /** Whether a quotation is correct in the respect that is judged, such as its speaker. */
  public enum Verdict {
    /** It is correct. */
    CORRECT(ImmutableSet.of("yes", "y", "true", "1", "correct", "right")),
    /** It is wrong. */
    WRONG(ImmutableSet.of("no", "n", "false", "0", "wrong"));

    private final ImmutableSet<String> words;

    Verdict(ImmutableSet<String> words) {
      this.words = words;
    }

    /**
     * {@return the verdict that a text expresses: yes, y, true, 1, correct or right; or no, n,
     * false, 0 or wrong; in any case; empty for any other text}
     */
    public static Optional<Verdict> parse(String text) {
      String word = text.strip().toLowerCase(Locale.ROOT);
      for (Verdict verdict : values()) {
        if (verdict.words.contains(word)) {
          return Optional.of(verdict);
        }
      }
      return Optional.empty();
    }
  }
}
