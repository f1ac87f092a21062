package onrecord.extract;

import java.util.Arrays;
import java.util.List;
import onrecord.text.WordList;

/**
 * The cues of more than one word, such as "according to", by the rule that attributes words by
 * them. The resource that lists them is the one place where they are spelled out. Immutable,
 * thread-safe.
 */
final class CuePhrases {

  /** The English phrases. */
  static final CuePhrases ENGLISH =
      new CuePhrases(WordList.load(CuePhrases.class, "en/cue-phrases.txt"));

  /** The phrases of each rule, at its ordinal. */
  private final String[][][] phrases = new String[Rule.values().length][0][];

  CuePhrases(WordList list) {
    for (WordList.Line line : list.lines()) {
      List<String> words = line.words();
      if (words.size() < 2) {
        throw list.malformed(line, "expected two words or more, but found '" + line.text() + "'");
      }
      int rule = rule(list, line).ordinal();
      String[][] more = Arrays.copyOf(phrases[rule], phrases[rule].length + 1);
      more[more.length - 1] = words.toArray(String[]::new);
      phrases[rule] = more;
    }
  }

  private static Rule rule(WordList list, WordList.Line line) {
    return Arrays.stream(Rule.values())
        .filter(rule -> rule.label().equals(line.section()))
        .findFirst()
        .orElseThrow(() -> list.malformed(line, "unknown rule '" + line.section() + "'"));
  }

  /**
   * {@return how many units the phrase of a rule that starts at a unit takes, or 0 if there is
   * none}
   */
  int lengthFrom(Narrative narrative, int unit, Rule rule) {
    for (String[] phrase : phrases[rule.ordinal()]) {
      if (stands(narrative, unit, phrase)) {
        return phrase.length;
      }
    }
    return 0;
  }

  /**
   * {@return how many units the phrase of a rule that ends right before a unit takes, or 0 if there
   * is none}
   */
  int lengthBefore(Narrative narrative, int unit, Rule rule) {
    for (String[] phrase : phrases[rule.ordinal()]) {
      if (stands(narrative, unit - phrase.length, phrase)) {
        return phrase.length;
      }
    }
    return 0;
  }

  private static boolean stands(Narrative narrative, int unit, String[] phrase) {
    for (int i = 0; i < phrase.length; i++) {
      if (!narrative.isText(unit + i, phrase[i])) {
        return false;
      }
    }
    return true;
  }
}
