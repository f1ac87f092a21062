package onrecord;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Duration;
import onrecord.extract.Extractor;
import onrecord.extract.SpeakerAuthority;
import onrecord.index.WriterSettings;

/**
 * How an archive is written to. Immutable.
 *
 * {@snippet :
 * Archive.open(folder, ArchiveOptions.builder().commitEvery(10_000).build());
 * }
 *
 * @param refreshEvery how soon searches see what was added, without a commit; zero means not before
 *     {@link Archive#refresh} or {@link Archive#commit}. Until then about 200 bytes are held for
 *     each article that was added. By default one second.
 * @param commitEveryArticles after how many articles a commit is made on its own; 0, the default,
 *     means never
 * @param commitEvery how long a change waits at most until a commit is made on its own; zero, the
 *     default, means for ever
 * @param articleLimit the most bytes of UTF-8 that the text of an article may have; a longer one is
 *     rejected. By default 10,000,000. An article with more than 200,000 quotations is rejected as
 *     well, and one whose id and other fields, counted once for each quotation and with 30 bytes
 *     more for each value, have more than 100,000,000 bytes.
 * @param ramBufferMegabytes how much memory added articles may take before they are written to the
 *     disk, in MB, 1 to 2000; by default 64
 * @param extractionThreads how many threads {@link Archive#addAll} extracts with, 1 or more; by
 *     default as many as the machine has processors
 * @param authority tells who is meant by the names of speakers in the articles that are added; by
 *     default nobody is known beforehand
 */
public record ArchiveOptions(
    Duration refreshEvery,
    long commitEveryArticles,
    Duration commitEvery,
    int articleLimit,
    int ramBufferMegabytes,
    int extractionThreads,
    SpeakerAuthority authority) {

  /** What holds where nothing else is said. */
  public static final ArchiveOptions DEFAULT = builder().build();

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public ArchiveOptions {
    requireNotNegative("refreshEvery", refreshEvery);
    requireNotNegative("commitEvery", commitEvery);
    if (commitEveryArticles < 0) {
      throw new IllegalArgumentException(
          "commitEveryArticles must be 0 or more, but was " + commitEveryArticles);
    }
    if (extractionThreads < 1) {
      throw new IllegalArgumentException(
          "extractionThreads must be 1 or more, but was " + extractionThreads);
    }
    requireNonNull(authority, "authority");
    WriterSettings.requireInRange(ramBufferMegabytes, articleLimit);
  }

  private static void requireNotNegative(String what, Duration duration) {
    if (requireNonNull(duration, what).isNegative()) {
      throw new IllegalArgumentException(what + " must not be negative, but was " + duration);
    }
  }

  /** {@return whether a commit is due after so many changed articles} */
  boolean isCommitDue(long changed) {
    return commitEveryArticles > 0 && changed >= commitEveryArticles;
  }

  /** What the quotations of an article depend on, beside the article. */
  String extractorVersion() {
    return authority.version().isEmpty()
        ? Extractor.VERSION
        : Extractor.VERSION + "+" + authority.version();
  }

  WriterSettings writerSettings() {
    return new WriterSettings(ramBufferMegabytes, articleLimit);
  }

  /** Starts options that are the default until set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Gathers the parts of {@link ArchiveOptions}. Not thread-safe. */
  public static final class Builder {
    private Duration refreshEvery = Duration.ofSeconds(1);
    private long commitEveryArticles;
    private Duration commitEvery = Duration.ZERO;
    private int articleLimit = WriterSettings.DEFAULT.articleBytes();
    private int ramBufferMegabytes = WriterSettings.DEFAULT.ramBufferMegabytes();
    private int extractionThreads = Runtime.getRuntime().availableProcessors();
    private SpeakerAuthority authority = SpeakerAuthority.NONE;

    private Builder() {}

    /** Sets how soon searches see what was added; zero for not on their own. */
    @CanIgnoreReturnValue
    public Builder refreshEvery(Duration value) {
      refreshEvery = value;
      return this;
    }

    /** Sets after how many articles a commit is made; 0 for never. */
    @CanIgnoreReturnValue
    public Builder commitEvery(long articles) {
      commitEveryArticles = articles;
      return this;
    }

    /** Sets how long a change waits at most for a commit; zero for ever. */
    @CanIgnoreReturnValue
    public Builder commitEvery(Duration value) {
      commitEvery = value;
      return this;
    }

    /** Sets how many bytes of UTF-8 the text of an article may have. */
    @CanIgnoreReturnValue
    public Builder articleLimit(int bytes) {
      articleLimit = bytes;
      return this;
    }

    /** Sets how much memory added articles may take, in MB. */
    @CanIgnoreReturnValue
    public Builder ramBufferMegabytes(int value) {
      ramBufferMegabytes = value;
      return this;
    }

    /** Sets with how many threads many articles are added. */
    @CanIgnoreReturnValue
    public Builder extractionThreads(int value) {
      extractionThreads = value;
      return this;
    }

    /** Sets what tells who is meant by the names of speakers. */
    @CanIgnoreReturnValue
    public Builder authority(SpeakerAuthority value) {
      authority = value;
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
          commitEveryArticles,
          commitEvery,
          articleLimit,
          ramBufferMegabytes,
          extractionThreads,
          authority);
    }
  }
}
