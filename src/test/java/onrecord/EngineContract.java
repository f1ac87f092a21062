package onrecord;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import onrecord.engine.Engine;

/**
 * What every {@link Engine} must do, as tests. There is one contract for each topic, all of them
 * subclasses of this class: an engine is put through a contract by a subclass that opens it, and
 * nothing else.
 *
 * {@snippet :
 * class MyEngineTest {
 *   @Nested
 *   class Changes extends ChangesContract {
 *     @Override
 *     protected Engine open(LongSupplier nanos) throws IOException {
 *       return MyEngine.inMemory(nanos);
 *     }
 *   }
 *   // and so on: SearchContract, WordsContract, PagesContract, StatisticsContract, which hold
 *   // examples;
 *   // RandomSearchContract, RandomPagesContract, RandomStatisticsContract, RandomLookupContract,
 *   // RandomTablesContract, RandomCorpusContract, RandomCitationContract, which compare answers with those of a naive archive; and
 *   // ReopeningContract, for an engine whose archives remain when it is closed
 * }
 * }
 *
 * <p>Most contracts use the engine through an {@link Archive}, as an application does.
 */
public abstract class EngineContract {

  /** Options by which an archive neither refreshes nor commits automatically. */
  private static final ArchiveOptions BY_HAND =
      ArchiveOptions.builder().refreshEvery(Duration.ZERO).build();

  /**
   * Returns a new engine without articles, which can be written to. A test may have several of them
   * open at a time; it closes them.
   *
   * @param nanos returns the time, in nanoseconds since any fixed moment; cursors expire by it
   * @throws IOException if the engine cannot be opened
   */
  protected abstract Engine open(LongSupplier nanos) throws IOException;

  final Engine open() throws IOException {
    return open(System::nanoTime);
  }

  /** {@return an archive on a new engine, which is refreshed and committed by the test alone} */
  final Archive newArchive() throws IOException {
    return on(open());
  }

  /** {@return an archive as {@link #newArchive()} does, whose cursors expire by a clock} */
  final Archive newArchive(LongSupplier nanos) throws IOException {
    return on(open(nanos));
  }

  /** {@return an archive on an engine, which is refreshed and committed by the test alone} */
  static Archive on(Engine engine) {
    return Archive.of(engine, BY_HAND);
  }
}
