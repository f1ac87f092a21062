package onrecord.extract;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.regex.Pattern;

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
  private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern SIBILANT_END = Pattern.compile(".*(s|x|z|ch|sh|[^aeiou]o)");
  private static final Pattern CONSONANT_Y_END = Pattern.compile(".*[^aeiou]y");
  private static final Pattern DOUBLING_END =
      Pattern.compile(".*([^aeiou][aeiou]|qu[aeiou])[bdgklmnprt]");

  /**
   * Reads an entry of the list of verbs.
   *
   * @throws IllegalArgumentException if the entry is neither a lemma nor five forms
   */
  static VerbForms parse(String entry) {
    List<String> forms = FORMS.splitToList(entry);
    if (forms.size() == 1) {
      return regular(entry);
    }
    boolean wellFormed =
        FORM.matcher(forms.getFirst()).matches()
            && forms.stream().allMatch(f -> f.equals(NO_FORM) || FORM.matcher(f).matches());
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
    if (!FORM.matcher(base).matches()) {
      throw new IllegalArgumentException("expected a verb, but found '" + entry + "'");
    }
    if (!doubles && !mayDouble) {
      String past = past(base);
      return new VerbForms(base, List.of(third(base)), List.of(past), List.of(past), ing(base));
    }
    if (!DOUBLING_END.matcher(base).matches()) {
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
    if (CONSONANT_Y_END.matcher(base).matches()) {
      return withoutLast(base, 1) + "ies";
    }
    return base + (SIBILANT_END.matcher(base).matches() ? "es" : "s");
  }

  private static String past(String base) {
    if (CONSONANT_Y_END.matcher(base).matches()) {
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

  private static String withoutLast(String text, int letters) {
    return text.substring(0, text.length() - letters);
  }
}
