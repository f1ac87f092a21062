package onrecord.extract;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of single English words, as sets of flags. It is read once from the word lists in
 * this package; its look-up takes no memory. Immutable, thread-safe.
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
  static final long ABBREVIATION = 1L << 29;
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

  /** Any verb of the lists. */
  static final long VERB = SPEECH | THOUGHT | COMMON_VERB;

  /** Any third-person or other pronoun that can be a subject. */
  static final long PRONOUN = HE | SHE | THEY | IT | I | WE | YOU;

  /** Words that do grammar and end a noun phrase. */
  static final long FUNCTION = PREPOSITION | CONJUNCTION | SUBORDINATOR | RELATIVE | AUXILIARY;

  /** Given names, whether or not they tell a man from a woman. */
  static final long GIVEN_NAME = GIVEN | GIVEN_MALE | GIVEN_FEMALE;

  /** Nouns for people and for what people speak through. */
  static final long SOURCE = ROLE | GROUP | BODY | DOCUMENT;

  private static final Splitter WORDS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
  private static final Splitter FORMS = Splitter.on('/');
  private static final Pattern SIBILANT_END = Pattern.compile(".*(s|x|z|ch|sh|o)");
  private static final Pattern DOUBLING_END = Pattern.compile(".*[^aeiou][aeiou][bdgklmnprt]");

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
          Map.entry("abbreviation", ABBREVIATION),
          Map.entry("role", ROLE),
          Map.entry("group", GROUP),
          Map.entry("body", BODY),
          Map.entry("document", DOCUMENT),
          Map.entry("organization", ORGANIZATION),
          Map.entry("particle", PARTICLE),
          Map.entry("suffix", SUFFIX),
          Map.entry("nationality", NATIONALITY),
          Map.entry("place", PLACE),
          Map.entry("common", COMMON),
          Map.entry("day", DAY),
          Map.entry("given-male", GIVEN_MALE),
          Map.entry("given-female", GIVEN_FEMALE),
          Map.entry("given", GIVEN),
          Map.entry("remark", REMARK),
          Map.entry("work", WORK),
          Map.entry("noun-too", NOUN_TOO),
          Map.entry("addressed", SPEECH | ADDRESSED),
          Map.entry("naming", SPEECH | NAMING),
          Map.entry("quoting", SPEECH | QUOTING),
          Map.entry("speech", SPEECH),
          Map.entry("thought", THOUGHT),
          Map.entry("common-verb", COMMON_VERB));

  /** The word lists of this package. */
  static final Lexicon ENGLISH = load("words.txt", "verbs.txt", "given-names.txt");

  private @Nullable String[] words = new @Nullable String[1 << 15];
  private long[] flags = new long[words.length];
  private int size;

  private Lexicon() {}

  private static Lexicon load(String... resources) {
    Lexicon lexicon = new Lexicon();
    for (String resource : resources) {
      try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("word list " + resource + " is missing from the library");
        }
        lexicon.read(
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), resource);
      } catch (IOException e) {
        throw new UncheckedIOException("word list " + resource + " cannot be read", e);
      }
    }
    return lexicon;
  }

  private void read(BufferedReader lines, String resource) throws IOException {
    long section = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String content = line.strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      if (content.startsWith("[")) {
        Long named = SECTIONS.get(content.substring(1, content.length() - 1));
        if (named == null) {
          throw new IllegalStateException("unknown section " + content + " in " + resource);
        }
        section = named;
        continue;
      }
      for (String entry : WORDS.split(content)) {
        if ((section & VERB) != 0) {
          addVerb(entry, section);
        } else {
          add(entry, section);
        }
      }
    }
  }

  private void addVerb(String entry, long kind) {
    List<String> forms = FORMS.splitToList(entry);
    String base = forms.get(0);
    add(base, kind | BASE);
    if (forms.size() == 5) {
      add(forms.get(1), kind | THIRD);
      add(forms.get(2), kind | PAST);
      add(forms.get(3), kind | PARTICIPLE);
      add(forms.get(4), kind | ING);
      return;
    }
    String stem = base.endsWith("e") ? base.substring(0, base.length() - 1) : base;
    boolean afterConsonantY =
        base.endsWith("y") && base.length() > 2 && !isVowel(base.charAt(base.length() - 2));
    if (afterConsonantY) {
      String past = base.substring(0, base.length() - 1) + "ied";
      add(base.substring(0, base.length() - 1) + "ies", kind | THIRD);
      add(past, kind | PAST | PARTICIPLE);
    } else {
      boolean sibilant = SIBILANT_END.matcher(base).matches();
      add(base + (sibilant ? "es" : "s"), kind | THIRD);
      add(stem + "ed", kind | PAST | PARTICIPLE);
    }
    add((base.endsWith("ee") ? base : stem) + "ing", kind | ING);
    if (DOUBLING_END.matcher(base).matches()) {
      // The list does not tell where the stress lies; the doubled forms of the others do no harm.
      String doubled = base + base.charAt(base.length() - 1);
      add(doubled + "ed", kind | PAST | PARTICIPLE);
      add(doubled + "ing", kind | ING);
    }
  }

  private static boolean isVowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  private void add(String word, long flag) {
    if (size * 2 >= words.length) {
      grow();
    }
    int slot = slot(word, 0, word.length());
    if (words[slot] == null) {
      words[slot] = word;
      size++;
    }
    flags[slot] |= flag;
  }

  private void grow() {
    @Nullable String[] oldWords = words;
    long[] oldFlags = flags;
    words = new @Nullable String[oldWords.length * 2];
    flags = new long[words.length];
    size = 0;
    for (int i = 0; i < oldWords.length; i++) {
      String word = oldWords[i];
      if (word != null) {
        add(word, oldFlags[i]);
      }
    }
  }

  /** {@return the flags of a word, whatever its case; 0 if it is not in the lists} */
  long flags(CharSequence text, int start, int end) {
    return flags[slot(text, start, end)];
  }

  private int slot(CharSequence text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + fold(text.charAt(i));
    }
    hash ^= hash >>> 15;
    int mask = words.length - 1;
    int slot = hash & mask;
    while (true) {
      String word = words[slot];
      if (word == null || matches(word, text, start, end)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  private static boolean matches(String word, CharSequence text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != fold(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  /** Folds the case, and both apostrophes into one. */
  private static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return c == '’' ? '\'' : Character.toLowerCase(c);
  }
}
