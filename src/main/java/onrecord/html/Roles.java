package onrecord.html;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import onrecord.html.Region.Role;
import onrecord.text.WordList;
import org.jsoup.nodes.Element;

/**
 * Finds what the elements of a page are for, by their names, roles, and the words in their classes
 * and ids. Not thread-safe.
 */
final class Roles {

  private static final WordList WORDS = WordList.load(Roles.class, "roles.txt");
  private static final ImmutableSet<String> FURNITURE = words("furniture");
  private static final ImmutableSet<String> COMMENTS = words("comments");
  private static final ImmutableSet<String> ARTICLE = words("article");
  private static final ImmutableSet<String> QUALIFIERS = words("qualifiers");
  private static final ImmutableSet<String> ELEMENTS = words("elements");
  private static final ImmutableSet<String> ARIA = words("aria");
  private static final ImmutableSet<String> HIDDEN = words("hidden");
  private static final ImmutableSet<String> UNSEEN = words("unseen");
  private static final int MAX_NAMES = 2000;

  private final Map<String, Role> rolesOfNames = new HashMap<>();

  /** {@return the role of a block element} */
  Role of(Element element) {
    String tag = element.normalName();
    if (tag.equals("body") || tag.equals("html") || tag.equals("main")) {
      return Role.PLAIN;
    }
    if (isArticleBody(element)) {
      return Role.ARTICLE;
    }
    if (ELEMENTS.contains(tag)
        || ARIA.contains(element.attr("role").toLowerCase(Locale.ROOT))
        || isUnseen(element)) {
      return Role.FURNITURE;
    }
    Role byName = ofNames(element);
    return byName == Role.PLAIN && tag.equals("article") ? Role.ARTICLE : byName;
  }

  /** {@return whether an element within a paragraph is there for screen readers or scripts only} */
  boolean isUnseenInline(Element element) {
    return isUnseen(element) || containsUnseenName(element.className());
  }

  /**
   * {@return whether the names of an element within a paragraph are those of a caption or the like}
   */
  boolean isNote(Element element) {
    return element.normalName().equals("span") && ofNames(element) == Role.FURNITURE;
  }

  private static boolean containsUnseenName(String names) {
    if (names.isEmpty()) {
      return false;
    }
    for (String name : UNSEEN) {
      if (names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isArticleBody(Element element) {
    return element.attr("itemprop").equalsIgnoreCase("articleBody")
        || element.attr("property").equalsIgnoreCase("articleBody");
  }

  private static boolean isUnseen(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String style = element.attr("style");
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || (style.contains("display") && style.replace(" ", "").contains("display:none"));
  }

  private Role ofNames(Element element) {
    String names = element.className() + ' ' + element.id();
    if (names.length() <= 1) {
      return Role.PLAIN;
    }
    Role known = rolesOfNames.get(names);
    if (known == null) {
      known = ofNames(names);
      if (rolesOfNames.size() < MAX_NAMES) {
        rolesOfNames.put(names, known);
      }
    }
    return known;
  }

  /** {@return the role that the names of classes and an id suggest} */
  static Role ofNames(String names) {
    boolean article = false;
    boolean furniture = false;
    for (String name : names.split("\\s+", -1)) {
      if (HIDDEN.contains(name) && !shownOnSomeScreens(names)) {
        return Role.FURNITURE;
      }
      List<String> words = split(name);
      if (words.isEmpty() || words.stream().anyMatch(QUALIFIERS::contains)) {
        continue;
      }
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        String pair = i + 1 < words.size() ? word + words.get(i + 1) : word;
        if (COMMENTS.contains(word) || COMMENTS.contains(pair)) {
          return Role.COMMENTS;
        }
        furniture |= FURNITURE.contains(word) || FURNITURE.contains(pair);
        article |= ARTICLE.contains(word) || ARTICLE.contains(pair);
      }
    }
    return furniture ? Role.FURNITURE : article ? Role.ARTICLE : Role.PLAIN;
  }

  /** Names such as "md:block" show on large screens what is hidden on others. */
  private static boolean shownOnSomeScreens(String names) {
    return names.contains(":block") || names.contains(":flex") || names.contains(":grid");
  }

  /** {@return the words of a name such as "relatedLinks" or "related-links", in lower case} */
  private static List<String> split(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean letter = i < name.length() && Character.isLetterOrDigit(name.charAt(i));
      boolean capital =
          letter
              && i > start
              && Character.isUpperCase(name.charAt(i))
              && Character.isLowerCase(name.charAt(i - 1));
      if (!letter || capital) {
        if (i > start) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = capital ? i : i + 1;
      }
    }
    return words;
  }

  private static ImmutableSet<String> words(String section) {
    return ImmutableSet.copyOf(Set.copyOf(WORDS.section(section)));
  }
}
