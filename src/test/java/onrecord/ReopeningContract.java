package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onrecord.engine.BackupReport;
import onrecord.engine.Engine;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;
import onrecord.query.Citation;
import onrecord.query.CitationCheck;
import onrecord.query.ExpiredCursorException;
import onrecord.query.Facet;
import onrecord.query.Query;
import onrecord.query.Search;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine must do whose archives remain when it is closed. */
public abstract class ReopeningContract extends EngineContract {

  /**
   * Opens the archive of the engine that {@link #open} has returned last. That engine is closed.
   *
   * @throws IOException if the engine cannot be opened
   */
  protected abstract Engine reopen() throws IOException;

  /**
   * Opens for reading only the archive of the engine that {@link #open} has returned last. That
   * engine may be open.
   *
   * @throws IOException if the engine cannot be opened
   */
  protected abstract Engine openReadOnly() throws IOException;

  /** An article of quotations of a word each, separated by spaces. */
  private static void add(Archive archive, String id, String... words) throws IOException {
    Article article = Article.builder(id, String.join(" ", words)).build();
    Stream.Builder<Quotation> quotations = Stream.builder();
    int start = 0;
    for (String word : words) {
      quotations.add(
          Quotation.builder(article, List.of(new Span(start, start + word.length()))).build());
      start += word.length() + 1;
    }
    archive.add(article, quotations.build().toList());
  }

  private static Search.Builder page(int size) {
    return Search.builder(Query.all()).pageSize(size);
  }

  @Test
  void whatWasCommittedRemainsAndWhatWasRolledBackDoesNot() throws IOException {
    Archive archive = newArchive();
    add(archive, "a", "One");
    archive.commit();
    add(archive, "b", "Two");
    archive.delete("a");
    archive.rollback();
    archive.rollback();

    try (Archive again = on(reopen())) {
      assertThat(again.article("a")).isPresent();
      assertThat(again.article("b")).isEmpty();
    }
  }

  @Test
  void closeCommits() throws IOException {
    try (Archive archive = newArchive()) {
      add(archive, "a", "One");
    }

    try (Archive again = on(reopen())) {
      assertThat(again.article("a")).isPresent();
      assertThat(again.verify().isSound()).isTrue();
    }
  }

  @Test
  void whatIsUnchangedIsKnownAfterReopening() throws IOException {
    Article article = Article.builder("a", "“Yes,” said Ann Lee.").build();
    try (Archive archive = newArchive()) {
      archive.add(article);
    }

    try (Engine engine = reopen()) {
      on(engine).add(article);
      assertThat(engine.hasUncommittedChanges()).isFalse();
    }
  }

  @Test
  void readOnlyEngineSeesACommitAfterRefresh() throws IOException {
    try (Archive archive = newArchive()) {
      add(archive, "a", "One");
      archive.commit();
      try (Archive reader = on(openReadOnly())) {
        add(archive, "b", "Two");
        archive.refresh();
        reader.refresh();
        assertThat(reader.article("b")).isEmpty();
        archive.commit();
        assertThat(reader.article("b")).isEmpty();

        reader.refresh();

        assertThat(reader.article("b")).isPresent();
      }
    }
  }

  static Stream<EngineCall> calls() {
    return EngineCall.all().stream().filter(EngineCall::isRefusedByAReadOnlyEngine);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void readOnlyEngineRefusesEveryChange(EngineCall call) throws IOException {
    open().close();

    try (Engine reader = openReadOnly()) {
      assertThat(reader.isReadOnly()).isTrue();
      assertThatThrownBy(() -> call.on(reader))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("archive " + reader.name() + " is open for reading only");
      assertThat(reader.info().articles()).isZero();
    }
  }

  @Test
  void cursorRemainsValidAfterReopeningUntilTheArchiveChanges() throws IOException {
    Optional<String> cursor;
    try (Archive archive = newArchive()) {
      add(archive, "a", "b", "c", "d", "e", "f");
    }
    try (Archive archive = on(openReadOnly())) {
      cursor = archive.search(page(1).build()).cursor();
    }
    try (Archive archive = on(openReadOnly())) {
      assertThat(archive.search(page(9).cursor(cursor.orElseThrow()).build()).hits()).hasSize(4);
      try (Archive other = on(reopen())) {
        other.delete("a");
      }
      archive.refresh();
    }
    try (Archive archive = on(openReadOnly())) {
      assertThatThrownBy(() -> archive.search(page(9).cursor(cursor.orElseThrow()).build()))
          .isInstanceOf(ExpiredCursorException.class);
    }
  }

  @Test
  void citationHoldsAfterReopeningAndReportsWhatChanged() throws IOException {
    Citation citation;
    try (Archive archive = newArchive()) {
      add(archive, "a", "One", "Two");
      archive.commit();
      citation =
          archive.cite(Search.builder(Query.all()).filter(Facet.OUTLET, "(unknown)").build());
    }

    try (Archive again = on(reopen())) {
      assertThat(again.check(citation).differences()).isEmpty();
      add(again, "b", "Three");
      again.commit();
      CitationCheck check = again.check(citation);
      assertThat(check.matches()).isFalse();
      assertThat(check.differences())
          .contains(
              new CitationCheck.Difference(CitationCheck.Part.QUOTATIONS, "2", "3"),
              new CitationCheck.Difference(CitationCheck.Part.ARTICLES, "1", "2"))
          .extracting(CitationCheck.Difference::part)
          .contains(CitationCheck.Part.CHECKSUM, CitationCheck.Part.SNAPSHOT);
    }
  }

  @Test
  void backupCopiesOnlyWhatItLacks(@TempDir Path temporary) throws IOException {
    Path backup = temporary.resolve("backup");
    try (Archive archive = newArchive()) {
      add(archive, "a", "One");
      archive.commit();
      add(archive, "b", "Two");
      BackupReport first = archive.backUp(backup);
      BackupReport second = archive.backUp(backup);

      assertThat(first.copied()).isPositive().isEqualTo(first.files());
      assertThat(second).isEqualTo(new BackupReport(first.files(), 0, 0));
    }
  }
}
