package onrecord.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the names of the authors in what a page declares. */
final class AuthorNames {

  private static final int LONGEST = 100;
  private static final int MOST = 40;
  private static final Pattern BY =
      Pattern.compile(
          "^(?:written\\s+by|story\\s+by|by|von|par|por|av|af|door|di)\\s*:?\\s+(?=\\p{Lu})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[,;|&]\\s*|\\s+(?:and|und|og|och|et|y|en)\\s+(?=\\p{Lu})");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final List<String> PROPERTIES =
      List.of(
          "author",
          "article:author",
          "article:author_name",
          "parsely-author",
          "sailthru.author",
          "byl",
          "dc.creator",
          "dcterms.creator",
          "cxenseparse:author",
          "itemprop:author");

  private AuthorNames() {}

  /**
   * {@return the names: those of the linked data, or else of the properties, or else of the
   * elements that are declared to contain an author}
   */
  static List<String> of(Declarations declared, DeclaredArticle article) {
    return Stream.of(
            names(article.texts("author")),
            names(article.texts("creator")),
            PROPERTIES.stream()
                .map(property -> names(declared.all(property)))
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(Set.of()),
            names(declared.signatures().stream().limit(2).toList()))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .<List<String>>map(ArrayList::new)
        .orElse(List.of());
  }

  private static Set<String> names(Iterable<String> printed) {
    Set<String> names = new LinkedHashSet<>();
    for (String text : printed) {
      for (String name : split(text)) {
        if (names.size() < MOST) {
          clean(name).ifPresent(names::add);
        }
      }
    }
    return names;
  }

  /** A list is split if each part could be a name, which "Bo Lind, Reporter" cannot. */
  private static List<String> split(String text) {
    List<String> parts =
        Stream.of(BETWEEN.split(text, -1)).map(String::strip).filter(p -> !p.isEmpty()).toList();
    boolean names =
        parts.stream().allMatch(p -> p.indexOf(' ') > 0 && Character.isUpperCase(p.charAt(0)));
    return names ? parts : List.of(text);
  }

  private static Optional<String> clean(String text) {
    String blanks = BLANKS.matcher(text).replaceAll(" ").strip();
    String name = BY.matcher(blanks).replaceFirst("");
    String lower = name.toLowerCase(Locale.ROOT);
    boolean isName =
        !name.isEmpty()
            && name.length() <= LONGEST
            && !lower.contains("://")
            && !lower.startsWith("www.")
            && !lower.equals("null")
            && !lower.equals("undefined")
            && name.chars().anyMatch(Character::isLetter);
    return isName ? Optional.of(name) : Optional.empty();
  }
}
