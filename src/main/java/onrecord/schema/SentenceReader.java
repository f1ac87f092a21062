package onrecord.schema;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Reads an index as if the words of the sentences that contain quotations were indexed, which until
 * format 4 they are. Since format 5, they are found by {@link SentenceWords}. Everything else is
 * what the index has. Thread-safe.
 */
public final class SentenceReader extends FilterDirectoryReader {

  private SentenceReader(DirectoryReader index) throws IOException {
    super(
        index,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader segment) {
            return new Segment(segment);
          }
        });
  }

  /**
   * {@return a reader of the same documents, which closes the given one when it is closed}
   *
   * @throws IOException if the index cannot be read
   */
  public static DirectoryReader of(DirectoryReader index) throws IOException {
    return new SentenceReader(index);
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader index) throws IOException {
    return new SentenceReader(index);
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }

  /** A segment. Thread-safe. */
  private static final class Segment extends FilterLeafReader {
    // Whether the words are found by those of the articles.
    private final boolean hasWords;

    Segment(LeafReader segment) {
      super(segment);
      this.hasWords = segment.getFieldInfos().fieldInfo(IndexField.SENTENCE_WORDS.field()) != null;
    }

    private boolean isDerived(String field) {
      return hasWords && field.equals(IndexField.SENTENCE.terms());
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      return isDerived(field) ? SentenceTerms.of(in) : in.terms(field);
    }

    @Override
    public @Nullable NumericDocValues getNormValues(String field) throws IOException {
      @Nullable NumericDocValues own = in.getNormValues(field);
      return isDerived(field) ? new SentenceLengths(SentenceWords.of(in), own, in.maxDoc()) : own;
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public CacheHelper getReaderCacheHelper() {
      return in.getReaderCacheHelper();
    }
  }
}
