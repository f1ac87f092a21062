package onrecord.source;

import com.google.common.collect.ImmutableMap;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import onrecord.model.Article;
import org.jspecify.annotations.Nullable;

/** Counts what a reader reads, for its {@link ReadReport}. Not thread-safe. */
final class ReadTally {

  private static final int NAMES = 1000;
  private static final int NAME_LENGTH = 80;
  private static final String OTHERS = "others";

  private static final ImmutableMap<String, Predicate<Article>> REPORTED =
      ImmutableMap.of(
          "published", article -> article.published().isPresent(),
          "title", article -> !article.title().isBlank(),
          "outlet", article -> article.outlet().isPresent());

  private final Map<ArticleFormat, Long> files = new EnumMap<>(ArticleFormat.class);
  private final Map<String, Long> notRead = new LinkedHashMap<>();
  private final Map<String, Long> skipped = new LinkedHashMap<>();
  private final Map<String, Long> unused = new LinkedHashMap<>();
  private final Map<String, Long> missing = new LinkedHashMap<>();
  private final Map<String, Long> embargoed = new LinkedHashMap<>();
  private final List<OwnColumn> own;
  private long articles;
  private long failures;
  private long withdrawn;
  private long unreadDates;
  private @Nullable String unreadDate;

  /**
   * Starts at nothing.
   *
   * @param own the columns of fields of the owner of the archive, which articles should have
   */
  ReadTally(List<OwnColumn> own) {
    this.own = List.copyOf(own);
  }

  /** Counts a file that was opened. */
  void opened(ArticleFormat format) {
    files.merge(format, 1L, Long::sum);
  }

  /** Counts a file that was found and is not read. */
  void notRead(String kind) {
    count(notRead, kind);
  }

  /** Counts something that is not an article, or an article that lacks something, by the reason. */
  void skipped(String reason, long number) {
    count(skipped, reason, number);
  }

  /** Counts a record, and returns whether it is to be returned to the caller of the reader. */
  boolean count(ArticleRecord record) {
    ArticleRecord.Notes notes = record.notes();
    if (notes.skipped().isPresent()) {
      count(skipped, notes.skipped().get());
      return false;
    }
    if (notes.embargoed().isPresent()) {
      count(embargoed, notes.embargoed().get());
      return false;
    }
    if (record.withdrawn().isPresent()) {
      withdrawn++;
      return true;
    }
    Optional<Article> article = record.articleIfRead();
    if (article.isEmpty()) {
      failures++;
      return true;
    }
    articles++;
    notes.unusedFields().forEach(field -> count(unused, field));
    notes.missing().forEach(what -> count(missing, what));
    REPORTED.forEach((component, present) -> {
      if (!present.test(article.get())) {
        count(missing, component);
      }
    });
    for (OwnColumn column : own) {
      if (article.get().fields().of(column.name()).isEmpty()) {
        count(missing, column.name());
      }
    }
    notes
        .unreadDate()
        .ifPresent(date -> {
          unreadDates++;
          unreadDate = unreadDate == null ? date : unreadDate;
        });
    return true;
  }

  /** {@return a name from outside, cut to a length that can be printed} */
  static String shortened(String name) {
    return name.length() <= NAME_LENGTH
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME_LENGTH / 2)) + "\u2026";
  }

  private static void count(Map<String, Long> counts, String longName) {
    count(counts, longName, 1);
  }

  private static void count(Map<String, Long> counts, String longName, long number) {
    if (number == 0) {
      return;
    }
    String name = shortened(longName);
    counts.merge(
        counts.size() < NAMES || counts.containsKey(name) ? name : OTHERS, number, Long::sum);
  }

  /** {@return what was counted so far} */
  ReadReport report() {
    return new ReadReport(
        articles,
        failures,
        withdrawn,
        files,
        notRead,
        skipped,
        embargoed,
        unused,
        missing,
        unreadDates,
        Optional.ofNullable(unreadDate));
  }
}
