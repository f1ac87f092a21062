package onrecord.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.function.LongSupplier;
import onrecord.ChangesContract;
import onrecord.CorpusContract;
import onrecord.PagesContract;
import onrecord.RandomCitationContract;
import onrecord.RandomCorpusContract;
import onrecord.RandomLookupContract;
import onrecord.RandomPagesContract;
import onrecord.RandomSearchContract;
import onrecord.RandomStatisticsContract;
import onrecord.RandomTablesContract;
import onrecord.SearchContract;
import onrecord.StatisticsContract;
import onrecord.WordingsContract;
import onrecord.WordsContract;
import onrecord.engine.Engine;
import onrecord.engine.EngineSettings;
import onrecord.extract.Extractor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Puts an engine in memory through the contracts. */
class LuceneEngineTest {

  private static Engine inMemory(LongSupplier nanos) throws IOException {
    return LuceneEngine.inMemory(new Extractor().version(), EngineSettings.DEFAULT, nanos);
  }

  @Test
  void engineInMemoryHasANameForMessages() throws IOException {
    try (Engine engine = inMemory(System::nanoTime)) {
      assertThat(engine.name()).isEqualTo("(in memory)");
      assertThat(engine.isReadOnly()).isFalse();
    }
  }

  @Nested
  class Changes extends ChangesContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class Searches extends SearchContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class Words extends WordsContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class Pages extends PagesContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class Statistics extends StatisticsContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class RandomSearches extends RandomSearchContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class RandomPages extends RandomPagesContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class RandomStatistics extends RandomStatisticsContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class Corpus extends CorpusContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class RandomCorpus extends RandomCorpusContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class RandomTables extends RandomTablesContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class RandomLookups extends RandomLookupContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class Wordings extends WordingsContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }

  @Nested
  class RandomCitations extends RandomCitationContract {
    @Override
    protected Engine open(LongSupplier nanos) throws IOException {
      return inMemory(nanos);
    }
  }
}
