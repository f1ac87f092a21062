package onrecord.eval;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares names ignoring titles, case, accents, punctuation and a possessive ending. */
final class NameForms {
  private static final Set<String> TITLES =
      Set.of(
          ("mr mrs ms miss dr sir dame lord lady prof professor president vice sen senator rep"
                  + " representative gov governor mayor judge justice gen general col colonel capt"
                  + " captain lt sgt secretary chairman chairwoman king queen prince princess pope"
                  + " rev reverend attorney former democratic republican candidate nominee the a an"
                  + " jr sr ii iii")
              .split(" "));
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern POSSESSIVE =
      Pattern.compile("'s\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WORD = Pattern.compile("[a-z0-9']+");

  private NameForms() {}

  static boolean same(String name, GoldArticle.Label label) {
    List<String> words = words(name);
    return !words.isEmpty()
        && (words.equals(words(label.name()))
            || label.aliases().stream().anyMatch(alias -> words.equals(words(alias))));
  }

  private static List<String> words(String name) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
            .replaceAll("")
            .replace('’', '\'')
            .toLowerCase(Locale.ROOT);
    List<String> all = new ArrayList<>();
    Matcher m = WORD.matcher(POSSESSIVE.matcher(plain).replaceAll(""));
    while (m.find()) {
      all.add(m.group());
    }
    List<String> core = all.stream().filter(word -> !TITLES.contains(word)).toList();
    return core.isEmpty() ? List.copyOf(all) : core;
  }
}
