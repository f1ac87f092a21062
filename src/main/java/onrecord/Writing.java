package onrecord;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Streams;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import onrecord.engine.Change;
import onrecord.extract.Extractor;
import onrecord.index.ArchiveWriter;
import onrecord.index.StoredArticles;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.query.Query;
import onrecord.schema.Snapshot;
import onrecord.search.ArticleChoice;
import onrecord.source.ArticleRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is changed in an archive: articles are extracted, their speakers identified, and commits
 * made as the options say. Thread-safe.
 */
final class Writing implements Closeable {

  private final ArchiveWriter writer;
  private final ArchiveOptions options;
  private final Extractor extractor = new Extractor();
  private final ArticleChoice choice = new ArticleChoice();
  private final AtomicLong sinceCommit = new AtomicLong();

  /** Changes what a writer, which is closed with this, writes to. */
  Writing(ArchiveWriter writer, ArchiveOptions options) {
    this.writer = writer;
    this.options = options;
  }

  void add(Article article) throws IOException {
    if (extractAndAdd(article) != Change.UNCHANGED) {
      countChanges(1);
    }
  }

  private Change extractAndAdd(Article article) throws IOException {
    String version = options.extractorVersion();
    return writer.holds(article, version)
        ? Change.UNCHANGED
        : writer.add(article, extracted(article), Optional.of(version));
  }

  private List<Quotation> extracted(Article article) {
    return identified(extractor.extract(article));
  }

  private List<Quotation> identified(List<Quotation> quotations) {
    return quotations.stream().map(options.authority()::identify).toList();
  }

  void add(Article article, List<Quotation> quotations) throws IOException {
    writer.add(article, identified(quotations), Optional.empty());
    countChanges(1);
  }

  AddReport addAll(Stream<ArticleRecord> records, AddObserver observer) throws IOException {
    return new BulkAdder(this::extractAndAdd, this::commit, sinceCommit, options, observer)
        .addAll(records);
  }

  boolean delete(String id) throws IOException {
    boolean deleted = writer.delete(id);
    if (deleted) {
      countChanges(1);
    }
    return deleted;
  }

  long delete(Query query) throws IOException {
    long deleted =
        writer.delete(snapshot -> Reading.read(snapshot, state -> choice.ids(state, query)));
    countChanges(deleted);
    return deleted;
  }

  private void countChanges(long changes) throws IOException {
    if (options.isCommitDue(sinceCommit.addAndGet(changes))) {
      commit();
    }
  }

  void commit() throws IOException {
    long counted = sinceCommit.getAndSet(0);
    try {
      writer.commit();
    } catch (IOException | RuntimeException e) {
      // The next one is as due as this was.
      sinceCommit.addAndGet(counted);
      throw e;
    }
    writer.refresh();
  }

  void commitChanges() throws IOException {
    if (writer.hasUncommittedChanges()) {
      commit();
    }
  }

  /** Extracts anew those articles of a snapshot whose quotations were found otherwise. */
  AddReport reextract(Snapshot snapshot, AddObserver observer) throws IOException {
    StoredArticles stored = new StoredArticles(snapshot);
    Iterator<Article> articles = stored.otherThan(options.extractorVersion());
    Iterator<ArticleRecord> records =
        new AbstractIterator<>() {
          @Override
          protected @Nullable ArticleRecord computeNext() {
            try {
              return Reading.next(snapshot, articles)
                  .map(article -> ArticleRecord.of(article.id(), 0, article))
                  .orElseGet(this::endOfData);
            } catch (IOException e) {
              throw new BulkAdder.Carried(e);
            }
          }
        };
    return new BulkAdder(
            article -> renew(article, stored.extractors()),
            this::commit,
            sinceCommit,
            options,
            observer)
        .addAll(Streams.stream(records));
  }

  private Change renew(Article article, Set<String> before) throws IOException {
    return writer.renew(article, before, extracted(article), options.extractorVersion())
        ? Change.REPLACED
        : Change.UNCHANGED;
  }

  /** {@return what writes to the index} */
  ArchiveWriter writer() {
    return writer;
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
