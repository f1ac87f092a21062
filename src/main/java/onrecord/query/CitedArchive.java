package onrecord.query;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The archive that a citation is from, and when and by which program it was made. Immutable.
 *
 * @param day the day on which the citation was made, in UTC
 * @param version the version of Onrecord that made it
 * @param name the name of the archive, which is that of its folder
 * @param state the name of the frozen state that was read; empty for the last state
 * @param articles the number of articles in the archive
 * @param quotations the number of quotations of every kind in the archive
 * @param extractors the number of articles in the archive by the version of the extractor that
 *     found their quotations, in the order of the versions, where "given" represents articles whose
 *     quotations the source gave
 */
public record CitedArchive(
    LocalDate day,
    String version,
    String name,
    Optional<String> state,
    long articles,
    long quotations,
    SortedMap<String, Long> extractors) {

  /** Represents articles whose quotations were given by their source. */
  public static final String GIVEN = "given";

  private static final Pattern SPEAKERS = Pattern.compile("\\+([0-9a-f]{16})$");

  /**
   * Validates the components.
   *
   * @throws IllegalArgumentException if a number is negative
   */
  public CitedArchive {
    requireNonNull(day, "day");
    requireNonNull(version, "version");
    requireNonNull(name, "name");
    requireNonNull(state, "state");
    requireNotNegative("articles", articles);
    requireNotNegative("quotations", quotations);
    extractors = ImmutableSortedMap.copyOf(extractors);
    extractors.forEach((extractor, count) -> requireNotNegative("articles by extractor", count));
  }

  private static void requireNotNegative(String what, long number) {
    if (number < 0) {
      throw new IllegalArgumentException(
          what + " of a cited archive must be 0 or more, but was " + number);
    }
  }

  /** {@return the checksums of the lists of known speakers that the extractors used} */
  public SortedSet<String> speakerLists() {
    return speakerLists(extractors);
  }

  /**
   * {@return the checksums of the lists of known speakers that extractors used, which the versions
   * of the extractors end with: the first 16 hexadecimal digits of a SHA-256 of the content of the
   * list}
   *
   * @param extractors the number of articles by the version of the extractor
   */
  public static SortedSet<String> speakerLists(Map<String, Long> extractors) {
    SortedSet<String> lists = new TreeSet<>();
    for (String version : extractors.keySet()) {
      Matcher list = SPEAKERS.matcher(version);
      if (list.find()) {
        lists.add(list.group(1));
      }
    }
    return lists;
  }

  /** {@return the archive and the program in words, as in a footnote} */
  String inWords() {
    return "archive \""
        + name
        + "\""
        + state.map(frozen -> " at \"" + frozen + "\"").orElse("")
        + " ("
        + counted(articles, "article")
        + ", "
        + counted(quotations, "quotation")
        + "), Onrecord "
        + version
        + ", "
        + day;
  }

  static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
