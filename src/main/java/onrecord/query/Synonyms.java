package onrecord.query;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import onrecord.model.KnownSpeaker;

/**
 * Words and names that the owner of an archive wants to count as the same. They are added to a
 * query before it is searched for, so that every answer states them in its query. Immutable.
 *
 * {@snippet file="onrecord/query/SnippetsTest.java" region="synonyms"}
 *
 * <p>The text form has one group on each line. In {@code car, automobile, motor car}, each form
 * also finds the others; in {@code pm => prime minister, premier}, the forms before the arrow also
 * find those after it. Empty lines and lines that start with {@code #} are left out.
 *
 * <p>Forms are compared without regard to case, word by word, the longest first. They are applied
 * to words, phrases and whole names, but not to words near one another, to patterns, or to words
 * that are compared exactly or in their case.
 */
public final class Synonyms {

  /** No synonyms. */
  public static final Synonyms NONE = new Synonyms(Map.of(), Map.of());

  private static final Pattern BLANKS = Pattern.compile("(?U)\\s+");
  private static final Pattern ARROW = Pattern.compile("=>");
  private static final Pattern COMMA = Pattern.compile(",");

  /** The forms that others also find, each as its words in lower case. */
  private final Map<List<String>, Set<String>> words;

  private final Map<List<String>, Set<String>> names;

  private Synonyms(Map<List<String>, Set<String>> words, Map<List<String>, Set<String>> names) {
    this.words = words;
    this.names = names;
  }

  /**
   * A query to which synonyms were added. Immutable.
   *
   * @param query the query with the synonyms
   * @param uses the synonyms that were added
   */
  public record Expanded(Query query, List<Use> uses) {
    /** Copies the list. */
    public Expanded {
      requireNonNull(query, "query");
      uses = List.copyOf(uses);
    }
  }

  /**
   * A form of a query with the forms that were added to it. Immutable.
   *
   * @param form the form, as the query has it
   * @param added the forms that are searched for as well
   */
  public record Use(String form, List<String> added) {
    /** Copies the list. */
    public Use {
      requireNonNull(form, "form");
      added = List.copyOf(added);
    }
  }

  /**
   * Parses the text form.
   *
   * @throws IllegalArgumentException if a line is malformed; the message has its number
   */
  public static Synonyms parse(String text) {
    Map<List<String>, Set<String>> others = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        addLine(line, number, others);
      }
    }
    return new Synonyms(others, others);
  }

  /** {@return whether there are none} */
  public boolean isEmpty() {
    return words.isEmpty() && names.isEmpty();
  }

  private static void addLine(String line, int number, Map<List<String>, Set<String>> others) {
    List<String> sides = List.of(ARROW.split(line, -1));
    List<String> left = forms(sides.getFirst());
    List<String> right = sides.size() == 2 ? forms(sides.get(1)) : left;
    boolean isComplete = sides.size() == 2 ? !left.isEmpty() : left.size() >= 2;
    if (sides.size() > 2 || !isComplete || right.isEmpty()) {
      throw new IllegalArgumentException(
          "line "
              + number
              + " of the synonyms must be two or more forms separated by commas, or forms on both"
              + " sides of =>, but was '"
              + CitationText.shortened(line)
              + "'");
    }
    add(left, right, others);
  }

  private static List<String> forms(String list) {
    return COMMA
        .splitAsStream(list)
        .map(String::strip)
        .filter(WordText::hasWord)
        .distinct()
        .toList();
  }

  private static void add(
      List<String> from, List<String> to, Map<List<String>, Set<String>> others) {
    for (String form : from) {
      Set<String> added = others.computeIfAbsent(words(form), f -> new LinkedHashSet<>());
      to.stream().filter(other -> !words(other).equals(words(form))).forEach(added::add);
    }
  }

  /** {@return synonyms by which a speaker who is named in a query is found by each known name} */
  public static Synonyms ofSpeakers(Collection<KnownSpeaker> speakers) {
    Map<List<String>, Set<String>> others = new LinkedHashMap<>();
    for (KnownSpeaker speaker : speakers) {
      List<String> all = speaker.names().filter(WordText::hasWord).toList();
      add(all, all, others);
    }
    return new Synonyms(Map.of(), others);
  }

  /** {@return these synonyms and others} */
  public Synonyms and(Synonyms more) {
    return new Synonyms(joined(words, more.words), joined(names, more.names));
  }

  private static Map<List<String>, Set<String>> joined(
      Map<List<String>, Set<String>> first, Map<List<String>, Set<String>> second) {
    Map<List<String>, Set<String>> joined = new LinkedHashMap<>();
    Stream.of(first, second)
        .forEach(map ->
            map.forEach((form, added) ->
                joined.computeIfAbsent(form, f -> new LinkedHashSet<>()).addAll(added)));
    return joined;
  }

  /**
   * {@return a query with these synonyms}
   *
   * @throws SearchLimitException if a phrase would have too many forms, or queries would be nested
   *     too deep
   */
  public Expanded expand(Query query) {
    SynonymExpansion expansion = new SynonymExpansion(this);
    Query expanded = expansion.expand(query);
    return new Expanded(expanded, expansion.uses());
  }

  /** {@return the words of a form, in lower case} */
  static List<String> words(String form) {
    return List.copyOf(BLANKS.splitAsStream(form.strip().toLowerCase(Locale.ROOT)).toList());
  }

  /** {@return the words of a text as they are written} */
  static List<String> written(String text) {
    return new ArrayList<>(BLANKS.splitAsStream(text.strip()).toList());
  }

  /** {@return the forms that are searched for in addition to a form, none for most} */
  Set<String> added(List<String> form, Target target) {
    return (target.isName() ? names : words)
        .getOrDefault(form.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList(), Set.of());
  }

  /** {@return the forms that are searched for in addition to a whole name} */
  Set<String> added(String name) {
    return names.getOrDefault(words(name), Set.of());
  }

  /** {@return the number of words of the longest form} */
  int longest(Target target) {
    return (target.isName() ? names : words).keySet().stream().mapToInt(List::size).max().orElse(0);
  }
}
