package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.InvalidSearchException;
import onrecord.query.Metric;
import onrecord.query.Query;
import onrecord.query.ShareBase;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Counts quotations by several dimensions at once. Memory is needed for each row and, if wordings
 * or speakers are counted, for each of them in each row. Not thread-safe.
 */
final class TableCounter {

  private final SearchScope scope;
  private final CrossTableRequest request;
  private final Matches matches;
  private final List<TableValues> dimensions = new ArrayList<>();

  /** Creates a counter of what a search finds. */
  TableCounter(SearchScope scope, CrossTableRequest request) throws IOException {
    this.scope = scope;
    this.request = request;
    this.matches = scope.selection();
    for (Dimension dimension : request.dimensions()) {
      dimensions.add(TableValues.of(dimension, matches));
    }
  }

  CrossTable count() throws IOException {
    try {
      return table();
    } catch (IndexOutOfBoundsException e) {
      throw new CorruptIndexException("a value is not among those of its field", "doc values", e);
    }
  }

  private CrossTable table() throws IOException {
    Map<Cell, TableMeasures> cells = count(matches, dimensions, request.metrics());
    Map<Cell, TableMeasures> bases = bases();
    List<Cell> order = new ArrayList<>(cells.keySet());
    order.sort(this::compare);
    List<CrossTable.Row> rows = new ArrayList<>(order.size());
    for (Cell cell : order) {
      matches.time().check();
      TableMeasures measures = cells.get(cell);
      if (measures != null) {
        rows.add(
            new CrossTable.Row(
                names(cell),
                measures.quotations(),
                measures.of(request.metrics()),
                base(cell, bases)));
      }
    }
    return new CrossTable(scope.search().selection(), request, matches.size(), rows);
  }

  /** A combination of values. Immutable. */
  private record Cell(List<Integer> values) {}

  private int compare(Cell a, Cell b) {
    for (int i = 0; i < dimensions.size(); i++) {
      TableValues values = dimensions.get(i);
      int order = Long.compare(values.place(a.values().get(i)), values.place(b.values().get(i)));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private List<String> names(Cell cell) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      names.add(dimensions.get(i).name(cell.values().get(i)));
    }
    return names;
  }

  /** {@return the numbers of quotations that those of rows are shares of} */
  private Map<Cell, TableMeasures> bases() throws IOException {
    if (request.base().isEmpty()) {
      return Map.of();
    }
    ShareBase base = request.base().get();
    Matches population =
        switch (base.population()) {
          case SELECTION -> matches;
          case ARCHIVE -> scope.selectionOf(Query.all());
        };
    return count(
        population,
        base.within().stream().map(request.dimensions()::indexOf).map(dimensions::get).toList(),
        Set.of());
  }

  private OptionalLong base(Cell row, Map<Cell, TableMeasures> bases) {
    if (request.base().isEmpty()) {
      return OptionalLong.empty();
    }
    Cell cell =
        new Cell(
            request.base().get().within().stream()
                .map(request.dimensions()::indexOf)
                .map(row.values()::get)
                .toList());
    return OptionalLong.of(
        Optional.ofNullable(bases.get(cell)).map(TableMeasures::quotations).orElse(0L));
  }

  private Map<Cell, TableMeasures> count(Matches counted, List<TableValues> by, Set<Metric> metrics)
      throws IOException {
    Map<Cell, TableMeasures> cells = new HashMap<>();
    TableMeasures.Source source = TableMeasures.Source.of(counted, metrics);
    counted.forEachSegment((part, docs) -> {
      List<FacetValues.Segment> segments = new ArrayList<>();
      for (TableValues values : by) {
        segments.add(values.segment(part.context()));
      }
      TableMeasures.Reader reader = source.reader(part.context());
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        counted.time().check();
        List<int[]> values = new ArrayList<>();
        for (FacetValues.Segment segment : segments) {
          values.add(values(segment, doc));
        }
        TableMeasures.Quotation quotation = reader.read(doc);
        add(cells, values, new Integer[values.size()], 0, quotation);
      }
    });
    return cells;
  }

  private static int[] values(FacetValues.Segment segment, int doc) throws IOException {
    IntList values = new IntList();
    segment.visit(doc, values::add);
    return values.toArray();
  }

  /** The values of one document. Not thread-safe. */
  private static final class IntList {
    private int[] values = new int[1];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }

  /** Counts a quotation in the cell of each combination of its values. */
  private static void add(
      Map<Cell, TableMeasures> cells,
      List<int[]> values,
      Integer[] chosen,
      int at,
      TableMeasures.Quotation quotation) {
    if (at == chosen.length) {
      Cell cell = new Cell(List.of(chosen));
      TableMeasures measures = cells.get(cell);
      if (measures == null) {
        if (cells.size() == CrossTable.MAX_ROWS) {
          throw new InvalidSearchException(
              "a table can have at most "
                  + CrossTable.MAX_ROWS
                  + " rows; request fewer values, longer periods or fewer dimensions");
        }
        measures = new TableMeasures();
        cells.put(cell, measures);
      }
      measures.add(quotation);
      return;
    }
    for (int value : values.get(at)) {
      chosen[at] = value;
      add(cells, values, chosen, at + 1, quotation);
    }
  }
}
