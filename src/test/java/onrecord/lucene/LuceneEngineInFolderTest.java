package onrecord.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import onrecord.ChangesContract;
import onrecord.ReopeningContract;
import onrecord.SearchContract;
import onrecord.engine.Engine;
import onrecord.engine.EngineSettings;
import onrecord.extract.Extractor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Puts an engine in a folder through the contracts on what is written and found again. Paging and
 * statistics do not depend on where the files are: {@link LuceneEngineTest} has those.
 */
class LuceneEngineInFolderTest {

  private static final String EXTRACTOR = new Extractor().version();

  @TempDir private Path temporary;
  private int archives;

  private Path folder() {
    return temporary.resolve("archive-" + archives);
  }

  private Engine inNewFolder() throws IOException {
    archives++;
    return LuceneEngine.open(folder(), EXTRACTOR, EngineSettings.DEFAULT);
  }

  @Test
  void folderIsTheNameForMessages() throws IOException {
    try (Engine engine = inNewFolder()) {
      assertThat(engine.name()).isEqualTo(folder().toString());
      assertThat(engine.isReadOnly()).isFalse();
    }
  }

  @Nested
  class Changes extends ChangesContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inNewFolder();
    }
  }

  @Nested
  class Searches extends SearchContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inNewFolder();
    }
  }

  @Nested
  class Reopening extends ReopeningContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inNewFolder();
    }

    @Override
    protected Engine reopen() throws IOException {
      return LuceneEngine.open(folder(), EXTRACTOR, EngineSettings.DEFAULT);
    }

    @Override
    protected Engine openReadOnly() throws IOException {
      return LuceneEngine.openReadOnly(folder(), EngineSettings.DEFAULT);
    }
  }
}
