package onrecord.extract;

import com.google.common.base.Splitter;
import java.util.List;

/**
 * The forms of an English verb. Immutable.
 *
 * @param base the lemma, such as "stop"
 * @param third the third person of the present, "stops"
 * @param past the past, "stopped"
 * @param participle the past participle
 * @param ing the present participle, "stopping"
 */
record VerbForms(
    String base, List<String> third, List<String> past, List<String> participle, List<String> ing) {

  private static final Splitter FORMS = Splitter.on('/');
  private static final String NO_FORM = "-";
  private static final String VOWELS = "aeiou";

  /** The consonants that are doubled. */
  private static final String DOUBLING = "bdgklmnprt";

  /** What the ending of the third person gets an "e" after. */
  private static final List<String> SIBILANTS = List.of("s", "x", "z", "ch", "sh");

  /**
   * Reads an entry of the list of verbs.
   *
   * @throws IllegalArgumentException if the entry is neither a lemma nor five forms
   */
  static VerbForms parse(String entry) {
    if (entry.indexOf('/') < 0) {
      return regular(entry);
    }
    List<String> forms = FORMS.splitToList(entry);
    boolean wellFormed = isForm(forms.getFirst());
    for (String form : forms) {
      wellFormed &= form.equals(NO_FORM) || isForm(form);
    }
    if (forms.size() != 5 || !wellFormed) {
      throw new IllegalArgumentException(
          "expected a lemma or base/third/past/participle/ing, but found '" + entry + "'");
    }
    return new VerbForms(
        forms.get(0),
        listed(forms.get(1)),
        listed(forms.get(2)),
        listed(forms.get(3)),
        listed(forms.get(4)));
  }

  private static List<String> listed(String form) {
    return form.equals(NO_FORM) ? List.of() : List.of(form);
  }

  private static VerbForms regular(String entry) {
    boolean doubles = entry.endsWith("*");
    boolean mayDouble = entry.endsWith("~");
    String base = doubles || mayDouble ? entry.substring(0, entry.length() - 1) : entry;
    if (!isForm(base)) {
      throw new IllegalArgumentException("expected a verb, but found '" + entry + "'");
    }
    if (!doubles && !mayDouble) {
      String past = past(base);
      return new VerbForms(base, List.of(third(base)), List.of(past), List.of(past), ing(base));
    }
    if (!endsAsDoubling(base)) {
      throw new IllegalArgumentException(
          "expected a verb that ends with a single vowel and a consonant, but found '"
              + entry
              + "'");
    }
    String doubled = base + base.charAt(base.length() - 1);
    List<String> past = doubles ? List.of(doubled + "ed") : List.of(base + "ed", doubled + "ed");
    List<String> ing = doubles ? List.of(doubled + "ing") : List.of(base + "ing", doubled + "ing");
    return new VerbForms(base, List.of(third(base)), past, past, ing);
  }

  private static String third(String base) {
    if (endsWithConsonantAnd(base, 'y')) {
      return withoutLast(base, 1) + "ies";
    }
    return base + (endsWithSibilant(base) ? "es" : "s");
  }

  private static String past(String base) {
    if (endsWithConsonantAnd(base, 'y')) {
      return withoutLast(base, 1) + "ied";
    }
    return base.endsWith("e") ? base + "d" : base + "ed";
  }

  private static List<String> ing(String base) {
    if (base.endsWith("ie")) {
      return List.of(withoutLast(base, 2) + "ying");
    }
    boolean silent = base.endsWith("e") && !base.endsWith("ee");
    return List.of((silent ? withoutLast(base, 1) : base) + "ing");
  }

  /** Whether a text is letters in lower case, in parts that are joined by hyphens. */
  private static boolean isForm(String text) {
    char before = '-';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '-' ? before == '-' : c < 'a' || c > 'z') {
        return false;
      }
      before = c;
    }
    return before != '-';
  }

  private static boolean isVowel(String text, int index) {
    return VOWELS.indexOf(text.charAt(index)) >= 0;
  }

  private static boolean endsWithConsonantAnd(String base, char last) {
    int end = base.length() - 1;
    return end > 0 && base.charAt(end) == last && !isVowel(base, end - 1);
  }

  private static boolean endsWithSibilant(String base) {
    boolean sibilant = endsWithConsonantAnd(base, 'o');
    for (String ending : SIBILANTS) {
      sibilant |= base.endsWith(ending);
    }
    return sibilant;
  }

  /**
   * Whether a base ends with a single vowel, which "u" after "q" is no part of, and a consonant.
   */
  private static boolean endsAsDoubling(String base) {
    int end = base.length() - 1;
    return end >= 2
        && DOUBLING.indexOf(base.charAt(end)) >= 0
        && isVowel(base, end - 1)
        && (!isVowel(base, end - 2) || base.startsWith("qu", end - 3));
  }

  private static String withoutLast(String text, int letters) {
    return text.substring(0, text.length() - letters);
  }
}
