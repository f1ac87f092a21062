package onrecord.source;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The line that names the authors of an article, such as "By Ada Holm and Bo Lind". */
final class Byline {

  private static final Pattern LEAD =
      Pattern.compile(
          "(?i)^\\s*(?:by|von|vom|par|door|por|di|da|af|av|story by|words by)\\b\\s*:?\\s*");
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*;\\s*|\\s*\\|\\s*|\\s+(?i:and|und|et|en|y|e|og|och|&)\\s+");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Splitter BLANKS = Splitter.on(CharMatcher.whitespace()).omitEmptyStrings();
  private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");
  private static final int NAME_WORDS = 4;

  private Byline() {}

  /** {@return the line without the word "By"} */
  static String strip(String line) {
    return LEAD.matcher(line.strip()).replaceFirst("").strip();
  }

  /**
   * {@return the names, as printed; a part that is not a name, such as "Staff Writer", is kept if
   * it is all there is}
   */
  static List<String> names(String line) {
    return BETWEEN
        .splitAsStream(strip(line))
        .flatMap(part -> commas(part).stream())
        .map(Byline::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Commas separate names only where every part has the form of a name of two words or more. */
  private static List<String> commas(String part) {
    List<String> parts = COMMA.splitAsStream(part).filter(name -> !name.isEmpty()).toList();
    boolean names =
        parts.stream()
            .allMatch(name -> isName(name) && !SUFFIXES.contains(name.toLowerCase(Locale.ROOT)));
    if (names) {
      return parts;
    }
    return List.of(part);
  }

  private static boolean isName(String part) {
    List<String> words = BLANKS.splitToList(part);
    return words.size() >= 2
        && words.size() <= NAME_WORDS
        && Character.isUpperCase(words.getFirst().codePointAt(0))
        && Character.isUpperCase(words.getLast().codePointAt(0));
  }
}
