package onrecord.extract;

import java.util.HashMap;
import java.util.Map;
import onrecord.extract.Tokens.Shape;

/** The acronyms that a text explains: "HT" in "the Harbour Trust (HT)". */
final class Acronyms extends Step {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 6;

  private final Map<Integer, Integer> explained = new HashMap<>();

  Acronyms(Analysis analysis) {
    super(analysis);
    for (int i = 1; i < phrases.size(); i++) {
      int name = i - 1;
      if (isInBrackets(i)
          && phrases.get(name).isName()
          && phrases.get(name).last() == phrases.get(i).first() - 2
          && isOfInitials(phrases.get(i).first(), phrases.get(name))) {
        explained.put(i, name);
      }
    }
  }

  /** {@return the phrase of each acronym, and that of the name before it} */
  Map<Integer, Integer> explained() {
    return explained;
  }

  private boolean isInBrackets(int phrase) {
    Phrase p = phrases.get(phrase);
    return p.first() == p.last()
        && tokens.shape(p.first()) == Shape.UPPER
        && tokens.length(p.first()) >= SHORTEST
        && tokens.length(p.first()) <= LONGEST
        && tokens.isSign(p.first() - 1, '(')
        && tokens.isSign(p.last() + 1, ')');
  }

  /** Whether each letter is the first of a word of the name, in their order, from the first on. */
  private boolean isOfInitials(int acronym, Phrase name) {
    String letters = tokens.string(acronym);
    int matched = 0;
    int words = 0;
    for (int token = name.nameFirst(); token <= name.nameLast(); token++) {
      boolean capital = tokens.isCapital(token);
      boolean next =
          capital
              && matched < letters.length()
              && tokens.charAt(tokens.start(token)) == letters.charAt(matched);
      if (words == 0 && capital && !next) {
        return false;
      }
      words += capital ? 1 : 0;
      matched += next ? 1 : 0;
    }
    return words > 1 && matched == letters.length();
  }
}
