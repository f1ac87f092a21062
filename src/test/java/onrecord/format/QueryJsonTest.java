package onrecord.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryJsonTest {

  @Test
  void formIsThatOfTheJavadoc() {
    assertThat(QueryJson.write(Query.phrase("old bridge", 2).in(Target.TITLE).exact()))
        .isEqualTo(
            "{\"type\":\"phrase\",\"text\":\"old bridge\",\"slop\":2,\"in\":\"title\",\"form\":\"exact\"}");
    assertThat(QueryJson.write(Query.inArticle(Query.outlet("The Courier")).not()))
        .isEqualTo(
            "{\"type\":\"not\",\"query\":{\"type\":\"inArticle\",\"query\":"
                + "{\"type\":\"named\",\"facet\":\"outlet\",\"name\":\"The Courier\"}}}");
  }

  @Test
  void whatMayBeLeftOutMayBe() {
    assertThat(QueryJson.read("{\"type\":\"words\",\"text\":\"old bridge\"}"))
        .isEqualTo(Query.words("old bridge"));
    assertThat(QueryJson.read("{\"type\":\"phrase\",\"text\":\"a b\",\"in\":\"text\"}"))
        .isEqualTo(Query.phrase("a b").in(Target.TEXT));
    assertThat(QueryJson.read("{\"type\":\"said\",\"to\":\"2020\"}"))
        .hasToString("said:[* TO 2020]");
    assertThat(QueryJson.read("{\"type\":\"named\",\"facet\":\"speaker_id\",\"name\":\"Q7\"}"))
        .isEqualTo(Query.named(Facet.SPEAKER_ID, "Q7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | query in JSON must be an object",
        "{\"type\": | query cannot be read as JSON at line 1, column ",
        "{\"type\":\"all\"} {} | is followed by something else",
        "{\"type\":\"all\",\"type\":\"all\"} | an object has a property twice",
        "{} | \"type\" of a query in JSON must be a string, but is missing",
        "{\"type\":7} | \"type\" of a query in JSON must be a string, but was 7",
        "{\"type\":\"any\"} | must be one of all, words,",
        "{\"type\":\"all\",\"text\":\"a\"} | query in JSON of the type 'all' has no \"text\"",
        "{\"type\":\"words\",\"text\":\"a\",\"match\":\"some\"} | must be one of all, any, but was some",
        "{\"type\":\"words\",\"text\":\"?\"} | words of a query must contain a letter",
        "{\"type\":\"near\",\"text\":\"a\",\"within\":1.5} | must be a whole number of at most 2147483647, but was 1.5",
        "{\"type\":\"and\",\"queries\":{}} | must be a list of objects",
        "{\"type\":\"and\",\"queries\":[7]} | must be an object",
        "{\"type\":\"and\",\"queries\":[]} | 'and' must have at least two queries, but had 0",
        "{\"type\":\"said\",\"from\":\"soon\"} | date must be of the form",
        "{\"type\":\"not\"} | \"query\" of a query in JSON must be an object, but is missing"
      })
  void refusesWhatIsNoQuery(String json, String message) {
    assertThatThrownBy(() -> QueryJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void queriesTooDeepWithinOneAnotherAreRefused() {
    String json = "{\"type\":\"not\",\"query\":".repeat(100_000);

    assertThatThrownBy(() -> QueryJson.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be read as JSON");
  }
}
