package onrecord;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.Primitives;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onrecord.engine.Engine;
import onrecord.engine.ProgressObserver;
import onrecord.engine.Statistics;
import onrecord.engine.StoredArticle;
import onrecord.model.Article;
import onrecord.query.CollocatesRequest;
import onrecord.query.ConcordanceOrder;
import onrecord.query.ConcordanceRequest;
import onrecord.query.CorpusParts;
import onrecord.query.CrossTableRequest;
import onrecord.query.Dimension;
import onrecord.query.DispersionRequest;
import onrecord.query.Facet;
import onrecord.query.KeywordsRequest;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.TimeStep;
import onrecord.query.TimelineRequest;
import onrecord.query.WordListRequest;
import onrecord.query.WordingsRequest;

/**
 * A call of a method of an engine or of its statistics, with valid arguments. The methods are those
 * of the interfaces, so that a test of all calls includes a method that is added to one later.
 */
record EngineCall(Method method) {

  private static final Article ARTICLE = Article.builder("b", "Text.").build();

  /** What can be called when an engine is closed. */
  private static final Set<String> AFTER_CLOSE =
      Set.of("close", "rollback", "name", "isReadOnly", "statistics");

  /** What can be called only if an engine can be written to. */
  private static final Set<String> WRITING =
      Set.of(
          "put",
          "extractedByOthers",
          "renew",
          "delete",
          "commit",
          "processors",
          "hasUncommittedChanges",
          "rollback");

  /** {@return a call of each method of an engine} */
  static List<EngineCall> all() {
    return callsOf(Engine.class);
  }

  /** {@return a call of each method of the statistics of an engine} */
  static List<EngineCall> ofStatistics() {
    return callsOf(Statistics.class);
  }

  private static List<EngineCall> callsOf(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> !method.getDeclaringClass().equals(Closeable.class))
        .sorted(Comparator.comparing(Method::toString))
        .map(EngineCall::new)
        .toList();
  }

  boolean isRefusedByAClosedEngine() {
    return !AFTER_CLOSE.contains(method.getName());
  }

  boolean isRefusedByAReadOnlyEngine() {
    return WRITING.contains(method.getName());
  }

  /** Makes the call, and closes the stream that it returns, if any. */
  void on(Object target) throws IOException {
    try {
      if (method.invoke(target, arguments()) instanceof Stream<?> stream) {
        stream.close();
      }
    } catch (InvocationTargetException e) {
      switch (requireNonNull(e.getCause())) {
        case IOException failure -> throw failure;
        case RuntimeException failure -> throw failure;
        default -> throw new AssertionError(e);
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private Object[] arguments() {
    return Arrays.stream(method.getParameterTypes()).map(EngineCall::argument).toArray();
  }

  private static Object argument(Class<?> type) {
    Object[] arguments = {
      "a",
      1,
      1L,
      0.5,
      ARTICLE,
      Optional.of("rules"),
      (Supplier<?>) List::of,
      (Consumer<?>) ignored -> {},
      ProgressObserver.NONE,
      List.of(),
      new StoredArticle(ARTICLE, "rules"),
      Query.all(),
      Search.of(Query.all()),
      Facet.SPEAKER,
      Path.of("backup"),
      LocalDate.of(2024, 5, 31),
      TimelineRequest.of(TimeStep.DAY),
      CrossTableRequest.by(
          new Dimension.Weekdays(Facet.SAID), new Dimension.Weekdays(Facet.PUBLISHED)),
      KeywordsRequest.againstAllOthers(),
      ConcordanceRequest.by(ConcordanceOrder.DATE),
      WordListRequest.of(2),
      CollocatesRequest.of(Query.words("a")),
      new DispersionRequest(Query.words("a"), new CorpusParts.Articles()),
      WordingsRequest.repeated()
    };
    return Arrays.stream(arguments)
        .filter(argument -> Primitives.wrap(type).isInstance(argument))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no argument of " + type));
  }

  @Override
  public String toString() {
    return method.getName()
        + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toList();
  }
}
