package onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import onrecord.query.CrossTable;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.InvalidSearchException;
import onrecord.query.PivotTable;
import onrecord.query.Query;
import onrecord.query.ShareBase;
import org.apache.lucene.index.CorruptIndexException;

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
    return counted(this::table);
  }

  PivotTable pivot() throws IOException {
    return counted(this::wideTable);
  }

  /** Counts. */
  @FunctionalInterface
  private interface Counting<T> {
    T count() throws IOException;
  }

  private static <T> T counted(Counting<T> counting) throws IOException {
    try {
      return counting.count();
    } catch (IndexOutOfBoundsException e) {
      throw new CorruptIndexException("a value is not among those of its field", "doc values", e);
    }
  }

  private CrossTable table() throws IOException {
    Counts counts = counts(0, dimensions.size());
    List<CrossTable.Row> rows = new ArrayList<>();
    for (TableCells.Cell cell : counts.found().inOrder()) {
      matches.time().check();
      PivotTable.Cell counted = counts.of(cell);
      rows.add(
          new CrossTable.Row(
              counts.found().names(cell), counted.quotations(), counted.metrics(), counted.base()));
    }
    return new CrossTable(scope.search().selection(), request, matches.size(), rows);
  }

  private PivotTable wideTable() throws IOException {
    int last = request.beforeColumns().size();
    Counts byRow = counts(0, last);
    Counts byColumn = counts(last, last + 1);
    List<TableCells.Cell> rows = byRow.found().inOrder();
    List<TableCells.Cell> columns = byColumn.found().inOrder();
    requireFew((long) rows.size() * columns.size());
    Counts all = counts(0, last + 1);
    List<PivotTable.Row> wide = new ArrayList<>();
    for (TableCells.Cell row : rows) {
      List<PivotTable.Cell> cells = new ArrayList<>();
      for (TableCells.Cell column : columns) {
        matches.time().check();
        cells.add(all.of(row.and(column)));
      }
      wide.add(new PivotTable.Row(byRow.found().names(row), cells, byRow.of(row)));
    }
    List<PivotTable.Column> heads = new ArrayList<>();
    for (TableCells.Cell column : columns) {
      heads.add(
          new PivotTable.Column(byColumn.found().names(column).getFirst(), byColumn.of(column)));
    }
    return new PivotTable(
        scope.search().selection(),
        request,
        matches.size(),
        heads,
        wide,
        counts(0, 0).of(new TableCells.Cell(List.of())));
  }

  private static void requireFew(long cells) {
    if (cells > PivotTable.MAX_CELLS) {
      throw new InvalidSearchException(
          "a table in wide form can have at most "
              + PivotTable.MAX_CELLS
              + " cells, but would have "
              + cells
              + "; request fewer values, longer periods or fewer dimensions");
    }
  }

  /**
   * What is counted by some of the dimensions.
   *
   * @param found the quotations found
   * @param bases those that they are shares of
   * @param within the dimensions of the bases, among those counted by
   */
  private record Counts(
      CrossTableRequest request,
      TableCells found,
      Optional<TableCells> bases,
      List<Integer> within) {

    PivotTable.Cell of(TableCells.Cell cell) {
      TableMeasures measures = found.of(cell);
      return new PivotTable.Cell(
          measures.quotations(),
          measures.of(request.metrics()),
          bases
              .map(of -> OptionalLong.of(of.of(cell.of(within)).quotations()))
              .orElseGet(OptionalLong::empty));
    }
  }

  /** {@return the counts by the dimensions from one to another, excluding the latter} */
  private Counts counts(int from, int to) throws IOException {
    TableCells found = TableCells.count(matches, dimensions.subList(from, to), request.metrics());
    if (request.base().isEmpty()) {
      return new Counts(request, found, Optional.empty(), List.of());
    }
    ShareBase base = request.base().get();
    List<Integer> within =
        IntStream.range(from, to)
            .filter(i -> base.within().contains(request.dimensions().get(i)))
            .boxed()
            .toList();
    Matches population =
        switch (base.population()) {
          case SELECTION -> matches;
          case ARCHIVE -> scope.selectionOf(Query.all());
        };
    TableCells bases =
        TableCells.count(population, within.stream().map(dimensions::get).toList(), Set.of());
    return new Counts(
        request, found, Optional.of(bases), within.stream().map(i -> i - from).toList());
  }
}
