package onrecord.source;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import onrecord.text.WordList;

/**
 * The line that names the authors of an article, such as "By ADA HOLM and Bo Lind in Oslo" or
 * "Holm, Ada; Lind, Bo".
 */
final class Byline {

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?i:interview|protokoll|kommentar|analyse|analysis)\\s*:\\s*|(?i:by|from|par|door|story by|words by|text)\\s*:?\\s+|(?:Von|VON|Por|POR|Da)\\s+(?=\\S+\\s))"
              + "(?=\\p{Lu})");
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*[;|/]\\s*|\\s*,?\\s+(?i:and|und|et|en|y|e|og|och|&)\\s+(?=\\p{Lu})|\\s+&\\s+");
  private static final Pattern PLACE =
      Pattern.compile("\\s+(?i:in|at|à|a|en|te|aus|aan)\\s+\\p{Lu}[\\p{L} .'-]*$");
  private static final Pattern SPECIAL = Pattern.compile("(?i),?\\s*\\bspecial (?:to|for) .*$");
  private static final Pattern NOTE = Pattern.compile("\\s*\\([^()]{0,80}\\)\\s*");
  private static final Splitter COMMA = Splitter.on(',').trimResults().omitEmptyStrings();
  private static final ImmutableSet<String> DESCRIPTIONS =
      WordList.load(Byline.class, "byline-words.txt").words().stream()
          .map(WordList.Entry::text)
          .collect(ImmutableSet.toImmutableSet());
  private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");
  private static final int NAME_WORDS = 4;

  private Byline() {}

  /** {@return the names, as printed, without what else the line says of them} */
  static List<String> names(String line) {
    List<String> names = new ArrayList<>();
    for (String part : Splitter.on(BETWEEN).split(bare(line))) {
      String bare = LEAD.matcher(part.strip()).replaceFirst("");
      addNames(PLACE.matcher(bare).replaceFirst(""), names);
    }
    return names;
  }

  private static String bare(String line) {
    String named = SPECIAL.matcher(NOTE.matcher(line).replaceAll(" ").strip()).replaceFirst("");
    return named.isEmpty() ? line.strip() : named;
  }

  /** Adds the names of a part, in which commas separate names, or a name and its description. */
  private static void addNames(String part, List<String> names) {
    List<String> parts = COMMA.splitToList(part);
    if (parts.size() == 2 && isWord(parts.get(0)) && isGiven(parts.get(1))) {
      add(parts.get(1) + " " + parts.get(0), names);
      return;
    }
    String name = "";
    for (String next : parts) {
      if (SUFFIXES.contains(next.toLowerCase(Locale.ROOT)) && !name.isEmpty()) {
        name = name + ", " + next;
      } else if (name.isEmpty() || isName(next)) {
        add(name, names);
        name = next;
      }
    }
    add(name, names);
  }

  private static void add(String name, List<String> names) {
    String clean = CharMatcher.anyOf(" .,:-").trimLeadingFrom(name.strip());
    if (!clean.isEmpty() && !names.contains(clean)) {
      names.add(clean);
    }
  }

  /** Two to four words, of which the first and the last have capitals. */
  private static boolean isName(String text) {
    List<String> words = Splitter.on(' ').omitEmptyStrings().splitToList(text);
    return words.size() >= 2
        && words.size() <= NAME_WORDS
        && isCapital(words.getFirst())
        && isCapital(words.getLast())
        && words.stream()
            .map(word -> word.toLowerCase(Locale.ROOT))
            .noneMatch(word -> word.equals("the") || DESCRIPTIONS.contains(word));
  }

  private static boolean isWord(String text) {
    return text.indexOf(' ') < 0 && isCapital(text);
  }

  /** One given name, or one and initials. */
  private static boolean isGiven(String text) {
    List<String> words = Splitter.on(' ').omitEmptyStrings().splitToList(text);
    return isCapital(text)
        && (words.size() == 1 || (words.size() == 2 && words.get(1).length() <= 2))
        && !SUFFIXES.contains(text.toLowerCase(Locale.ROOT))
        && text.indexOf('.') <= text.length() - 1
        && !text.contains("www");
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }
}
