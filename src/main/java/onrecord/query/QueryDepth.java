package onrecord.query;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

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
    if (most(parts, query -> 1, new IdentityHashMap<>()) >= MOST) {
      throw tooDeep("queries stand more than " + MOST + " deep within one another");
    }
  }

  /** Checks that there is room for an {@link Query.InArticle} around a query. */
  static void requireRoomInArticle(Query part) {
    requireRoomAround(List.of(part));
    ToIntFunction<Query> isInArticle = query -> query instanceof Query.InArticle ? 1 : 0;
    if (most(List.of(part), isInArticle, new IdentityHashMap<>()) >= MOST_IN_ARTICLE) {
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

  /** {@return the most of what is counted that stands within one another; parts may be shared} */
  private static int most(
      List<Query> queries, ToIntFunction<Query> counted, Map<Query, Integer> known) {
    int most = 0;
    for (Query query : queries) {
      Integer before = known.get(query);
      int here =
          before != null ? before : counted.applyAsInt(query) + most(parts(query), counted, known);
      known.put(query, here);
      most = Math.max(most, here);
    }
    return most;
  }

  private static List<Query> parts(Query query) {
    return switch (query) {
      case Query.And q -> q.queries();
      case Query.Or q -> q.queries();
      case Query.Not q -> List.of(q.query());
      case Query.InArticle q -> List.of(q.query());
      case Query.All q -> List.of();
      case Query.Text q -> List.of();
      case Query.Named q -> List.of();
      case Query.ArticleId q -> List.of();
      case Query.PublishedIn q -> List.of();
      case Query.SaidIn q -> List.of();
      case Query.Confident q -> List.of();
    };
  }

  /** {@return the query and all within it, each once} */
  static Set<Query> all(Query query) {
    Set<Query> all = Collections.newSetFromMap(new IdentityHashMap<>());
    addAll(query, all);
    return all;
  }

  private static void addAll(Query query, Set<Query> all) {
    if (all.add(query)) {
      parts(query).forEach(part -> addAll(part, all));
    }
  }
}
