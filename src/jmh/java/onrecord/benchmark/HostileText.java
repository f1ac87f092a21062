package onrecord.benchmark;

import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Texts that reveal work that grows faster than the length of the text: each repeats one pattern to
 * any length. Immutable.
 */
public enum HostileText {
  /** Straight quotation marks and nothing else. */
  MARKS(i -> "\""),
  /** Opening marks, double and single in turn. */
  OPENS(i -> i % 2 == 0 ? "\u201c" : "\u2018"),
  /** Opening marks, each with a word after it. */
  OPENED_WORDS(i -> "\u201c" + lower(i) + " "),
  /** Closing marks, each with a word before it. */
  CLOSED_WORDS(i -> lower(i) + "\u201d "),
  /** Single quotation marks and nothing else. */
  SINGLE_MARKS(i -> "'"),
  /** Words between single quotation marks, and words with an apostrophe at either end. */
  SINGLE_WORDS(i -> i % 3 == 0 ? "'" + lower(i) + " " : lower(i) + "' "),
  /** Paragraphs that each open a quotation, none of which is closed. */
  OPENED_PARAGRAPHS(i -> "\u201c" + upper(i) + " " + lower(i) + " " + lower(i + 7) + ".\n\n"),
  /** One quotation over the whole text. */
  ONE_QUOTATION(i -> (i == 0 ? "\u201c" : "") + lower(i) + " "),
  /** Quotations without a cue, one after another. */
  QUOTATIONS(i -> "\u201c" + upper(i) + " " + lower(i) + ".\u201d "),
  /** Quotations without a cue in one sentence without an end. */
  QUOTED_WORDS(i -> lower(i) + " \u201c" + lower(i + 5) + "\u201d "),
  /** One sentence of cue verbs. */
  CUES(i -> cue(i) + " "),
  /** One sentence of cue verbs, each with a pronoun and a comma. */
  CUED_PRONOUNS(i -> pronoun(i) + " " + cue(i) + ", "),
  /** One sentence of capitalised words, all different. */
  CAPITALISED(i -> upper(i) + " "),
  /** One sentence of a few capitalised words. */
  CAPITALISED_FEW(i -> upper(i % 5) + " "),
  /** Words in capital letters throughout. */
  CAPITALS(i -> upper(i).toUpperCase(Locale.ROOT) + " "),
  /** Pronouns and nothing else. */
  PRONOUNS_ALONE(i -> pronoun(i) + " "),
  /** Sentences that each have a pronoun for their subject. */
  PRONOUN_SENTENCES(i -> "He " + lower(i) + ". She said \u201c" + lower(i + 3) + "\u201d. "),
  /** Two people with one surname, named by turns in full and by the surname. */
  SHARED_SURNAME(i ->
      switch (i % 3) {
        case 0 -> "Alda Morrow said \u201c" + lower(i) + "\u201d. ";
        case 1 -> "Bren Morrow said \u201c" + lower(i) + "\u201d. ";
        default -> "Morrow said \u201c" + lower(i) + "\u201d. ";
      }),
  /** Ever new people with one surname. */
  MANY_OF_ONE_SURNAME(i -> upper(i) + " Morrow said \u201c" + lower(i) + "\u201d. Morrow left. "),
  /** Ever new people with one given name. */
  MANY_OF_ONE_GIVEN_NAME(i -> "Alda " + upper(i) + " said \u201c" + lower(i) + "\u201d. "),
  /** Ever new people, with a pronoun after each. */
  NAMES_AND_PRONOUNS(
      i -> upper(i) + " " + upper(i + 9) + " left. He said \u201c" + lower(i) + "\u201d. "),
  /** Ever new people of one office, with the office after each. */
  NAMES_AND_OFFICES(i ->
      upper(i)
          + " "
          + upper(i + 9)
          + ", the mayor, left. The mayor said \u201c"
          + lower(i)
          + "\u201d. "),
  /** Many people, then pronouns alone. */
  MANY_THEN_PRONOUNS(
      i -> i % 40_000 < 20_000 ? upper(i) + " " + upper(i + 9) + " left. " : "She left. "),
  /** Ever new people, each named by the surname later and first by all of a long name. */
  LONG_NAMES(
      i -> upper(i) + " " + upper(i + 1) + " " + upper(i + 2) + " " + upper(i + 3) + " said so. "),
  /** Ever new people, in one sentence, joined by commas. */
  JOINED_NAMES(i -> upper(i) + " " + upper(i + 11) + ", "),
  /** Names joined by "of", "the" and "and". */
  CHAINED_NAMES(i -> upper(i) + (i % 2 == 0 ? " of the " : " and ")),
  /** Appositions after appositions. */
  APPOSITIONS(i -> upper(i) + " " + upper(i + 1) + ", the " + lower(i) + " minister, "),
  /** Commas, each with "who". */
  WHO(i -> ", who "),
  /** Relative clauses after relative clauses. */
  WHO_SAID(i -> ", who said " + (i % 4 == 0 ? upper(i) : lower(i))),
  /** Sources after "according to", in one sentence. */
  ACCORDING_TO(i -> "according to the " + lower(i) + " of " + upper(i) + ", "),
  /** Titles without a name. */
  TITLES(i -> i % 2 == 0 ? "President " : "Mr. "),
  /** Commas alone. */
  COMMAS(i -> ","),
  /** Full stops alone. */
  STOPS(i -> "."),
  /** Dashes alone. */
  DASHES(i -> i % 2 == 0 ? "\u2014" : "-"),
  /** Opening brackets, each with a word after it. */
  BRACKETS(i -> "(" + lower(i) + " "),
  /** One word without an end. */
  ONE_WORD(i -> "a"),
  /** One word of hyphens and capital letters. */
  ONE_HYPHENATED_WORD(i -> upper(i) + "-"),
  /** Line breaks. */
  NEWLINES(i -> i == 0 ? "a" : "\n"),
  /** Spaces. */
  SPACES(i -> i == 0 ? "a" : " "),
  /** Lines of a name and a colon, as in a transcript. */
  COLONS(i -> upper(i) + ": " + lower(i) + "\n"),
  /** Days and dates. */
  DATES(i -> "on Sunday, in 2009, on November 7, yesterday, "),
  /** Numbers. */
  NUMBERS(i -> i + ". "),
  /** Letters of two code units each. */
  SURROGATES(i -> "\ud835\udc00"),
  /** Unpaired surrogates. */
  HALF_SURROGATES(i -> "\ud835");

  private static final String[] CUE_VERBS = {
    "said", "told", "added", "asked", "insisted", "saying"
  };
  private static final String[] PRONOUNS = {"he", "she", "they", "we", "I", "who"};
  private static final String[] SYLLABLES = {"ba", "dor", "ki", "lem", "nu", "pas", "rin", "to"};

  private final IntFunction<String> piece;

  HostileText(IntFunction<String> piece) {
    this.piece = piece;
  }

  /** {@return a text of the given length} */
  String of(int length) {
    StringBuilder text = new StringBuilder(length + 64);
    for (int i = 0; text.length() < length; i++) {
      text.append(piece.apply(i));
    }
    text.setLength(length);
    return text.toString();
  }

  private static String pronoun(int number) {
    return PRONOUNS[number % PRONOUNS.length];
  }

  private static String cue(int number) {
    return CUE_VERBS[number % CUE_VERBS.length];
  }

  /** Returns a distinct word for each number. */
  private static String lower(int number) {
    StringBuilder word = new StringBuilder();
    int rest = number;
    do {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
      rest /= SYLLABLES.length;
    } while (rest > 0);
    return word.toString();
  }

  private static String upper(int number) {
    String word = lower(number);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
