package onrecord.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onrecord.source.ReadReport;
import tools.jackson.core.JsonGenerator;

/** What was read, and what was not, as sentences and as JSON. */
final class ReadSummary {

  private static final int NAMES = 12;

  private ReadSummary() {}

  /** {@return sentences on what was read and what is missing, and all {@link #losses}} */
  static List<String> sentences(ReadReport report) {
    List<String> lines = new ArrayList<>();
    long files = report.files().values().stream().mapToLong(Long::longValue).sum();
    if (files > 0) {
      lines.add("Read " + Count.of(files, "file") + ": " + list(report.files(), "") + ".");
    }
    if (!report.missing().isEmpty()) {
      lines.add(
          report.missing().entrySet().stream()
              .map(entry ->
                  "no " + entry.getKey() + " in " + entry.getValue() + " of " + report.articles())
              .collect(Collectors.joining(", ", "Missing: ", ".")));
    }
    lines.addAll(losses(report));
    return lines;
  }

  /** {@return sentences on what was found but not read or not used; none if there is nothing} */
  static List<String> losses(ReadReport report) {
    List<String> lines = new ArrayList<>();
    if (!report.notRead().isEmpty()) {
      lines.add("Not read, by kind of file: " + list(report.notRead(), "") + ".");
    }
    if (!report.skipped().isEmpty()) {
      lines.add("Not articles, by reason: " + list(report.skipped(), "") + ".");
    }
    if (!report.embargoed().isEmpty()) {
      lines.add(
          report.embargoed().entrySet().stream()
              .limit(NAMES)
              .map(until -> Count.of(until.getValue(), "article") + " until " + until.getKey())
              .collect(
                  Collectors.joining(
                      ", ", "Embargoed, and not read: ", "; --embargoed reads them.")));
    }
    if (report.withdrawn() > 0) {
      lines.add("Withdrawn: " + Count.of(report.withdrawn(), "article") + ".");
    }
    if (!report.unusedFields().isEmpty()) {
      lines.add("Fields not used: " + list(report.unusedFields(), "record") + ".");
    }
    if (report.unreadDates() > 0) {
      lines.add(
          "Dates not read: "
              + report.unreadDates()
              + ", such as '"
              + report.unreadDate().orElse("")
              + "'. If it is a date of numbers, give the order of day and month with --dates.");
    }
    if (report.isEmpty()) {
      lines.add("Nothing was read.");
    }
    return lines;
  }

  private static String list(Map<?, Long> counts, String thing) {
    String listed =
        counts.entrySet().stream()
            .limit(NAMES)
            .map(entry ->
                entry.getKey()
                    + (thing.isEmpty()
                        ? " " + entry.getValue()
                        : " in " + Count.of(entry.getValue(), thing)))
            .collect(Collectors.joining(", "));
    int more = counts.size() - NAMES;
    return more > 0 ? listed + " and " + more + " more" : listed;
  }

  /** Writes the report as the property "read". */
  static void write(JsonGenerator out, ReadReport report) {
    out.writeObjectPropertyStart("read");
    out.writeNumberProperty("articles", report.articles());
    out.writeNumberProperty("failures", report.failures());
    out.writeNumberProperty("withdrawn", report.withdrawn());
    object(out, "files", report.files());
    object(out, "not_read", report.notRead());
    object(out, "not_articles", report.skipped());
    object(out, "embargoed", report.embargoed());
    object(out, "unused_fields", report.unusedFields());
    object(out, "missing", report.missing());
    out.writeNumberProperty("unread_dates", report.unreadDates());
    Json.text(out, "unread_date", report.unreadDate());
    out.writeEndObject();
  }

  private static void object(JsonGenerator out, String name, Map<?, Long> counts) {
    out.writeObjectPropertyStart(name);
    counts.forEach((key, count) -> out.writeNumberProperty(key.toString(), count));
    out.writeEndObject();
  }
}
