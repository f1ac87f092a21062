package onrecord.source;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of press databases have in common. */
final class Press {

  private static final Pattern LENGTH = Pattern.compile("\\d[\\d.,'’ ]*+\\s?\\p{L}{1,15}\\.?");
  private static final Pattern SCORE = Pattern.compile("\\s*\\(\\d{1,3}\\s?%\\)\\s*$");
  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "(?i)(?:copyright|©|\\(c\\)).*"
              + "|.{0,60}?\\b(?:all rights reserved|alle rechte vorbehalten|tous droits r[ée]serv[ée]s"
              + "|alle rechten voorbehouden|todos los derechos reservados|tutti i diritti riservati"
              + "|todos os direitos reservados|alle rettigheder forbeholdes|rights reserved)\\W*+.{0,60}",
          Pattern.DOTALL);
  private static final CharMatcher BLANK =
      CharMatcher.whitespace().or(CharMatcher.anyOf("\u200B\uFEFF"));
  private static final Splitter SEMICOLON = Splitter.on(';').trimResults().omitEmptyStrings();

  private Press() {}

  /** {@return a text with each sequence of blanks and line breaks replaced by one blank} */
  static String clean(String text) {
    return BLANK.trimAndCollapseFrom(text, ' ');
  }

  /** {@return whether a value is a number of words, such as "1,109 words"} */
  static boolean isLength(String value) {
    return LENGTH.matcher(value.strip()).matches();
  }

  /** {@return whether a line states a copyright} */
  static boolean isCopyright(String line) {
    return COPYRIGHT.matcher(line).matches();
  }

  /** {@return index terms without their scores, such as "ELECTIONS (91%)"} */
  static List<String> terms(String value) {
    List<String> terms = new ArrayList<>();
    for (String term : SEMICOLON.split(value)) {
      String name = SCORE.matcher(term).replaceFirst("").strip();
      if (!name.isEmpty() && !terms.contains(name)) {
        terms.add(name);
      }
    }
    return terms;
  }

  /** Adds the language that a value names, or records that it is not known. */
  static void addLanguage(ArticleFields fields, String field, String value) {
    Optional<String> tag = LanguageName.tag(value);
    if (tag.isEmpty()) {
      fields.unused(field);
    } else if (!fields.has("language")) {
      fields.add("language", tag.get());
    }
  }

  /** Adds the section that a value starts with, since pages and editions follow it. */
  static void addSection(ArticleFields fields, String value) {
    if (!fields.has("section")) {
      SEMICOLON.splitToStream(value).findFirst().ifPresent(part -> fields.add("section", part));
    }
  }

  /** Adds a value to a field that has none, and returns whether it had none. */
  static boolean addOnce(ArticleFields fields, String name, String value) {
    boolean first = !fields.has(name) && !value.isBlank();
    if (first) {
      fields.add(name, clean(value));
    }
    return first;
  }
}
