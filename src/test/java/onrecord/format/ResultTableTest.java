package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import onrecord.query.DateLevel;
import onrecord.query.Facet;
import onrecord.query.FacetCount;
import onrecord.query.FacetCounts;
import onrecord.query.FacetRequest;
import onrecord.query.Hint;
import onrecord.query.Keywords;
import onrecord.query.KeywordsRequest;
import onrecord.query.Network;
import onrecord.query.Query;
import onrecord.query.SearchResult;
import onrecord.query.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.SAXException;

/** Results as tables and graphs. */
class ResultTableTest {

  private static final Network NETWORK =
      new Network(
          Selection.of(Query.all()),
          9,
          5,
          3,
          1,
          3,
          List.of(
              new Network.Edge("Ada <Holm>", "Bo \"&\" Lind\n", 3),
              new Network.Edge("Bo \"&\" Lind\n", "=1\u0007\u202e", 1),
              new Network.Edge("Ada <Holm>", "Ada <Holm>", 1)));

  private static String write(ResultTable table, TableFormat format) throws IOException {
    StringBuilder out = new StringBuilder();
    table.write(format, out);
    return out.toString();
  }

  @Test
  void formulasAreTextUnlessCellsAreRaw() throws IOException {
    ResultTable table =
        ResultTable.of(
            new Keywords(
                Selection.of(Query.all()),
                KeywordsRequest.againstAllOthers(),
                1,
                1,
                4,
                8,
                1,
                List.of(new Keywords.Keyword("=a,b", 2, 1, 4.5))));

    assertThat(write(table, TableFormat.CSV))
        .isEqualTo(
            "word,g2,count,other_count,per_million,other_per_million,log_ratio,percent_diff\n"
                + "\"'=a,b\",4.5,2,1,500000.0,125000.0,2.0,300.0\n");
    assertThat(write(table, TableFormat.RAW_CSV))
        .endsWith("\n\"=a,b\",4.5,2,1,500000.0,125000.0,2.0,300.0\n");
    assertThat(write(table, TableFormat.TSV))
        .endsWith("\n'=a,b\t4.5\t2\t1\t500000.0\t125000.0\t2.0\t300.0\n");
    assertThat(write(table, TableFormat.RAW_TSV))
        .endsWith("\n=a,b\t4.5\t2\t1\t500000.0\t125000.0\t2.0\t300.0\n");
  }

  @Test
  void hintsAreAddedToAResult() {
    assertThat(ResultJson.withHints("{\"a\":1}", List.of(new Hint("b", List.of("c")))))
        .isEqualTo("{\"a\":1,\"hints\":[{\"part\":\"b\",\"nearest\":[\"c\"]}]}");
    assertThat(ResultJson.withHints("{\"a\":1}", List.of())).isEqualTo("{\"a\":1}");
    assertThatThrownBy(() -> ResultJson.withHints("[]", List.of(new Hint("b", List.of()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a result in JSON was expected");
  }

  @Test
  void facetsHaveTheNamesOfTheJson() throws IOException {
    SearchResult result =
        new SearchResult(
            Selection.of(Query.all()),
            3,
            3,
            2,
            List.of(),
            List.of(
                counts(FacetRequest.by(Facet.PUBLISHED, DateLevel.YEAR), "2024"),
                counts(FacetRequest.by(Facet.PUBLISHED, DateLevel.MONTH), "2024-05")),
            Optional.empty(),
            false);

    assertThat(write(ResultTable.of(result), TableFormat.CSV))
        .isEqualTo(
            """
            facet,value,quotations,articles
            published,2024,3,2
            published_month,2024-05,3,2
            """);
  }

  private static FacetCounts counts(FacetRequest request, String value) {
    return new FacetCounts(request, 3, 2, 1, List.of(new FacetCount(value, 3, 2)));
  }

  @Test
  void aRowHasOneValuePerColumn() {
    assertThatThrownBy(() -> new ResultTable(List.of("a", "b"), List.of(List.of("c"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row must have 2 values, but was [c]");
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkFollowsTheRulesOfItsFormat(NetworkFormat format) throws Exception {
    StringBuilder out = new StringBuilder();
    format.write(NETWORK, out);
    String xml = out.toString();

    XmlDocument.validate(xml, format + "-rules.xsd");
    assertThatThrownBy(() ->
            XmlDocument.validate(
                xml.replace("target=\"n1\"", "target=\"n9\""), format + "-rules.xsd"))
        .isInstanceOf(SAXException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkIsAGraph(NetworkFormat format) throws Exception {
    StringBuilder out = new StringBuilder();
    format.write(NETWORK, out);
    XmlDocument xml = new XmlDocument(out.toString());

    List<String> ids = xml.attributes("//node", "id");
    List<String> labels =
        format == NetworkFormat.GEXF
            ? xml.attributes("/gexf/graph/nodes/node", "label")
            : xml.texts("/graphml/graph/node/data[@key='label']");
    List<String> weights =
        format == NetworkFormat.GEXF
            ? xml.attributes("/gexf/graph/edges/edge", "weight")
            : xml.texts("/graphml/graph/edge/data[@key='weight']");
    assertThat(labels).containsExactly("Ada <Holm>", "Bo \"&\" Lind\n", "=1\ufffd\u202e");
    assertThat(weights).containsExactly("3", "1", "1");
    assertThat(xml.attributes("//edge", "source").stream().map(id -> labels.get(ids.indexOf(id))))
        .containsExactly("Ada <Holm>", "Bo \"&\" Lind\n", "Ada <Holm>");
    assertThat(xml.attributes("//edge", "target").stream().map(id -> labels.get(ids.indexOf(id))))
        .containsExactly("Bo \"&\" Lind\n", "=1\ufffd\u202e", "Ada <Holm>");
    assertThat(out).doesNotContain("\u202e", "\u0007");
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyNetworkIsAGraphToo(NetworkFormat format) throws Exception {
    StringBuilder out = new StringBuilder();
    format.write(new Network(Selection.of(Query.all()), 0, 0, 0, 0, 0, List.of()), out);

    assertThat(new XmlDocument(out.toString()).elements("//graph")).hasSize(1);
    assertThat(new XmlDocument(out.toString()).elements("//node|//edge")).isEmpty();
  }
}
