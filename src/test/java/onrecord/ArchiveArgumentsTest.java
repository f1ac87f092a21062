package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onrecord.engine.Engine;
import onrecord.engine.ProgressObserver;
import onrecord.lucene.LuceneEngine;
import onrecord.model.Article;
import onrecord.query.AnswerCitation;
import onrecord.query.Citation;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Search;
import onrecord.query.SearchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the methods of an archive do with arguments that they cannot use. */
class ArchiveArgumentsTest {

  private static final Article ARTICLE =
      Article.builder("a", "\u201cThe weir holds,\u201d said Ada Quill.").build();

  @TempDir Path folder;

  private Map<Class<?>, Object> samples(Archive archive, Engine engine) throws IOException {
    Search search = Search.of(Query.all());
    return Map.ofEntries(
        Map.entry(Path.class, folder.resolve("new")),
        Map.entry(ArchiveOptions.class, ArchiveOptions.DEFAULT),
        Map.entry(Engine.class, engine),
        Map.entry(Article.class, ARTICLE),
        Map.entry(List.class, List.of()),
        Map.entry(Stream.class, Stream.empty()),
        Map.entry(AddObserver.class, new AddObserver() {}),
        Map.entry(ProgressObserver.class, (ProgressObserver) (done, whole) -> {}),
        Map.entry(Query.class, Query.all()),
        Map.entry(Search.class, search),
        Map.entry(SearchResult.class, archive.search(search)),
        Map.entry(String.class, "a"),
        Map.entry(Optional.class, Optional.empty()),
        Map.entry(Facet.class, Facet.SPEAKER),
        Map.entry(Consumer.class, (Consumer<Object>) any -> {}),
        Map.entry(Iterator.class, List.of().iterator()),
        Map.entry(Citation.class, archive.cite(search)),
        Map.entry(AnswerCitation.class, archive.cite(List.of("words"), "{}")),
        Map.entry(int.class, 1));
  }

  @Test
  void nothingMayBeNullAndTheMessageNamesIt() throws IOException {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    try (Archive archive = Archive.inMemory();
        Engine engine =
            LuceneEngine.inMemory("none", ArchiveOptions.DEFAULT.engineSettings(), () -> 0)) {
      archive.add(ARTICLE);
      archive.commit();
      Map<Class<?>, Object> samples = samples(archive, engine);
      for (Method method : Archive.class.getMethods()) {
        if (method.getDeclaringClass() == Archive.class) {
          for (int i = 0; i < method.getParameterCount(); i++) {
            if (!method.getParameterTypes()[i].isPrimitive()) {
              tried++;
              Throwable thrown = withNull(method, i, archive, samples);
              if (!(thrown instanceof NullPointerException)
                  || !String.valueOf(thrown.getMessage()).matches("[a-z]+")) {
                wrong.add(method + ", argument " + (i + 1) + ": " + thrown);
              }
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(50);
  }

  private static Throwable withNull(
      Method method, int index, Archive archive, Map<Class<?>, Object> samples) {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      assertThat(samples).containsKey(method.getParameterTypes()[i]);
      arguments[i] = i == index ? null : samples.get(method.getParameterTypes()[i]);
    }
    Object target = Modifier.isStatic(method.getModifiers()) ? null : archive;
    return catchThrowable(() -> {
      try {
        method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    });
  }

  @Test
  void aBlankIdIsThatOfNothing() throws IOException {
    try (Archive archive = Archive.inMemory()) {
      assertThat(archive.quotation(" ")).isEmpty();
      assertThat(archive.article(" ")).isEmpty();
      assertThat(archive.delete(" ")).isFalse();
      assertThat(catchThrowable(() -> archive.identify("a", 0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("limit must be 1 or more, but was 0");
    }
  }

  @Test
  void aClosedArchiveHasNoStatistics() throws IOException {
    Archive archive = Archive.inMemory();
    archive.close();

    assertThat(catchThrowable(archive::statistics))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("is closed");
  }
}
