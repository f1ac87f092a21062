package onrecord;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import onrecord.NaiveArchive.Row;
import onrecord.model.Span;
import onrecord.query.Concordance;
import onrecord.query.ConcordanceKey;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.ConcordanceText;
import onrecord.query.Facet;
import onrecord.query.Search;

/** What a concordance should be, made by cutting texts at each place. */
final class NaiveConcordance {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'\u2019]+");

  private final NaiveArchive archive;
  private final ConcordanceRequest request;

  NaiveConcordance(NaiveArchive archive, ConcordanceRequest request) {
    this.archive = archive;
    this.request = request;
  }

  /** A place: the texts before, in and after it. */
  private record Place(Row row, Span span, String before, String match, String after) {}

  Concordance list(Search search) {
    List<Row> rows = new NaiveStatistics(archive).selection(search);
    List<Place> places = new ArrayList<>();
    for (Row row : rows) {
      NaiveStatistics.places(archive.inQuotation(search, row))
          .forEach(span -> places.add(place(row, span)));
    }
    // The rows come in the order of article and text, which the sort keeps for equal ones.
    Comparator<Place> order = (a, b) -> 0;
    for (ConcordanceKey key : request.order()) {
      order = order.thenComparing(place -> compared(key, place), Arrays::compare);
    }
    places.sort(order);
    List<Concordance.Line> lines = places.stream().map(this::line).toList();
    Map<List<String>, Long> groups = new LinkedHashMap<>();
    lines.forEach(line -> groups.merge(line.group(), 1L, Long::sum));
    groups.remove(List.of());
    return new Concordance(
        search.selection(),
        request,
        rows.size(),
        lines.size(),
        groups.entrySet().stream()
            .map(group -> new Concordance.Group(group.getKey(), group.getValue()))
            .toList(),
        lines.stream().limit(request.limit()).toList());
  }

  private Place place(Row row, Span span) {
    String text = row.quotation().text();
    int start = span.start();
    int end = span.end();
    if (request.text() == ConcordanceText.ARTICLE) {
      List<Integer> inArticle = NaiveArchive.placesInArticle(row.quotation());
      text = row.article().text();
      start = inArticle.get(span.start());
      end = inArticle.get(span.end() - 1) + 1;
    }
    return new Place(
        row, span, text.substring(0, start), text.substring(start, end), text.substring(end));
  }

  private Concordance.Line line(Place place) {
    int width = request.width();
    String left = place.before();
    List<MatchResult> before = WORD.matcher(left).results().toList();
    if (before.size() > width) {
      left = width == 0 ? "" : left.substring(before.get(before.size() - width).start());
    }
    String right = place.after();
    List<MatchResult> after = WORD.matcher(right).results().toList();
    if (after.size() > width) {
      right = width == 0 ? "" : right.substring(0, after.get(width - 1).end());
    }
    return new Concordance.Line(
        left.strip(),
        place.match(),
        right.strip(),
        request.order().stream().limit(request.groupedBy()).map(key -> value(key, place)).toList(),
        place.span(),
        place.row().quotation(),
        NaiveStatistics.reference(place.row()));
  }

  private String[] compared(ConcordanceKey key, Place place) {
    if (key == ConcordanceOrder.DATE) {
      return new String[] {published(place).map(LocalDateTime::toString).orElse("~")};
    }
    if (key == ConcordanceOrder.SPEAKER || key == ConcordanceOrder.OUTLET) {
      String name = value(key, place);
      return new String[] {
        NaiveStatistics.folded(name.replace(Facet.UNKNOWN, "\uffff")),
        name.replace(Facet.UNKNOWN, "\uffff")
      };
    }
    return words(key, place).toArray(String[]::new);
  }

  private List<String> words(ConcordanceKey key, Place place) {
    List<String> left = NaiveStatistics.words(place.before()).reversed();
    List<String> right = NaiveStatistics.words(place.after());
    return switch (key) {
      case ConcordanceKey.WordAt word ->
          (word.position() < 0 ? left : right)
              .stream().skip(Math.abs(word.position()) - 1).limit(1).toList();
      case ConcordanceOrder order ->
          switch (order) {
            case LEFT -> left.stream().limit(request.width()).toList();
            case RIGHT -> right.stream().limit(request.width()).toList();
            case MATCH -> NaiveStatistics.words(place.match());
            case DATE, SPEAKER, OUTLET ->
                throw new IllegalArgumentException(order + " is not compared by words");
          };
    };
  }

  private String value(ConcordanceKey key, Place place) {
    if (key == ConcordanceOrder.DATE) {
      return published(place).map(at -> at.toLocalDate().toString()).orElse(Facet.UNKNOWN);
    }
    if (key == ConcordanceOrder.SPEAKER) {
      return place.row().quotation().speaker().name();
    }
    return key == ConcordanceOrder.OUTLET
        ? place.row().article().outlet().orElse(Facet.UNKNOWN)
        : String.join(" ", words(key, place));
  }

  /** When an article was published, in UTC. */
  private static Optional<LocalDateTime> published(Place place) {
    return place
        .row()
        .article()
        .published()
        .map(p ->
            p.day()
                .atTime(p.time().orElse(LocalTime.MIN))
                .atOffset(p.offset().orElse(ZoneOffset.UTC))
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDateTime());
  }
}
