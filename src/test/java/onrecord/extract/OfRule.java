package onrecord.extract;

import static java.lang.annotation.RetentionPolicy.RUNTIME;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.lang.annotation.Retention;

/**
 * The tests of one rule, the one in the annotation: sentences in which it speaks and near misses in
 * which it is silent.
 */
abstract class OfRule {

  /** Names the rule that the tests of a class are about. */
  @Retention(RUNTIME)
  @interface Tested {
    /** The rule. */
    Rule value();
  }

  private final Rule rule =
      requireNonNull(getClass().getAnnotation(Tested.class), "@Tested on " + getClass()).value();

  /** Expects that the rule attributed the words. */
  @CanIgnoreReturnValue
  QuotationAssert speaks(String words, String text) {
    return Extracted.from(text).quotation(words).byRule(rule);
  }

  /** Expects that the words were found, but by another rule. */
  @CanIgnoreReturnValue
  QuotationAssert isSilent(String words, String text) {
    return Extracted.from(text).quotation(words).byAnotherRuleThan(rule);
  }
}
