package onrecord.extract;

import com.google.common.collect.ImmutableList;
import java.util.List;
import onrecord.text.WordList;

/**
 * A word that a rule of the grammar asks for by name, or a few that do the same. The English ones
 * stand in {@code en/grammar.txt}, in a section for each of these names.
 */
enum Word {
  AND,
  BUT,
  TO,
  LOCATIVE,
  OF,
  FOR,
  ON,
  ABOUT,
  IN,
  BY,
  WITH,
  THAN,
  CONTRASTING,
  AS,
  NOT,
  NEVER,
  DO,
  DO_NOT,
  ONLY,
  SHORT,
  NO_LABEL,
  REFUSING,
  DENYING,
  HAVING,
  HEARING,
  ASKING,
  HAVE,
  THAT,
  COMPLEMENTIZER,
  TOPIC,
  QUESTION,
  WHAT,
  RELATIVE_PRONOUN,
  WHO,
  THE,
  DEFINITE,
  INDEFINITE,
  HIS,
  ITS,
  REFLEXIVE,
  THEIR,
  EXISTENTIAL,
  NAME_LINK,
  OFFICE_LINK,
  AFTER_NOUN,
  AFTER_PARTICIPLE,
  PREDICATE,
  FORMER,
  TAKING_UP,
  PERFORMING,
  ORDINAL,
  SPEAKING,
  LOOKING_BACK,
  HOW,
  QUOTED,
  VERB_OF_PEOPLE,
  PASSIVE_OF_PEOPLE,
  TELLING,
  ADDRESSING,
  LAST,
  NEXT,
  EARLIER,
  EARLY_OR_LATE,
  THIS,
  NIGHT,
  WEEK,
  MONTH,
  YEAR,
  DATE_PREPOSITION;

  private final String word;
  private final ImmutableList<String> others;

  /** The flags that the lexicon has for each of the words. */
  private final long flags;

  Word() {
    List<String> words = English.LIST.section(name());
    this.word = words.getFirst();
    this.others = ImmutableList.copyOf(words.subList(1, words.size()));
    this.flags =
        words.stream()
            .mapToLong(text -> Lexicon.ENGLISH.flags(text, 0, text.length()))
            .reduce(-1, (a, b) -> a & b);
  }

  static {
    English.LIST.requireSections(Word.class);
  }

  /** {@return whether a word with these flags of the lexicon can be this one} */
  boolean canHave(long wordFlags) {
    return (wordFlags & flags) == flags;
  }

  /** {@return whether a stretch of a text is the word, in whatever case} */
  boolean is(String text, int start, int end) {
    if (matches(word, text, start, end)) {
      return true;
    }
    for (int i = 0; i < others.size(); i++) {
      if (matches(others.get(i), text, start, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String word, String text, int start, int end) {
    return word.length() == end - start && text.regionMatches(true, start, word, 0, word.length());
  }

  private static final class English {
    private static final WordList LIST = WordList.load(Word.class, "en/grammar.txt");
  }
}
