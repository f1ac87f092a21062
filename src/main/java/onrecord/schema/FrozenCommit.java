package onrecord.schema;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A commit that is kept under a name, as the user data of the last commit of the archive lists it.
 * A commit and the list that names it are therefore replaced in one step. Immutable.
 *
 * @param name the name of the state
 * @param generation the generation of the commit
 * @param day the day on which it was frozen
 */
public record FrozenCommit(String name, long generation, LocalDate day) {

  private static final String KEY = "onrecord.state.";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern VALUE = Pattern.compile("([1-9][0-9]{0,17}) ([0-9-]{10})");

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if the name has other characters than letters of English,
   *     digits, dots, underscores and hyphens, begins with another than a letter or digit, or has
   *     more than 64
   */
  public FrozenCommit {
    requireName(name);
    requireNonNull(day, "day");
  }

  /**
   * Validates the name of a state.
   *
   * @throws IllegalArgumentException if it is not valid, as for the constructor
   */
  public static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a state must be 1 to 64 letters a to z, digits, dots, underscores and"
              + " hyphens, the first a letter or digit, but was '"
              + name
              + "'");
    }
  }

  /**
   * {@return the frozen commits that the user data of a commit lists, in the order of their names}
   * What Onrecord does not write is left out.
   */
  public static SortedMap<String, FrozenCommit> listedIn(Map<String, String> userData) {
    SortedMap<String, FrozenCommit> frozen = new TreeMap<>();
    userData.forEach((key, value) -> {
      if (key.startsWith(KEY)) {
        read(key.substring(KEY.length()), value).ifPresent(state -> frozen.put(state.name, state));
      }
    });
    return frozen;
  }

  private static Optional<FrozenCommit> read(String name, String value) {
    Matcher parts = VALUE.matcher(value);
    if (!NAME.matcher(name).matches() || !parts.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new FrozenCommit(name, Long.parseLong(parts.group(1)), LocalDate.parse(parts.group(2))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@return user data that lists this commit as well} */
  public Map<String, String> addTo(Map<String, String> userData) {
    Map<String, String> more = new HashMap<>(userData);
    more.put(KEY + name, generation + " " + day);
    return more;
  }

  /** {@return user data that does not list this commit} */
  public Map<String, String> removeFrom(Map<String, String> userData) {
    Map<String, String> fewer = new HashMap<>(userData);
    fewer.remove(KEY + name);
    return fewer;
  }
}
