package onrecord.extract;

import com.google.common.primitives.ImmutableLongArray;
import java.util.BitSet;
import onrecord.text.WordList;

/**
 * A word that a rule of the grammar asks for by name, or a few that do the same. The English ones
 * are in {@code en/grammar.txt}, in a section for each of these names.
 */
enum Word {
  AND,
  BUT,
  TO,
  ACCORDING,
  LOCATIVE,
  OF,
  FROM,
  FOR,
  ON,
  ABOUT,
  IN,
  BY,
  WITH,
  PER,
  GETTING,
  PAIR,
  TRIO,
  SO,
  THAN,
  CONTRASTING,
  AS,
  NOT,
  BACK,
  OF_ALL,
  NEVER,
  DO,
  DO_NOT,
  WOULD_NOT,
  NOBODY,
  TERM,
  ONLY,
  SHORT,
  NO_LABEL,
  REFUSING,
  DENYING,
  REJECTING,
  HAVING,
  HEARING,
  ASKING,
  REPLYING,
  HAVE,
  THAT,
  COMPLEMENTIZER,
  TOPIC,
  QUESTION,
  WHERE,
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
  OFFICE_FIELD,
  OFFICE_PART,
  DESIGNATE,
  AFTER_NOUN,
  AFTER_PARTICIPLE,
  PREDICATE,
  MEMBERSHIP,
  FIRM,
  STATE,
  FORMER,
  MOOD,
  TAKING_UP,
  PERFORMING,
  SEVERAL,
  ORDINAL,
  KNOWN_AS,
  READING,
  SPEAKING,
  WORDING,
  HERE,
  DESK,
  LOOKING_BACK,
  CLOSING,
  HOW,
  QUOTED,
  VERB_OF_PEOPLE,
  PASSIVE_OF_PEOPLE,
  TELLING,
  ANSWER,
  ADDRESSING,
  CONTROLLING,
  FALLING,
  COMING,
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

  /** A bit for each number that the lexicon gives to a word: whether it is one of these. */
  private final ImmutableLongArray numbers;

  /** A bit for the last six bits of each of these numbers: most others are excluded by it. */
  private final long lastBits;

  Word() {
    BitSet set = new BitSet();
    set.set(Lexicon.ENGLISH.lastNumber() + 1);
    long last = 0;
    for (String word : English.LIST.section(name())) {
      int number = Lexicon.ENGLISH.number(word);
      set.set(number);
      last |= 1L << number;
    }
    numbers = ImmutableLongArray.copyOf(set.toLongArray());
    lastBits = last;
  }

  static {
    English.LIST.requireSections(Word.class);
  }

  /** {@return whether the word to which the lexicon gives a number is this one} */
  boolean has(int number) {
    return number != Lexicon.NO_NUMBER
        && (lastBits >>> number & 1) != 0
        && (numbers.get(number >>> 6) >>> number & 1) != 0;
  }

  private static final class English {
    private static final WordList LIST = WordList.load(Word.class, "en/grammar.txt");
  }
}
