package onrecord.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import onrecord.text.WordList;

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

  private static final Pattern WORD = Pattern.compile("&|[\\p{L}\\p{N}][\\p{L}\\p{N}'.-]*");

  private static final Map<String, Long> SECTIONS =
      Map.ofEntries(
          Map.entry("determiner", DETERMINER),
          Map.entry("possessive", POSSESSIVE),
          Map.entry("preposition", PREPOSITION),
          Map.entry("conjunction", CONJUNCTION),
          Map.entry("subordinator", SUBORDINATOR),
          Map.entry("relative", RELATIVE),
          Map.entry("auxiliary", AUXILIARY),
          Map.entry("adverb", ADVERB),
          Map.entry("he", HE),
          Map.entry("she", SHE),
          Map.entry("they", THEY),
          Map.entry("it", IT),
          Map.entry("i", I),
          Map.entry("we", WE),
          Map.entry("you", YOU),
          Map.entry("month", MONTH),
          Map.entry("weekday", WEEKDAY),
          Map.entry("male", MALE),
          Map.entry("female", FEMALE),
          Map.entry("title", TITLE),
          Map.entry("honorific", HONORIFIC),
          Map.entry("role", ROLE),
          Map.entry("group", GROUP),
          Map.entry("body", BODY),
          Map.entry("document", DOCUMENT),
          Map.entry("organization", ORGANIZATION),
          Map.entry("particle", PARTICLE),
          Map.entry("suffix", SUFFIX),
          Map.entry("post-nominal", POST_NOMINAL),
          Map.entry("inscribed", INSCRIBED),
          Map.entry("name-prefix", NAME_PREFIX),
          Map.entry("nationality", NATIONALITY),
          Map.entry("place", PLACE),
          Map.entry("common", COMMON),
          Map.entry("yesterday", DAY),
          Map.entry("today", DAY),
          Map.entry("tomorrow", DAY),
          Map.entry("given-male", GIVEN_MALE),
          Map.entry("given-female", GIVEN_FEMALE),
          Map.entry("given", GIVEN),
          Map.entry("remark", REMARK),
          Map.entry("work", WORK),
          Map.entry("noun-too", NOUN_TOO),
          Map.entry("be", BE),
          Map.entry("object", OBJECT),
          Map.entry("always-verb", ALWAYS_VERB),
          Map.entry("speechless", SPEECHLESS),
          Map.entry("elision", ELISION),
          Map.entry("addressed", SPEECH | ADDRESSED),
          Map.entry("naming", SPEECH | NAMING),
          Map.entry("quoting", SPEECH | QUOTING),
          Map.entry("clausal", CLAUSAL),
          Map.entry("stance", STANCE),
          Map.entry("topical", TOPICAL),
          Map.entry("speech", SPEECH),
          Map.entry("thought", THOUGHT),
          Map.entry("common-verb", COMMON_VERB));

  /** The number of a word that no rule asks for by name. */
  static final int NO_NUMBER = 0;

  /** The English words. */
  static final Lexicon ENGLISH = loadEnglish();

  private final WordTable words = new WordTable();
  private int lastNumber = NO_NUMBER;

  private Lexicon() {}

  private static Lexicon loadEnglish() {
    Lexicon lexicon =
        of(
            load("en/words.txt"),
            load("en/verbs.txt"),
            load("en/given-names.txt"),
            load("en/calendar.txt"));
    lexicon.numberAll(load("en/grammar.txt"));
    lexicon.numberAll(load("en/cue-phrases.txt"));
    return lexicon;
  }

  private static WordList load(String resource) {
    return WordList.load(Lexicon.class, resource);
  }

  /**
   * Reads word lists.
   *
   * @throws IllegalStateException if a section is unknown, or an entry malformed or there twice
   */
  static Lexicon of(WordList... lists) {
    Lexicon lexicon = new Lexicon();
    for (WordList list : lists) {
      lexicon.addAll(list);
    }
    return lexicon;
  }

  private void addAll(WordList list) {
    for (WordList.Entry entry : list.words()) {
      Long section = SECTIONS.get(entry.section());
      if (section == null) {
        throw list.malformed(entry.line(), "unknown section '" + entry.section() + "'");
      }
      try {
        addEntry(entry.text(), section);
      } catch (IllegalArgumentException e) {
        throw list.malformed(entry.line(), Objects.toString(e.getMessage()));
      }
    }
  }

  /** Adds an entry: a verb with all its forms, or a word. */
  private void addEntry(String entry, long section) {
    if ((section & (VERB | CLAUSAL | STANCE | TOPICAL)) == 0) {
      requireLowerCase(entry);
      add(entry, section);
      return;
    }
    VerbForms verb = VerbForms.parse(entry);
    add(verb.base(), section | BASE);
    addAll(verb.third(), section | THIRD);
    addAll(verb.past(), section | PAST);
    addAll(verb.participle(), section | PARTICIPLE);
    addAll(verb.ing(), section | ING);
  }

  private void addAll(List<String> forms, long flag) {
    for (String form : forms) {
      add(form, flag);
    }
  }

  private static void requireLowerCase(String word) {
    if (!isPlain(word)
        && (!word.equals(word.toLowerCase(Locale.ROOT)) || !WORD.matcher(word).matches())) {
      throw new IllegalArgumentException("expected a word in lower case, but found '" + word + "'");
    }
  }

  /** Whether a word is letters from a to z alone, as most are. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private void add(String word, long flag) {
    words.addFlags(words.entryFor(word), flag);
  }

  /** Gives a number to each word of a list, and to each only one. */
  private void numberAll(WordList list) {
    for (WordList.Line line : list.lines()) {
      for (String word : line.words()) {
        int entry = words.entryFor(word);
        if (words.number(entry) == NO_NUMBER) {
          words.setNumber(entry, ++lastNumber);
        }
      }
    }
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
