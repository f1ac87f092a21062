package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.Facet;
import onrecord.query.Metric;
import onrecord.query.PivotTable;
import onrecord.query.Query;
import onrecord.query.Selection;
import org.junit.jupiter.api.Test;

class WideTableTest {

  private static final CrossTableRequest REQUEST =
      CrossTableRequest.by(
          new Dimension.Values(Facet.SPEAKER, 5),
          new Dimension.Values(Facet.SECTION, 5),
          new Dimension.Values(Facet.OUTLET, 5));

  private static PivotTable table(CrossTableRequest request, String... outlets) {
    PivotTable.Cell cell =
        new PivotTable.Cell(
            2, Map.of(Metric.QUOTATIONS, 2.0, Metric.ARTICLES, 1.0), OptionalLong.empty());
    return new PivotTable(
        Selection.of(Query.all()),
        request,
        2,
        Stream.of(outlets).map(outlet -> new PivotTable.Column(outlet, cell)).toList(),
        List.of(
            new PivotTable.Row(
                List.of("Ada", "Sea"), Collections.nCopies(outlets.length, cell), cell)),
        cell);
  }

  @Test
  void columnsHaveDifferentNamesWhateverTheValues() {
    PivotTable table =
        table(REQUEST, "Echo", "total", "outlet=total", "speaker", "section", "Total", "a=b");

    assertThat(ResultTable.of(table).columns())
        .containsExactly(
            "speaker",
            "section",
            "Echo",
            "outlet=total",
            "outlet=outlet=total",
            "outlet=speaker",
            "outlet=section",
            "Total",
            "a=b",
            "total");
    assertThat(
            ResultTable.of(
                    table(REQUEST.with(Metric.QUOTATIONS, Metric.ARTICLES), "total", "base_x"))
                .columns())
        .containsExactly(
            "speaker",
            "section",
            "quotations_outlet=total",
            "articles_outlet=total",
            "quotations_base_x",
            "articles_base_x",
            "quotations_total",
            "articles_total");
  }

  @Test
  void valuesWithSeparatorsAreQuoted() throws IOException {
    StringBuilder csv = new StringBuilder();

    ResultTable.of(table(REQUEST.with(Metric.ARTICLES), "Quay, Post", "The \"Echo\""))
        .write(TableFormat.CSV, csv);

    assertThat(csv)
        .hasToString(
            """
            speaker,section,"Quay, Post","The ""Echo""\",total
            Ada,Sea,1,1,1
            ,,1,1,1
            """);
  }
}
