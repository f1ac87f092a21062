package onrecord.source;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.model.Published;
import org.jspecify.annotations.Nullable;

/**
 * Reads the articles of a delivery of the Belgian press database Mediargus: a numbered list of
 * headlines, each with outlet, day, page and abstract, which is followed by the texts in the same
 * order, each after a line such as {@code 30-11-2011, p.23}. Not thread-safe.
 */
final class MediargusText implements RecordSource {

  private static final Pattern ENTRY = Pattern.compile("\\P{Alnum}?\\d{1,6}\\. (.+)");
  private static final Pattern PLACE =
      Pattern.compile("(.{1,100}), (\\p{L}+ \\d{1,2} \\p{L}+ \\d{4}), p\\. ?[^,]{1,20}, \\d+w\\.");
  private static final Pattern START =
      Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4}), p\\. ?\\S{1,20}");
  private static final int LINES_ABOVE_HEADLINE = 4;

  private final SourceInput input;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Iterator<Text> texts;

  /** An entry of the list. */
  private record Entry(String headline, String outlet, LocalDate day) {}

  /** The lines of a text that are not blank, the first of which says its day and page. */
  private record Text(long line, List<String> lines) {}

  /**
   * Creates a reader.
   *
   * @throws IOException if the file is too long
   */
  MediargusText(SourceInput input) throws IOException {
    this.input = input;
    this.texts = texts(input.text()).iterator();
  }

  /** {@return whether a content starts with an entry of such a list} */
  static boolean isRecognized(Head head) {
    List<String> lines =
        head.text().lines().map(Press::clean).filter(line -> !line.isEmpty()).limit(2).toList();
    return lines.size() == 2
        && ENTRY.matcher(lines.getFirst()).matches()
        && PLACE.matcher(lines.getLast()).matches();
  }

  /** Reads the list, and returns the texts after it. */
  private List<Text> texts(String content) {
    List<Text> found = new ArrayList<>();
    long number = 0;
    String before = "";
    for (String raw : (Iterable<String>) content.lines()::iterator) {
      number++;
      String line = Press.clean(raw);
      if (line.isEmpty()) {
        continue;
      }
      if (START.matcher(line).matches()) {
        found.add(new Text(number, new ArrayList<>()));
      }
      if (found.isEmpty()) {
        addEntry(before, line);
        before = line;
      } else if (!Press.isCopyright(line)) {
        found.getLast().lines().add(line);
      }
    }
    return found;
  }

  private void addEntry(String headline, String line) {
    Matcher entry = ENTRY.matcher(headline);
    Matcher place = PLACE.matcher(line);
    if (entry.matches() && place.matches()) {
      PublishedText.read(place.group(2), DateOrder.NONE)
          .ifPresent(
              published -> entries.add(new Entry(entry.group(1), place.group(1), published.day())));
    }
  }

  @Override
  public @Nullable ArticleRecord next() {
    if (texts.hasNext()) {
      return record(texts.next());
    }
    return entries.poll() == null
        ? null
        : ArticleRecord.skipped(input.source(), 0, "headline of Mediargus without its text");
  }

  private ArticleRecord record(Text text) {
    ArticleFields fields = new ArticleFields();
    Matcher start = START.matcher(text.lines().getFirst());
    Optional<LocalDate> day = start.matches() ? day(start) : Optional.empty();
    day.ifPresent(date -> fields.add("published", Published.on(date).toString()));
    Optional<Entry> entry =
        Optional.ofNullable(entries.poll())
            .filter(one -> day.filter(one.day()::equals).isPresent());
    entry.ifPresent(one -> fields.add("outlet", one.outlet()));
    int headline = headline(text.lines(), entry);
    fields.add("title", entry.map(Entry::headline).orElse(line(text.lines(), headline)));
    if (headline > 1) {
      fields.unused("line above the headline");
    }
    // One line that is not the headline is the names of editions.
    long above = headline == 0 && text.lines().size() == 2 ? 2 : headline + 1;
    fields.add("text", String.join("\n\n", text.lines().stream().skip(above).toList()));
    fields.unused("page");
    return fields.has("text")
        ? fields.toRecord(input, text.line())
        : ArticleRecord.skipped(input.source(), text.line(), "article of Mediargus without text");
  }

  private static Optional<LocalDate> day(Matcher start) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(start.group(3)),
              Integer.parseInt(start.group(2)),
              Integer.parseInt(start.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@return the place of the headline among the lines; 0 if they do not have that of the list} */
  private static int headline(List<String> lines, Optional<Entry> entry) {
    if (entry.isEmpty()) {
      return 1;
    }
    List<String> first = lines.subList(0, Math.min(lines.size(), 1 + LINES_ABOVE_HEADLINE));
    return Math.max(0, first.indexOf(entry.get().headline()));
  }

  private static String line(List<String> lines, int number) {
    return number < lines.size() ? lines.get(number) : "";
  }
}
