package onrecord;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import onrecord.engine.EngineSettings;
import onrecord.extract.Extractor;
import onrecord.extract.QuotationExtractor;

/**
 * How articles are added to an archive. Immutable.
 *
 * {@snippet file="onrecord/SnippetsTest.java" region="options"}
 *
 * @param refreshEvery how often changes become visible to searches without a commit; zero means not
 *     before {@link Archive#refresh} or {@link Archive#commit}. Until then, about 200 bytes are
 *     held for each article that was added. By default one second.
 * @param followEvery how often an archive that is open for reading only makes visible what another
 *     process has committed; zero, the default, means not before {@link Archive#refresh}
 * @param commitEveryArticles the number of changed articles after which a commit is made
 *     automatically; 0, the default, means never
 * @param commitEvery the maximum time until a change is committed automatically; zero, the default,
 *     means without limit
 * @param articleLimit the maximum length of the text of an article, in bytes of UTF-8; a longer
 *     article is rejected. By default 10,000,000. An article is also rejected if it has more than
 *     200,000 quotations, or if its id and other fields have more than 100,000,000 bytes, counted
 *     once for each quotation and with 30 bytes more for each value.
 * @param ramBufferMegabytes how much memory added articles may take before they are written to
 *     disk, in MB, 1 to 2000; by default 64, or an eighth of the heap if that is less
 * @param cursorLifetime how long a cursor is valid after a page was last requested with it, at most
 *     365 days; zero means as long as nothing changes. By default five minutes.
 * @param cursorBytes how many bytes of files that are otherwise no longer needed may be kept on
 *     disk for cursors; by default 64,000,000. If it is exceeded, the cursors that were not used
 *     for the longest time expire.
 * @param processors the number of processors that adding may use at the same time, 1 or more: for
 *     reading and extracting in {@link Archive#addAll}, writing, merging, refreshing and
 *     committing. A search always uses the thread that calls it, and with more than one processor
 *     others as well. By default all processors.
 * @param extractor finds the quotations of the articles that are added; by default an {@link
 *     Extractor} with default settings
 * @param clock returns the time that is kept of each article that comes in, see {@link
 *     Archive#arrival}, and the day of citations; by default the clock of the system
 * @param at the name of the state that {@link Archive#openReadOnly(java.nio.file.Path,
 *     ArchiveOptions)} reads, see {@link Archive#freeze}; by default the last one
 */
public record ArchiveOptions(
    Duration refreshEvery,
    Duration followEvery,
    long commitEveryArticles,
    Duration commitEvery,
    int articleLimit,
    int ramBufferMegabytes,
    Duration cursorLifetime,
    long cursorBytes,
    int processors,
    QuotationExtractor extractor,
    InstantSource clock,
    Optional<String> at) {

  private static final QuotationExtractor DEFAULT_EXTRACTOR = new Extractor();

  /** The default options. */
  public static final ArchiveOptions DEFAULT = builder().build();

  /**
   * Validates the options.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public ArchiveOptions {
    requireNotNegative("refreshEvery", refreshEvery);
    requireNotNegative("followEvery", followEvery);
    requireNotNegative("commitEvery", commitEvery);
    if (commitEveryArticles < 0) {
      throw new IllegalArgumentException(
          "commitEveryArticles must be 0 or more, but was " + commitEveryArticles);
    }
    requireNonNull(extractor, "extractor");
    requireNonNull(at, "at");
    // Validates its own components.
    new EngineSettings(
        ramBufferMegabytes, processors, articleLimit, cursorLifetime, cursorBytes, clock);
  }

  private static void requireNotNegative(String what, Duration duration) {
    if (requireNonNull(duration, what).isNegative()) {
      throw new IllegalArgumentException(what + " must not be negative, but was " + duration);
    }
  }

  EngineSettings engineSettings() {
    return new EngineSettings(
        ramBufferMegabytes, processors, articleLimit, cursorLifetime, cursorBytes, clock);
  }

  /** Returns a builder of options, with the defaults until others are set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of {@link ArchiveOptions}. Not thread-safe. */
  public static final class Builder {
    private Duration refreshEvery = Duration.ofSeconds(1);
    private Duration followEvery = Duration.ZERO;
    private long commitEveryArticles;
    private Duration commitEvery = Duration.ZERO;
    private int articleLimit = EngineSettings.DEFAULT.articleBytes();
    private int ramBufferMegabytes = EngineSettings.DEFAULT.ramBufferMegabytes();
    private Duration cursorLifetime = EngineSettings.DEFAULT.cursorLifetime();
    private long cursorBytes = EngineSettings.DEFAULT.cursorBytes();
    private int processors = EngineSettings.DEFAULT.processors();
    private QuotationExtractor extractor = DEFAULT_EXTRACTOR;
    private InstantSource clock = EngineSettings.DEFAULT.clock();

    private Optional<String> at = Optional.empty();

    private Builder() {}

    /** Sets how often changes become visible to searches; zero for not automatically. */
    @CanIgnoreReturnValue
    public Builder refreshEvery(Duration value) {
      refreshEvery = value;
      return this;
    }

    /**
     * Sets how often an archive that is open for reading only makes visible what another process
     * has committed; zero for not automatically.
     */
    @CanIgnoreReturnValue
    public Builder followEvery(Duration value) {
      followEvery = value;
      return this;
    }

    /** Sets the number of changed articles after which a commit is made; 0 for never. */
    @CanIgnoreReturnValue
    public Builder commitEvery(long articles) {
      commitEveryArticles = articles;
      return this;
    }

    /** Sets the maximum time until a change is committed; zero for no limit. */
    @CanIgnoreReturnValue
    public Builder commitEvery(Duration value) {
      commitEvery = value;
      return this;
    }

    /** Sets the maximum length of the text of an article, in bytes of UTF-8. */
    @CanIgnoreReturnValue
    public Builder articleLimit(int bytes) {
      articleLimit = bytes;
      return this;
    }

    /** Sets how much memory added articles may take before they are written to disk, in MB. */
    @CanIgnoreReturnValue
    public Builder ramBufferMegabytes(int value) {
      ramBufferMegabytes = value;
      return this;
    }

    /** Sets how long a cursor is valid after a page was last requested with it. */
    @CanIgnoreReturnValue
    public Builder cursorLifetime(Duration value) {
      cursorLifetime = value;
      return this;
    }

    /** Sets how many bytes of files may be kept on disk for cursors alone. */
    @CanIgnoreReturnValue
    public Builder cursorBytes(long value) {
      cursorBytes = value;
      return this;
    }

    /** Sets the number of processors that adding may use at the same time. */
    @CanIgnoreReturnValue
    public Builder processors(int value) {
      processors = value;
      return this;
    }

    /** Sets what finds the quotations of the articles that are added. */
    @CanIgnoreReturnValue
    public Builder extractor(QuotationExtractor value) {
      extractor = value;
      return this;
    }

    /** Sets the clock by which articles come in and citations are dated. */
    @CanIgnoreReturnValue
    public Builder clock(InstantSource value) {
      clock = value;
      return this;
    }

    /** Sets the name of the frozen state that an archive is opened at, for reading only. */
    @CanIgnoreReturnValue
    public Builder at(String state) {
      at = Optional.of(state);
      return this;
    }

    /**
     * {@return the options}
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public ArchiveOptions build() {
      return new ArchiveOptions(
          refreshEvery,
          followEvery,
          commitEveryArticles,
          commitEvery,
          articleLimit,
          ramBufferMegabytes,
          cursorLifetime,
          cursorBytes,
          processors,
          extractor,
          clock,
          at);
    }
  }
}
