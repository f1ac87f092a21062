package onrecord;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import onrecord.NaiveArchive.Row;
import onrecord.model.PartialDate;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.Facet;
import onrecord.query.Metric;
import onrecord.query.PivotTable;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.ShareBase;
import onrecord.query.TimeStep;

/** What tables of an archive should be, counted one quotation after the other. */
final class NaiveTables {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'\u2019]+");

  private final NaiveArchive archive;

  NaiveTables(NaiveArchive archive) {
    this.archive = archive;
  }

  /** A value with its place among the values of its dimension. */
  private record Value(String name, String place) {}

  CrossTable table(Search search, CrossTableRequest request) {
    List<Row> rows = new NaiveStatistics(archive).selection(search);
    List<Map<String, Value>> chosen =
        request.dimensions().stream().map(dimension -> chosen(dimension, rows)).toList();
    Map<List<Value>, List<Row>> cells = cells(rows, request.dimensions(), chosen);
    List<List<Value>> order = new ArrayList<>(cells.keySet());
    Comparator<List<Value>> byPlaces = (a, b) -> 0;
    for (int i = 0; i < request.dimensions().size(); i++) {
      int at = i;
      byPlaces = byPlaces.thenComparing(cell -> cell.get(at).place());
    }
    order.sort(byPlaces);
    return new CrossTable(
        search.selection(),
        request,
        rows.size(),
        order.stream()
            .map(cell ->
                new CrossTable.Row(
                    cell.stream().map(Value::name).toList(),
                    cells.get(cell).size(),
                    metrics(request.metrics(), cells.get(cell)),
                    base(search, request, cell)))
            .toList());
  }

  PivotTable pivot(Search search, CrossTableRequest request) {
    Map<List<String>, PivotTable.Cell> cells = new HashMap<>();
    table(search, request).rows().forEach(row -> cells.put(row.values(), cell(row)));
    CrossTable columns = table(search, part(request, List.of(request.columns())));
    List<PivotTable.Row> rows = new ArrayList<>();
    for (CrossTable.Row row : table(search, part(request, request.beforeColumns())).rows()) {
      List<PivotTable.Cell> ofRow = new ArrayList<>();
      for (CrossTable.Row column : columns.rows()) {
        List<String> values = new ArrayList<>(row.values());
        values.addAll(column.values());
        PivotTable.Cell cell = cells.get(values);
        ofRow.add(cell == null ? cell(search, request, values, List.of()) : cell);
      }
      rows.add(new PivotTable.Row(row.values(), ofRow, cell(row)));
    }
    List<Row> all = new NaiveStatistics(archive).selection(search);
    return new PivotTable(
        search.selection(),
        request,
        all.size(),
        columns.rows().stream()
            .map(row -> new PivotTable.Column(row.values().getFirst(), cell(row)))
            .toList(),
        rows,
        cell(search, part(request, List.of()), List.of(), all));
  }

  /** The same request by some of its dimensions; by its first one if there are none. */
  private static CrossTableRequest part(CrossTableRequest request, List<Dimension> dimensions) {
    return new CrossTableRequest(
        dimensions.isEmpty() ? request.dimensions() : dimensions,
        request.metrics(),
        request
            .base()
            .map(base ->
                new ShareBase(
                    base.population(),
                    base.within().stream().filter(dimensions::contains).toList())));
  }

  private static PivotTable.Cell cell(CrossTable.Row row) {
    return new PivotTable.Cell(row.quotations(), row.metrics(), row.base());
  }

  private PivotTable.Cell cell(
      Search search, CrossTableRequest request, List<String> values, List<Row> rows) {
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    request.metrics().stream()
        .filter(metric -> metric != Metric.CONFIDENCE || !rows.isEmpty())
        .forEach(metric -> metrics.put(metric, metric(metric, rows)));
    return new PivotTable.Cell(
        rows.size(),
        metrics,
        base(search, request, values.stream().map(name -> new Value(name, "")).toList()));
  }

  private Map<List<Value>, List<Row>> cells(
      List<Row> rows, List<Dimension> dimensions, List<Map<String, Value>> chosen) {
    Map<List<Value>, List<Row>> cells = new HashMap<>();
    for (Row row : rows) {
      List<List<Value>> combinations = List.of(List.of());
      for (int i = 0; i < dimensions.size(); i++) {
        List<List<Value>> longer = new ArrayList<>();
        for (List<Value> combination : combinations) {
          for (Value value : values(dimensions.get(i), row)) {
            Value known =
                dimensions.get(i) instanceof Dimension.Values
                    ? chosen.get(i).get(value.name())
                    : value;
            if (known != null) {
              List<Value> more = new ArrayList<>(combination);
              more.add(known);
              longer.add(more);
            }
          }
        }
        combinations = longer;
      }
      combinations.forEach(cell -> cells.computeIfAbsent(cell, c -> new ArrayList<>()).add(row));
    }
    return cells;
  }

  /** The most frequent values of a facet, with their ranks. */
  private Map<String, Value> chosen(Dimension dimension, List<Row> rows) {
    if (!(dimension instanceof Dimension.Values values)) {
      return Map.of();
    }
    Map<String, Integer> counts = new TreeMap<>();
    rows.forEach(row ->
        archive.values(values.facet(), row).forEach(value -> counts.merge(value, 1, Integer::sum)));
    List<String> most =
        counts.entrySet().stream()
            .sorted(Comparator.comparing(e -> -e.getValue()))
            .limit(values.limit())
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Value> chosen = new HashMap<>();
    most.forEach(name ->
        chosen.put(name, new Value(name, String.format(Locale.ROOT, "%09d", most.indexOf(name)))));
    return chosen;
  }

