package onrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import onrecord.engine.FrozenState;
import onrecord.engine.ProgressObserver;
import onrecord.model.Article;
import onrecord.query.Citation;
import onrecord.query.Query;
import onrecord.query.Search;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States of an archive that are kept under names. */
class ArchiveStatesTest {

  private static final Search PIER = Search.of(Query.words("pier"));
  private static final ArchiveOptions OPTIONS =
      ArchiveOptions.builder()
          .clock(InstantSource.fixed(Instant.parse("2024-05-31T23:30:00Z")))
          .build();

  @TempDir private Path folder;
  private Path path = Path.of("");

  @BeforeEach
  void chooseAFolder() {
    path = folder.resolve("archive");
  }

  @Test
  void stateIsReadWhateverBecomesOfTheArchive() throws IOException {
    Citation cited;
    try (Archive archive = Archive.open(path, OPTIONS)) {
      archive.add(article("a", "The pier is safe"));
      archive.add(article("b", "A pier is a pier"));
      archive.freeze("paper");
      cited = archive.cite(PIER);
      archive.add(article("a", "No bridge is safe"));
      assertThat(archive.delete("b")).isTrue();
    }
    try (Archive archive = Archive.open(path, OPTIONS)) {
      for (int i = 0; i < 30; i++) {
        archive.add(article("c" + i, "The pier is old"));
        archive.commit();
      }
      assertThat(archive.search(PIER).quotations()).isEqualTo(30);
    }

    try (Archive state = Archive.openReadOnly(path, at("paper"));
        Archive last = Archive.openReadOnly(path)) {
      assertThat(state.search(PIER).quotations()).isEqualTo(2);
      assertThat(state.check(cited).matches()).isTrue();
      assertThat(state.cite(PIER).archive().orElseThrow().state()).contains("paper");
      assertThat(state.cite(PIER).archive().orElseThrow().extractors())
          .isEqualTo(cited.archive().orElseThrow().extractors());
      assertThat(cited.archive().orElseThrow().state()).isEmpty();
      assertThat(state.verify(ProgressObserver.NONE).articles()).isEqualTo(2);
      state.refresh();
      assertThat(state.search(PIER).quotations()).isEqualTo(2);
      assertThat(last.check(cited).matches()).isFalse();
      assertThat(last.search(PIER).quotations()).isEqualTo(30);
      assertThat(state.states()).isEqualTo(last.states());
    }
    assertThat(Archive.verify(path, ProgressObserver.NONE).isSound()).isTrue();
  }

  @Test
  void stateCostsWhatItAloneNeedsUntilItIsDeleted() throws IOException {
    try (Archive archive = Archive.open(path, OPTIONS)) {
      archive.add(article("a", "The pier is safe"));
      archive.freeze("one");
      List<FrozenState> shared = archive.states();
      archive.add(article("b", "A pier is a pier"));
      assertThat(archive.delete("a")).isTrue();
      archive.freeze("two");

      FrozenState one = archive.states().getFirst();

      assertThat(archive.states()).extracting(FrozenState::name).containsExactly("one", "two");
      assertThat(one.day()).isEqualTo(LocalDate.of(2024, 5, 31));
      assertThat(one.bytes()).isGreaterThan(shared.getFirst().bytes());
      long before = bytes();
      assertThat(archive.unfreeze("one")).isTrue();
      assertThat(archive.unfreeze("one")).isFalse();
      assertThat(before - bytes()).isBetween(one.bytes() - 1000, one.bytes() + 1000);
      assertThat(archive.states()).extracting(FrozenState::name).containsExactly("two");
      assertThat(archive.unfreeze("two")).isTrue();
    }
    try (Stream<Path> files = Files.list(path)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("segments_")))
          .hasSize(1);
    }
  }

  @Test
  void backupHasNoStatesButMayBeOfOne() throws IOException {
    Path whole = folder.resolve("whole");
    Path ofState = folder.resolve("of-state");
    try (Archive archive = Archive.open(path, OPTIONS)) {
      archive.add(article("a", "The pier is safe"));
      archive.freeze("paper");
      archive.add(article("b", "A pier is a pier"));
      archive.commit();
      archive.backUp(whole);
    }
    try (Archive state = Archive.openReadOnly(path, at("paper"))) {
      state.backUp(ofState);
    }

    try (Archive backup = Archive.openReadOnly(whole)) {
      assertThat(backup.search(PIER).quotations()).isEqualTo(2);
      assertThat(backup.states()).isEmpty();
    }
    assertThatThrownBy(() -> Archive.openReadOnly(whole, at("paper")))
        .isInstanceOf(IOException.class)
        .hasMessage(whole + " has no frozen state 'paper'; 'onrecord freeze' makes one");
    try (Archive backup = Archive.openReadOnly(ofState)) {
      assertThat(backup.search(PIER).quotations()).isEqualTo(1);
    }
    try (Archive written = Archive.open(whole, OPTIONS)) {
      written.freeze("paper");
      assertThat(written.states()).hasSize(1);
    }
  }

  @Test
  void mistakesAreExplained() throws IOException {
    try (Archive archive = Archive.open(path, OPTIONS)) {
      archive.add(article("a", "The pier is safe"));
      archive.freeze("paper");
      assertThatThrownBy(() -> archive.freeze("paper"))
          .isInstanceOf(IOException.class)
          .hasMessage(
              path + ": has a frozen state 'paper' already; delete it, or use another name");
    }
    assertThatThrownBy(() -> Archive.openReadOnly(path, at("papers")))
        .isInstanceOf(IOException.class)
        .hasMessage(path + " has no frozen state 'papers', but paper");
    assertThatThrownBy(() -> Archive.open(path, at("paper")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a frozen state can be opened for reading only, but 'paper' was not");
    try (Archive state = Archive.openReadOnly(path, at("paper"))) {
      assertThatThrownBy(() -> state.freeze("more")).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> state.unfreeze("paper")).isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "../x", ".a", "\u00e9", "a\n"})
  void namesArePlain(String name) throws IOException {
    try (Archive archive = Archive.inMemory(OPTIONS)) {
      archive.add(article("a", "The pier is safe"));

      assertThatThrownBy(() -> archive.freeze(name))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the name of a state must be 1 to 64 letters a to z, digits,")
          .hasMessageEndingWith("but was '" + name + "'");
      assertThat(archive.states()).isEmpty();
    }
  }

  private static ArchiveOptions at(String state) {
    return ArchiveOptions.builder().clock(OPTIONS.clock()).at(state).build();
  }

  private static Article article(String id, String words) {
    return Article.builder(id, "\u201c" + words + ",\u201d said Ada Holm.").build();
  }

  private long bytes() throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
