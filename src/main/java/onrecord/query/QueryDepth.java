package onrecord.query;

import java.util.List;
import java.util.stream.Stream;

/**
 * How deep queries stand within queries. A query that is too deep might not fit on the stack of a
 * thread when it is searched for, written or read back, so there is none.
 */
final class QueryDepth {

  /** How many queries may stand within one another, the outermost and the innermost included. */
  private static final int MOST = 50;

  /** How many of them may be {@link Query.InArticle}, each of which is written as a quoted text. */
  private static final int MOST_IN_ARTICLE = 5;

  private QueryDepth() {}

  /** Checks that there is room for another query around some. */
  static void requireRoomAround(List<Query> parts) {
    if (depth(parts) >= MOST) {
      throw tooDeep("queries stand more than " + MOST + " deep within one another");
    }
  }

  /** Checks that there is room for an {@link Query.InArticle} around a query. */
  static void requireRoomInArticle(Query part) {
    requireRoomAround(List.of(part));
    if (inArticles(List.of(part)) >= MOST_IN_ARTICLE) {
      throw tooDeep(
          "more than "
              + MOST_IN_ARTICLE
              + " queries for the same article stand within one another");
    }
  }

  private static SearchLimitException tooDeep(String what) {
    return new SearchLimitException(
        SearchLimitException.Limit.DEPTH,
        what + "; this cannot be raised, but 'and' and 'or' take many queries side by side");
  }

  private static int depth(List<Query> queries) {
    return queries.stream().mapToInt(query -> 1 + depth(parts(query))).max().orElse(0);
  }

  private static int inArticles(List<Query> queries) {
    return queries.stream()
        .mapToInt(query -> (query instanceof Query.InArticle ? 1 : 0) + inArticles(parts(query)))
        .max()
        .orElse(0);
  }

  private static List<Query> parts(Query query) {
    return switch (query) {
      case Query.And q -> q.queries();
      case Query.Or q -> q.queries();
      case Query.Not q -> List.of(q.query());
      case Query.InArticle q -> List.of(q.query());
      default -> List.of();
    };
  }

  /** {@return the query and all within it} */
  static Stream<Query> all(Query query) {
    return Stream.concat(Stream.of(query), parts(query).stream().flatMap(QueryDepth::all));
  }
}
