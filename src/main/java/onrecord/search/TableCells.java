package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onrecord.query.CrossTable;
import onrecord.query.InvalidSearchException;
import onrecord.query.Metric;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Counts of quotations by some dimensions of a table, or of all together by none. Not thread-safe.
 */
final class TableCells {

  private final List<TableValues> dimensions;
  private final TableMeasures none = new TableMeasures();
  private final Map<Cell, TableMeasures> measures = new HashMap<>();

  /** A combination of values, one for each dimension. Immutable. */
  record Cell(List<Integer> values) {
    /** {@return the values of some dimensions} */
    Cell of(List<Integer> dimensions) {
      return new Cell(dimensions.stream().map(values::get).toList());
    }

    /** {@return a cell with further values} */
    Cell and(Cell more) {
      List<Integer> all = new ArrayList<>(values);
      all.addAll(more.values);
      return new Cell(all);
    }
  }

  private TableCells(List<TableValues> dimensions) {
    this.dimensions = dimensions;
  }

  /**
   * Counts quotations.
   *
   * @param dimensions what distinguishes the cells
   * @throws InvalidSearchException if there are too many cells
   */
  static TableCells count(Matches counted, List<TableValues> dimensions, Set<Metric> metrics)
      throws IOException {
    TableCells cells = new TableCells(dimensions);
    TableMeasures.Source source = TableMeasures.Source.of(counted, metrics);
    counted.forEachSegment((part, docs) -> {
      List<FacetValues.Segment> segments = new ArrayList<>();
      for (TableValues values : dimensions) {
        segments.add(values.segment(part.context()));
      }
      TableMeasures.Reader reader = source.reader(part.context());
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        counted.time().check();
        List<int[]> values = new ArrayList<>();
        for (FacetValues.Segment segment : segments) {
          values.add(values(segment, doc));
        }
        cells.add(values, new Integer[values.size()], 0, reader.read(doc));
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
  private void add(
      List<int[]> values, Integer[] chosen, int at, TableMeasures.Quotation quotation) {
    if (at == chosen.length) {
      Cell cell = new Cell(List.of(chosen));
      TableMeasures counted = measures.get(cell);
      if (counted == null) {
        if (measures.size() == CrossTable.MAX_ROWS) {
          throw new InvalidSearchException(
              "a table can have at most "
                  + CrossTable.MAX_ROWS
                  + " rows; request fewer values, longer periods or fewer dimensions");
        }
        counted = new TableMeasures();
        measures.put(cell, counted);
      }
      counted.add(quotation);
      return;
    }
    for (int value : values.get(at)) {
      chosen[at] = value;
      add(values, chosen, at + 1, quotation);
    }
  }

  /** {@return the cells that contain quotations, in the order of their values} */
  List<Cell> inOrder() {
    List<Cell> order = new ArrayList<>(measures.keySet());
    order.sort(this::compare);
    return order;
  }

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

  /** {@return the names of the values of a cell} */
  List<String> names(Cell cell) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < dimensions.size(); i++) {
      names.add(dimensions.get(i).name(cell.values().get(i)));
    }
    return names;
  }

  /** {@return what was counted of a cell, which may contain no quotations} */
  TableMeasures of(Cell cell) {
    return measures.getOrDefault(cell, none);
  }
}
