package onrecord.source;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import onrecord.text.WordList;

/**
 * The names under which tables and JSON objects hold the components of an article. Immutable.
 *
 * <p>The names that {@link ReadOptions#fields} specifies are preferred to the usual ones.
 */
final class FieldNames {

  private static final Pattern INSIGNIFICANT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final ImmutableListMultimap<String, String> USUAL = load();

  private static final Splitter PATH = Splitter.on('.').omitEmptyStrings();

  private final ImmutableListMultimap<String, Use> uses;

  /**
   * The use of a field.
   *
   * @param component the component of an article that it holds
   * @param rank its rank among the fields that may hold the component; the lowest is preferred
   * @param path the names that lead from its value, an object, to the value that is used; empty if
   *     that is the value itself
   */
  record Use(String component, int rank, List<String> path) {}

  private FieldNames(ListMultimap<String, Use> uses) {
    this.uses = ImmutableListMultimap.copyOf(uses);
  }

  private static ImmutableListMultimap<String, String> load() {
    ImmutableListMultimap.Builder<String, String> names = ImmutableListMultimap.builder();
    WordList.load(FieldNames.class, "fields.txt")
        .words()
        .forEach(word -> names.put(word.section(), word.text()));
    return names.build();
  }

  /**
   * {@return the names that are specified by the components that they hold, those of the columns of
   * the archive's own fields, and the usual names, unless they are among these}
   */
  static FieldNames of(Map<String, String> fields, List<OwnColumn> own) {
    ListMultimap<String, Use> uses = MultimapBuilder.hashKeys().arrayListValues().build();
    fields.forEach((component, name) -> putSpecified(component, name, uses));
    own.forEach(column -> putSpecified(column.component(), column.source(), uses));
    for (String component : ArticleFields.COMPONENTS) {
      int rank = 1;
      for (String name : USUAL.get(component)) {
        if (!uses.containsKey(name)) {
          uses.put(name, new Use(component, rank, List.of()));
        }
        rank++;
      }
    }
    return new FieldNames(uses);
  }

  private static void putSpecified(String component, String name, ListMultimap<String, Use> uses) {
    uses.put(significant(name), new Use(component, 0, List.of()));
    List<String> path = PATH.splitToList(name);
    if (path.size() > 1) {
      uses.put(significant(path.getFirst()), new Use(component, 0, path.subList(1, path.size())));
    }
  }

  /** {@return the uses of a field; none if it is not known} */
  List<Use> uses(String name) {
    return uses.get(significant(name));
  }

  /** {@return whether a field is known to hold articles that are objects} */
  static boolean isWrapper(String name) {
    return USUAL.containsEntry("wrapper", significant(name));
  }

  /** {@return whether a field is known to hold objects whose texts are not those of the article} */
  static boolean isApart(String name) {
    return USUAL.containsEntry("apart", significant(name));
  }

  /** {@return the letters and digits of a name, in lower case} */
  static String significant(String name) {
    return isSignificant(name)
        ? name
        : INSIGNIFICANT.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Whether a name is letters of ASCII in lower case and digits alone, as most are. */
  private static boolean isSignificant(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }
}
