package onrecord.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import onrecord.text.WordList;

/**
 * Reads a {@link Lexicon} from word lists. It is a class of its own since Java looks up each static
 * member again whenever it is used while its class is being initialized, which took most of the
 * time of reading. Not thread-safe.
 */
final class LexiconReader {
  private static final Pattern WORD = Pattern.compile("&|[\\p{L}\\p{N}][\\p{L}\\p{N}'.-]*");

  private static final Map<String, Long> SECTIONS =
      Map.ofEntries(
          Map.entry("determiner", Lexicon.DETERMINER),
          Map.entry("possessive", Lexicon.POSSESSIVE),
          Map.entry("preposition", Lexicon.PREPOSITION),
          Map.entry("conjunction", Lexicon.CONJUNCTION),
          Map.entry("subordinator", Lexicon.SUBORDINATOR),
          Map.entry("relative", Lexicon.RELATIVE),
          Map.entry("auxiliary", Lexicon.AUXILIARY),
          Map.entry("adverb", Lexicon.ADVERB),
          Map.entry("he", Lexicon.HE),
          Map.entry("she", Lexicon.SHE),
          Map.entry("they", Lexicon.THEY),
          Map.entry("it", Lexicon.IT),
          Map.entry("i", Lexicon.I),
          Map.entry("we", Lexicon.WE),
          Map.entry("you", Lexicon.YOU),
          Map.entry("month", Lexicon.MONTH),
          Map.entry("weekday", Lexicon.WEEKDAY),
          Map.entry("male", Lexicon.MALE),
          Map.entry("female", Lexicon.FEMALE),
          Map.entry("title", Lexicon.TITLE),
          Map.entry("honorific", Lexicon.HONORIFIC),
          Map.entry("role", Lexicon.ROLE),
          Map.entry("group", Lexicon.GROUP),
          Map.entry("body", Lexicon.BODY),
          Map.entry("document", Lexicon.DOCUMENT),
          Map.entry("organization", Lexicon.ORGANIZATION),
          Map.entry("particle", Lexicon.PARTICLE),
          Map.entry("suffix", Lexicon.SUFFIX),
          Map.entry("post-nominal", Lexicon.POST_NOMINAL),
          Map.entry("inscribed", Lexicon.INSCRIBED),
          Map.entry("name-prefix", Lexicon.NAME_PREFIX),
          Map.entry("nationality", Lexicon.NATIONALITY),
          Map.entry("place", Lexicon.PLACE),
          Map.entry("common", Lexicon.COMMON),
          Map.entry("yesterday", Lexicon.DAY),
          Map.entry("today", Lexicon.DAY),
          Map.entry("tomorrow", Lexicon.DAY),
          Map.entry("given-male", Lexicon.GIVEN_MALE),
          Map.entry("given-female", Lexicon.GIVEN_FEMALE),
          Map.entry("given", Lexicon.GIVEN),
          Map.entry("remark", Lexicon.REMARK),
          Map.entry("work", Lexicon.WORK),
          Map.entry("noun-too", Lexicon.NOUN_TOO),
          Map.entry("be", Lexicon.BE),
          Map.entry("object", Lexicon.OBJECT),
          Map.entry("always-verb", Lexicon.ALWAYS_VERB),
          Map.entry("speechless", Lexicon.SPEECHLESS),
          Map.entry("elision", Lexicon.ELISION),
          Map.entry("addressed", Lexicon.SPEECH | Lexicon.ADDRESSED),
          Map.entry("naming", Lexicon.SPEECH | Lexicon.NAMING),
          Map.entry("quoting", Lexicon.SPEECH | Lexicon.QUOTING),
          Map.entry("clausal", Lexicon.CLAUSAL),
          Map.entry("stance", Lexicon.STANCE),
          Map.entry("topical", Lexicon.TOPICAL),
          Map.entry("speech", Lexicon.SPEECH),
          Map.entry("thought", Lexicon.THOUGHT),
          Map.entry("common-verb", Lexicon.COMMON_VERB));

  private final WordTable words = new WordTable();
  private int lastNumber = Lexicon.NO_NUMBER;

  /** {@return the English words, from the resources of this package} */
  static Lexicon english() {
    LexiconReader reader = new LexiconReader();
    reader.addAll(load("en/words.txt"));
    reader.addAll(load("en/verbs.txt"));
    reader.addAll(load("en/given-names.txt"));
    reader.addAll(load("en/calendar.txt"));
    reader.numberAll(load("en/grammar.txt"));
    reader.numberAll(load("en/cue-phrases.txt"));
    return reader.lexicon();
  }

  private static WordList load(String resource) {
    return WordList.load(LexiconReader.class, resource);
  }

  /**
   * Reads word lists.
   *
   * @throws IllegalStateException if a section is unknown, or an entry malformed or there twice
   */
  static Lexicon read(WordList... lists) {
    LexiconReader reader = new LexiconReader();
    for (WordList list : lists) {
      reader.addAll(list);
    }
    return reader.lexicon();
  }

  private Lexicon lexicon() {
    return new Lexicon(words, lastNumber);
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
    if ((section & (Lexicon.VERB | Lexicon.CLAUSAL | Lexicon.STANCE | Lexicon.TOPICAL)) == 0) {
      requireLowerCase(entry);
      add(entry, section);
      return;
    }
    VerbForms verb = VerbForms.parse(entry);
    add(verb.base(), section | Lexicon.BASE);
    addAll(verb.third(), section | Lexicon.THIRD);
    addAll(verb.past(), section | Lexicon.PAST);
    addAll(verb.participle(), section | Lexicon.PARTICIPLE);
    addAll(verb.ing(), section | Lexicon.ING);
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
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') {
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
        if (words.number(entry) == Lexicon.NO_NUMBER) {
          words.setNumber(entry, ++lastNumber);
        }
      }
    }
  }
}
