package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import onrecord.engine.Engine;
import onrecord.engine.EngineSettings;
import onrecord.extract.Extractor;
import onrecord.lucene.LuceneEngine;
import onrecord.model.Article;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.source.ArticleRecord;
import org.junit.jupiter.api.Test;

/** What an archive requests of an engine of an application's own. */
class ArchiveEngineTest {

  /** The names of the methods that were called, in their order. */
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /** {@return an engine that records each call and passes it on to an engine in memory} */
  private Engine recording() throws IOException {
    Engine engine =
        LuceneEngine.inMemory(new Extractor().version(), EngineSettings.DEFAULT, System::nanoTime);
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(),
            new Class<?>[] {Engine.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("isReadOnly")) {
                calls.add(method.getName());
              }
              try {
                return method.invoke(engine, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Archive archive(long commitEvery) throws IOException {
    return Archive.of(
        recording(),
        ArchiveOptions.builder()
            .refreshEvery(Duration.ZERO)
            .commitEvery(commitEvery)
            .processors(1)
            .build());
  }

  private static Article article(int number) {
    return Article.builder("a" + number, "“Yes,” said Ann Lee.").build();
  }

  @Test
  void commitsAfterTheNumberOfChangesThatTheOptionsSpecify() throws IOException {
    try (Archive archive = archive(2)) {
      archive.add(article(1));
      archive.add(article(1));
      archive.add(article(2));
      archive.delete("a1");
      archive.delete("a1");
      archive.delete(Query.all());

      assertThat(calls)
          .containsExactly("put", "put", "put", "commit", "delete", "delete", "delete", "commit");
    }
  }

  @Test
  void commitByHandBeginsTheCountAnew() throws IOException {
    try (Archive archive = archive(2)) {
      archive.add(article(1));
      archive.commit();
      archive.add(article(2));
      assertThat(calls).containsExactly("put", "commit", "put");

      archive.add(article(3));
      assertThat(calls).containsExactly("put", "commit", "put", "put", "commit");
    }
  }

  @Test
  void storesEachOfManyArticlesOnceAndCommitsBetweenThem() throws IOException {
    try (Archive archive = archive(4)) {
      archive.addAll(IntStream.range(0, 10).mapToObj(i -> ArticleRecord.of("s", i, article(i))));

      assertThat(Collections.frequency(calls, "put")).isEqualTo(10);
      assertThat(Collections.frequency(calls, "commit")).isEqualTo(2);
      assertThat(calls).first().isEqualTo("processors");
      assertThat(calls).hasSize(13);
    }
  }

  @Test
  void neverCommitsUnlessToldTo() throws IOException {
    try (Archive archive = archive(0)) {
      archive.addAll(IntStream.range(0, 10).mapToObj(i -> ArticleRecord.of("s", i, article(i))));
      archive.delete(Query.all());

      assertThat(calls).doesNotContain("commit", "refresh");
    }
  }

  @Test
  void passesSearchesOnAndClosesTheEngineOnce() throws IOException {
    Archive archive = archive(0);
    archive.search(Search.of(Query.all()));
    archive.stream(Search.of(Query.all())).close();
    archive.close();
    archive.close();

    assertThat(calls).containsExactly("search", "hits", "close");
    assertThatThrownBy(() -> archive.search(Search.of(Query.all())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("archive (in memory) is closed");
  }
}
