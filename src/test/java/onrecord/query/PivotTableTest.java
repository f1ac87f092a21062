package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PivotTableTest {

  private static final Dimension SPEAKER = new Dimension.Values(Facet.SPEAKER, 5);
  private static final Dimension OUTLET = new Dimension.Values(Facet.OUTLET, 5);
  private static final CrossTableRequest REQUEST = CrossTableRequest.by(SPEAKER, OUTLET);
  private static final PivotTable.Cell CELL =
      new PivotTable.Cell(1, Map.of(Metric.QUOTATIONS, 1.0), OptionalLong.of(4));

  private static PivotTable table(CrossTableRequest request, PivotTable.Row row) {
    return new PivotTable(
        Selection.of(Query.all()),
        request,
        1,
        List.of(new PivotTable.Column("Echo", CELL)),
        List.of(row),
        CELL);
  }

  @Test
  void lastDimensionHasTheColumns() {
    assertThat(REQUEST.columns()).isEqualTo(OUTLET);
    assertThat(REQUEST.beforeColumns()).containsExactly(SPEAKER);
    assertThat(CELL.share()).isEqualTo(0.25);
    assertThatThrownBy(() -> CrossTableRequest.by(OUTLET).columns())
        .isInstanceOf(InvalidSearchException.class)
        .hasMessage("a table in wide form must have two dimensions or more, but had only outlet");
  }

  @Test
  void rowsHaveOneCellForEachColumn() {
    PivotTable.Row row = new PivotTable.Row(List.of("Ada"), List.of(CELL), CELL);

    assertThat(table(REQUEST, row).rows()).containsExactly(row);
    assertThatThrownBy(
            () -> table(REQUEST, new PivotTable.Row(List.of("Ada"), List.of(CELL, CELL), CELL)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row must have 1 values and 1 cells, but had 1 and 2");
    assertThatThrownBy(() -> table(REQUEST, new PivotTable.Row(List.of(), List.of(CELL), CELL)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> table(CrossTableRequest.by(OUTLET), row))
        .isInstanceOf(InvalidSearchException.class);
  }
}
