package onrecord.extract;

/**
 * What is known of single English words, as sets of flags, and the numbers of those words that a
 * rule asks for by name. It is read once from the word lists of the language. Immutable,
 * thread-safe.
 */
final class Lexicon {
  static final long SPEECH = 1L;
  static final long THOUGHT = 1L << 1;
  static final long COMMON_VERB = 1L << 2;
  static final long BASE = 1L << 3;
  static final long THIRD = 1L << 4;
  static final long PAST = 1L << 5;
  static final long PARTICIPLE = 1L << 6;
  static final long ING = 1L << 7;
  static final long DETERMINER = 1L << 8;
  static final long POSSESSIVE = 1L << 9;
  static final long PREPOSITION = 1L << 10;
  static final long CONJUNCTION = 1L << 11;
  static final long SUBORDINATOR = 1L << 12;
  static final long RELATIVE = 1L << 13;
  static final long AUXILIARY = 1L << 14;
  static final long ADVERB = 1L << 15;
  static final long HE = 1L << 16;
  static final long SHE = 1L << 17;
  static final long THEY = 1L << 18;
  static final long IT = 1L << 19;
  static final long I = 1L << 20;
  static final long WE = 1L << 21;
  static final long YOU = 1L << 22;
  static final long MONTH = 1L << 23;
  static final long WEEKDAY = 1L << 24;
  static final long MALE = 1L << 25;
  static final long FEMALE = 1L << 26;
  static final long TITLE = 1L << 27;
  static final long HONORIFIC = 1L << 28;
  static final long ROLE = 1L << 30;
  static final long GROUP = 1L << 31;
  static final long BODY = 1L << 32;
  static final long DOCUMENT = 1L << 33;
  static final long ORGANIZATION = 1L << 34;
  static final long PARTICLE = 1L << 35;
  static final long SUFFIX = 1L << 36;
  static final long NATIONALITY = 1L << 37;
  static final long PLACE = 1L << 38;
  static final long COMMON = 1L << 39;
  static final long DAY = 1L << 40;
  static final long GIVEN_MALE = 1L << 41;
  static final long GIVEN_FEMALE = 1L << 42;
  static final long GIVEN = 1L << 43;
  static final long REMARK = 1L << 44;
  static final long WORK = 1L << 45;
  static final long NOUN_TOO = 1L << 46;
  static final long ADDRESSED = 1L << 47;
  static final long NAMING = 1L << 48;
  static final long QUOTING = 1L << 49;
  static final long BE = 1L << 50;
  static final long OBJECT = 1L << 51;
  static final long ALWAYS_VERB = 1L << 52;
  static final long SPEECHLESS = 1L << 53;
  static final long ELISION = 1L << 54;
  static final long POST_NOMINAL = 1L << 55;
  static final long INSCRIBED = 1L << 56;
  static final long NAME_PREFIX = 1L << 29;
  static final long CLAUSAL = 1L << 57;
  static final long STANCE = 1L << 58;
  static final long TOPICAL = 1L << 59;

  /** Any verb of the lists. */
  static final long VERB = SPEECH | THOUGHT | COMMON_VERB;

  /** Any third-person or other pronoun that can be a subject. */
  static final long PRONOUN = HE | SHE | THEY | IT | I | WE | YOU;

  /** Words that do grammar and end a noun phrase. */
  static final long FUNCTION = PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE | AUXILIARY;

  /** Given names, whether or not they are of one sex. */
  static final long GIVEN_NAME = GIVEN | GIVEN_MALE | GIVEN_FEMALE;

  /** Nouns for people and for what people speak through. */
  static final long SOURCE = ROLE | GROUP | BODY | DOCUMENT;

  /** The number of a word that no rule asks for by name. */
  static final int NO_NUMBER = 0;

  /** The English words. */
  static final Lexicon ENGLISH = LexiconReader.english();

  private final WordTable words;
  private final int lastNumber;

  /**
   * Creates a lexicon.
   *
   * @param words the words with their flags and numbers
   * @param lastNumber the most that the number of a word can be
   */
  Lexicon(WordTable words, int lastNumber) {
    this.words = words;
    this.lastNumber = lastNumber;
  }

  /** {@return the words with their flags and numbers} */
  WordTable words() {
    return words;
  }

  /** {@return the flags of a word, whatever its case; 0 if it is not in the lists} */
  long flags(String word) {
    return words.flags(entry(word));
  }

  /**
   * {@return the number of a word, whatever its case, or {@link #NO_NUMBER} if no rule asks for it
   * by name}
   */
  int number(String word) {
    return words.number(entry(word));
  }

  private int entry(String word) {
    char[] chars = word.toCharArray();
    return WordTable.entry(words.find(chars, 0, chars.length));
  }

  /** {@return the most that the number of a word can be} */
  int lastNumber() {
    return lastNumber;
  }
}