  private List<Value> values(Dimension dimension, Row row) {
    return switch (dimension) {
      case Dimension.Values d ->
          archive.values(d.facet(), row).stream().map(name -> new Value(name, "")).toList();
      case Dimension.Periods d -> dates(d, row, date -> period(d.step(), date));
      case Dimension.Weekdays d -> dates(d, row, NaiveTables::weekday);
      case Dimension.Bounds d -> dates(d, row, date -> bounded(d.firsts(), date));
    };
  }

  private List<Value> dates(Dimension dimension, Row row, Function<String, Value> valueOf) {
    return archive.values(dimension.facet(), row).stream().map(valueOf).distinct().toList();
  }

  private static final Value UNKNOWN = new Value(Facet.UNKNOWN, "~");

  private static Value period(TimeStep step, String text) {
    if (text.equals(Facet.UNKNOWN)) {
      return UNKNOWN;
    }
    PartialDate date = PartialDate.parse(text);
    int needed =
        switch (step) {
          case DAY, WEEK -> 10;
          case MONTH, QUARTER -> 7;
          case YEAR, DECADE -> 4;
        };
    if (text.length() < needed) {
      return imprecise(date);
    }
    LocalDate day = date.first();
    String name =
        switch (step) {
          case DAY, WEEK -> step.name(day);
          case MONTH -> text.substring(0, 7);
          case QUARTER -> text.substring(0, 4) + "-Q" + (day.getMonthValue() + 2) / 3;
          case YEAR -> text.substring(0, 4);
          case DECADE -> text.substring(0, 3) + "0s";
        };
    LocalDate first = day;
    while (step.name(first.minusDays(1)).equals(step.name(day))) {
      first = first.minusDays(1);
    }
    return new Value(name, first + "+");
  }

  private static Value imprecise(PartialDate date) {
    return new Value(date.toString(), date.first() + (date.month().isPresent() ? "*" : "!"));
  }

  private static Value weekday(String text) {
    if (text.length() != 10) {
      return UNKNOWN;
    }
    LocalDate day = LocalDate.parse(text);
    return new Value(
        String.format(Locale.ENGLISH, "%tA", day), String.valueOf(day.getDayOfWeek().getValue()));
  }

  private static Value bounded(List<LocalDate> firsts, String text) {
    if (text.equals(Facet.UNKNOWN)) {
      return UNKNOWN;
    }
    PartialDate date = PartialDate.parse(text);
    LocalDate from = LocalDate.MIN;
    for (LocalDate first : firsts) {
      if (date.first().isBefore(first) && !date.last().isBefore(first)) {
        return imprecise(date);
      }
      from = date.first().isBefore(first) ? from : first;
    }
    LocalDate start = from;
    String end =
        firsts.stream()
            .filter(first -> first.isAfter(start))
            .map(first -> first.minusDays(1).toString())
            .findFirst()
            .orElse("");
    return from.equals(LocalDate.MIN)
        ? new Value(".." + end, "")
        : new Value(from.toString().equals(end) ? end : from + ".." + end, from + "+");
  }

  private Map<Metric, Double> metrics(Set<Metric> requested, List<Row> rows) {
    Map<Metric, Double> metrics = new EnumMap<>(Metric.class);
    for (Metric metric : requested) {
      metrics.put(metric, metric(metric, rows));
    }
    return metrics;
  }

  private double metric(Metric metric, List<Row> rows) {
    return switch (metric) {
      case QUOTATIONS -> rows.size();
      case ARTICLES -> rows.stream().map(row -> row.article().id()).distinct().count();
      case WORDINGS -> rows.stream().map(NaiveTables::words).distinct().count();
      case WORDS -> rows.stream().mapToLong(row -> words(row).size()).sum();
      case SPEAKERS -> {
        Set<String> known = new HashSet<>();
        rows.forEach(row -> known.addAll(archive.values(Facet.SPEAKER, row)));
        known.remove(Facet.UNKNOWN);
        yield known.size();
      }
      case CONFIDENCE ->
          rows.stream()
              .map(row -> BigDecimal.valueOf(row.quotation().confidence()))
              .reduce(BigDecimal.ZERO, BigDecimal::add)
              .divide(BigDecimal.valueOf(rows.size()), MathContext.DECIMAL128)
              .doubleValue();
    };
  }

  private static List<String> words(Row row) {
    return WORD.matcher(row.quotation().text())
        .results()
        .map(word -> NaiveWords.folded(word.group()))
        .toList();
  }

  private OptionalLong base(Search search, CrossTableRequest request, List<Value> cell) {
    if (request.base().isEmpty()) {
      return OptionalLong.empty();
    }
    ShareBase base = request.base().get();
    Search population =
        base.population() == ShareBase.Population.SELECTION
            ? search
            : Search.builder(search.selection().instead(Query.all())).build();
    return OptionalLong.of(
        new NaiveStatistics(archive)
            .selection(population).stream()
                .filter(row ->
                    base.within().stream()
                        .allMatch(dimension ->
                            values(dimension, row).stream()
                                .map(Value::name)
                                .toList()
                                .contains(
                                    cell.get(request.dimensions().indexOf(dimension)).name())))
                .count());
  }
}
