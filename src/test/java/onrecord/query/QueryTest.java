package onrecord.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onrecord.model.QuotationKind;
import onrecord.model.SpeakerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTest {

  static Stream<Arguments> rejected() {
    return Stream.of(
        rejected("an empty phrase", () -> Query.phrase(""), "phrase of a query", "''"),
        rejected("a phrase of marks", () -> Query.phrase("... !"), "phrase of a query", "'... !'"),
        rejected("blank words", () -> Query.words(" \t"), "words of a query", "' \t'"),
        rejected("any of no words", () -> Query.anyWord("-"), "words of a query", "'-'"),
        rejected("a negative slop", () -> Query.phrase("old bridge", -1), "slop", "-1"),
        rejected("a blank speaker", () -> Query.speaker(" "), "facet speaker", "' '"),
        rejected("no speaker words", () -> Query.speakerWords("?"), "words of a query", "'?'"),
        rejected("a blank outlet", () -> Query.outlet(""), "facet outlet", "''"),
        rejected("a blank section", () -> Query.section(""), "facet section", "''"),
        rejected("a blank article", () -> Query.article(""), "article of a query", "''"),
        rejected("and of nothing", () -> new Query.And(List.of()), "'and'", "0"),
        rejected("or of one", () -> new Query.Or(List.of(Query.all())), "'or'", "1"));
  }

  private static Arguments rejected(String what, Supplier<Query> query, String name, String value) {
    return Arguments.of(what, query, name, value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rejected")
  void rejectsInvalidQueries(String what, Supplier<Query> query, String name, String value) {
    assertThatThrownBy(query::get)
        .as(what)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(value);
  }

  @Test
  void longerConjunctionsAndDisjunctionsStayFlat() {
    Query a = Query.words("a");
    Query b = Query.speaker("B");
    Query c = Query.kind(QuotationKind.DIRECT);

    assertThat(a.and(b).and(c)).isEqualTo(new Query.And(List.of(a, b, c)));
    assertThat(a.or(b).or(c)).isEqualTo(new Query.Or(List.of(a, b, c)));
    assertThat(a.or(b).and(c)).isEqualTo(new Query.And(List.of(new Query.Or(List.of(a, b)), c)));
  }

  @Test
  void queriesAreValues() {
    DateRange range = DateRange.parse("2020-11..2020-12");

    assertThat(Query.said(range).not()).isEqualTo(Query.said(range).not());
    assertThat(Query.said(range)).isNotEqualTo(Query.published(range));
    assertThat(Query.speakerType(SpeakerType.PERSON))
        .isEqualTo(Query.named(Facet.SPEAKER_TYPE, "PERSON"));
  }
}
