package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import onrecord.format.QueryJson;
import onrecord.query.Query;
import onrecord.query.QuerySyntaxException;
import onrecord.query.SearchLimitException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes random queries down and reads them back. */
class QueryRoundTripTest {

  private static final int QUERIES = 250;

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void queryIsReadBackFromItsSyntaxAndFromJson(int seed) {
    RandomQueries queries = new RandomQueries(new Random(seed));
    for (int i = 0; i < QUERIES; i++) {
      Query query = queries.next(3);

      String written = query.toString();
      assertThat(Query.parse(written)).as(written).isEqualTo(query);
      String json = QueryJson.write(query);
      assertThat(json).doesNotContain("\n");
      assertThat(QueryJson.read(json)).as(json).isEqualTo(query);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void queryOfManyWithinOneAnotherIsReadBack(int seed) {
    Random random = new Random(seed);
    RandomQueries queries = new RandomQueries(random);
    for (int i = 0; i < QUERIES / 10; i++) {
      Query query = queries.next(0);
      try {
        for (int depth = 0; depth < 60; depth++) {
          query =
              switch (random.nextInt(8)) {
                case 0, 1, 2 -> query.not();
                case 3, 4 -> new Query.And(List.of(query, Query.words("a b")));
                case 5, 6 -> new Query.Or(List.of(Query.anyWord("a b"), query));
                default -> Query.inArticle(query);
              };
        }
        throw new AssertionError("60 queries within one another were made");
      } catch (SearchLimitException e) {
        assertThat(e.limit()).isEqualTo(SearchLimitException.Limit.DEPTH);
      }

      String written = query.toString();
      assertThat(written.length()).isLessThan(1_000_000);
      assertThat(Query.parse(written)).as(written).isEqualTo(query);
      assertThat(QueryJson.read(QueryJson.write(query))).isEqualTo(query);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a(b", "[", "\"", "a\\", "a{", "(?i"})
  void expressionThatIsNoneCannotBeMade(String expression) {
    assertThatThrownBy(() -> Query.regex(expression))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expression);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void brokenQueryIsReadOrRefusedInItsOwnWords(int seed) {
    Random random = new Random(seed);
    RandomQueries queries = new RandomQueries(random);
    for (int i = 0; i < QUERIES; i++) {
      String written = queries.next(2).toString();
      int cut = random.nextInt(written.length());
      String broken =
          random.nextBoolean()
              ? written.substring(cut)
              : written.substring(0, cut) + written.substring(Math.min(written.length(), cut + 2));
      try {
        Query read = Query.parse(broken);
        assertThat(Query.parse(read.toString())).as(broken).isEqualTo(read);
      } catch (QuerySyntaxException e) {
        assertThat(e.position()).as(broken).isBetween(0, broken.length());
      }
    }
  }

  @Test
  void everySortOfQueryIsAmongThem() {
    List<Class<?>> seen = new ArrayList<>();
    RandomQueries queries = new RandomQueries(new Random(1));
    for (int i = 0; i < 500; i++) {
      Query query = queries.next(1);
      seen.add(query.getClass());
      if (query instanceof Query.Text text) {
        seen.add(text.pattern().getClass());
      }
    }

    assertThat(seen).contains(Query.class.getPermittedSubclasses());
    assertThat(seen).contains(onrecord.query.TextPattern.class.getPermittedSubclasses());
  }
}
