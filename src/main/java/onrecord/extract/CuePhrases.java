package onrecord.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import onrecord.text.WordList;

/**
 * The cues of more than one word by which a rule attributes words, such as "according to". The
 * English ones are in {@code en/cue-phrases.txt}, the one place where they are spelled out.
 * Immutable, thread-safe.
 */
final class CuePhrases {

  private static final Map<Rule, CuePhrases> ENGLISH =
      read(WordList.load(CuePhrases.class, "en/cue-phrases.txt"));

  /** The cues that the speaker follows: according to Smith. */
  static final CuePhrases ACCORDING_TO = english(Rule.ACCORDING_TO);

  /** The cues between the speaker and the words: Smith went on about "..." */
  static final CuePhrases CUE_BEFORE = english(Rule.CUE_BEFORE);

  /** The cues that follow the speaker and the words: "...", as Smith put it. */
  static final CuePhrases CUE_AFTER = english(Rule.CUE_AFTER);

  /** What quoted words follow that are a name: known as "...". */
  static final CuePhrases TITLE = english(Rule.TITLE);

  /** The numbers that the lexicon gives to the words of each phrase. */
  private final int[][] phrases;

  private CuePhrases(List<List<String>> phrases) {
    this.phrases =
        phrases.stream()
            .map(words -> words.stream().mapToInt(Lexicon.ENGLISH::number).toArray())
            .toArray(int[][]::new);
  }

  private static CuePhrases english(Rule rule) {
    return ENGLISH.getOrDefault(rule, new CuePhrases(List.of()));
  }

  /**
   * Reads the phrases of each rule.
   *
   * @throws IllegalStateException if a section bears the label of no rule that reads such phrases,
   *     or a line is a single word
   */
  static Map<Rule, CuePhrases> read(WordList list) {
    Map<Rule, List<List<String>>> phrases = new EnumMap<>(Rule.class);
    for (WordList.Line line : list.lines()) {
      if (line.words().size() < 2) {
        throw list.malformed(line, "expected two words or more, but found '" + line.text() + "'");
      }
      phrases.computeIfAbsent(rule(list, line), r -> new ArrayList<>()).add(line.words());
    }
    Map<Rule, CuePhrases> read = new EnumMap<>(Rule.class);
    phrases.forEach((rule, lines) -> read.put(rule, new CuePhrases(lines)));
    return read;
  }

  private static Rule rule(WordList list, WordList.Line line) {
    return Arrays.stream(
            new Rule[] {Rule.ACCORDING_TO, Rule.CUE_BEFORE, Rule.CUE_AFTER, Rule.TITLE})
        .filter(rule -> rule.label().equals(line.section()))
        .findFirst()
        .orElseThrow(() -> list.malformed(line, "unknown rule '" + line.section() + "'"));
  }

  /** {@return how many units the phrase that starts at a unit takes, or 0 if there is none} */
  int lengthFrom(Narrative narrative, int unit) {
    for (int[] phrase : phrases) {
      if (stands(narrative, unit, phrase)) {
        return phrase.length;
      }
    }
    return 0;
  }

  /** {@return how many units the phrase that ends before a unit takes, or 0 if there is none} */
  int lengthBefore(Narrative narrative, int unit) {
    for (int[] phrase : phrases) {
      if (stands(narrative, unit - phrase.length, phrase)) {
        return phrase.length;
      }
    }
    return 0;
  }

  private static boolean stands(Narrative narrative, int unit, int[] phrase) {
    for (int i = 0; i < phrase.length; i++) {
      if (!narrative.hasNumber(unit + i, phrase[i])) {
        return false;
      }
    }
    return true;
  }
}
