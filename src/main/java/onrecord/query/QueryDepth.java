package onrecord.query;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Limits the depth to which queries are nested. Searching for, writing or parsing a query that is
 * nested too deeply might overflow the stack of a thread, so no such query can be created.
 */
final class QueryDepth {

  /** The maximum depth of nested queries, including the outermost and the innermost. */
  private static final int MAX_DEPTH = 50;

  /**
   * The maximum depth of nested {@link Query.InArticle} queries, each of which is written as a
   * quoted text.
   */
  private static final int MAX_IN_ARTICLE = 5;

  private QueryDepth() {}

  /** Checks that another query can enclose the given ones. */
  static void requireRoomAround(List<Query> parts) {
    if (depth(parts, query -> 1, new IdentityHashMap<>()) >= MAX_DEPTH) {
      throw tooDeep("queries are nested more than " + MAX_DEPTH + " deep");
    }
  }

  /** Checks that an {@link Query.InArticle} can enclose a query. */
  static void requireRoomForInArticle(Query part) {
    requireRoomAround(List.of(part));
    ToIntFunction<Query> isInArticle = query -> query instanceof Query.InArticle ? 1 : 0;
    if (depth(List.of(part), isInArticle, new IdentityHashMap<>()) >= MAX_IN_ARTICLE) {
      throw tooDeep("more than " + MAX_IN_ARTICLE + " queries for the same article are nested");
    }
  }

  private static SearchLimitException tooDeep(String what) {
    return new SearchLimitException(
        SearchLimitException.Limit.DEPTH,
        what
            + "; this limit cannot be raised, but 'and' and 'or' accept many queries side by side");
  }

  /**
   * {@return the maximum sum of {@code counted} along a path of nested queries; a query may occur
   * several times}
   */
  private static int depth(
      List<Query> queries, ToIntFunction<Query> counted, Map<Query, Integer> known) {
    int deepest = 0;
    for (Query query : queries) {
      List<Query> parts = parts(query);
      deepest =
          Math.max(
              deepest,
              parts.isEmpty()
                  ? counted.applyAsInt(query)
                  : depthOfNested(query, parts, counted, known));
    }
    return deepest;
  }

  private static int depthOfNested(
      Query query, List<Query> parts, ToIntFunction<Query> counted, Map<Query, Integer> known) {
    Integer before = known.get(query);
    int here = before != null ? before : counted.applyAsInt(query) + depth(parts, counted, known);
    known.put(query, here);
    return here;
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
      case Query.Ranged q -> List.of();
      case Query.Exactly q -> List.of();
      case Query.PublishedIn q -> List.of();
      case Query.ArrivedIn q -> List.of();
      case Query.SaidIn q -> List.of();
      case Query.MinConfidence q -> List.of();
    };
  }

  /** {@return the query and all queries nested in it, each once} */
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
