package onrecord.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Said;
import onrecord.model.Span;
import onrecord.schema.ArticleDocument;
import onrecord.schema.QuotationDocument;
import onrecord.schema.Schema;
import onrecord.schema.Stamp;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;

/** Writes articles and their quotations to an index. Thread-safe. */
public final class ArchiveWriter implements Closeable {

  private final String name;
  private final Directory directory;
  private final IndexWriter writer;
  private final Snapshots snapshots;

  private ArchiveWriter(String name, Directory directory, IndexWriter writer, Stamp stamp)
      throws IOException {
    this.name = name;
    this.directory = directory;
    this.writer = writer;
    this.snapshots = Snapshots.of(writer, stamp, name);
  }

  /**
   * {@return a writer to an archive, which is made if the folder is missing or empty}
   *
   * @param folder where the archive is
   * @param extractor the version of the extractor whose quotations will be added
   * @throws IOException if the folder holds something else, another writer has it, or it cannot be
   *     read or written
   */
  public static ArchiveWriter open(Path folder, String extractor) throws IOException {
    return open(folder.toString(), ArchiveFolder.forWriting(folder), extractor);
  }

  /**
   * {@return a writer to a new archive in memory, which is gone when the writer is closed}
   *
   * @param extractor the version of the extractor whose quotations will be added
   */
  public static ArchiveWriter inMemory(String extractor) throws IOException {
    return open("(in memory)", new ByteBuffersDirectory(), extractor);
  }

  /** Opens a writer to a directory, which it closes. */
  static ArchiveWriter open(String name, Directory directory, String extractor) throws IOException {
    IndexWriter writer;
    try {
      writer = new IndexWriter(directory, new IndexWriterConfig(Schema.analyzer()));
    } catch (LockObtainFailedException e) {
      FileSystemException locked =
          new FileSystemException(
              name,
              null,
              "another writer has this archive open; close that one first, or open the archive"
                  + " for reading only");
      locked.initCause(e);
      try (directory) {
        throw locked;
      }
    } catch (IOException | RuntimeException e) {
      try (directory) {
        throw e;
      }
    }
    try {
      Stamp stamp = new Stamp(Schema.FORMAT, extractor);
      stamp(writer, stamp, name);
      return new ArchiveWriter(name, directory, writer, stamp);
    } catch (IOException | RuntimeException e) {
      try (directory) {
        writer.rollback();
        throw e;
      }
    }
  }

  /** {@return the states of the archive, which close with this writer} */
  public Snapshots snapshots() {
    return snapshots;
  }

  /**
   * Adds an article, or replaces the one with the same id, in one step: whoever reads sees all of
   * it or nothing.
   *
   * @param article the article
   * @param quotations its quotations, in the order of the text
   * @param extractor the version of the extractor that found them, if one did
   * @throws IllegalArgumentException if a quotation does not fit the text, two have the same id, or
   *     a name is too long for the index
   * @throws IOException if the index cannot be written
   */
  public void add(Article article, List<Quotation> quotations, Optional<String> extractor)
      throws IOException {
    requireFit(article, quotations);
    List<Document> block = new ArrayList<>(quotations.size() + 1);
    for (Quotation quotation : quotations) {
      block.add(QuotationDocument.of(article, quotation));
    }
    block.add(ArticleDocument.of(article, extractor));
    writer.updateDocuments(new Term(Schema.ARTICLE_ID, article.id()), block);
  }

  /**
   * Makes all that was added lasting. When it returns, it is on the disk.
   *
   * @throws IOException if the index cannot be written; then the last commit still stands
   */
  public void commit() throws IOException {
    writer.commit();
  }

  /**
   * Commits and closes. Closing twice has no effect.
   *
   * @throws IOException if what was added since the last commit could not be written
   */
  @Override
  public void close() throws IOException {
    try (directory;
        snapshots) {
      Throwable failure = writer.getTragicException();
      writer.close();
      // Lucene closes quietly after it gave up on a write; what that lost must not be lost quietly.
      if (failure != null) {
        throw new IOException(
            "archive " + name + ": what was added since the last commit is lost", failure);
      }
    }
  }

  /** Stamps a new archive at once, and another one with its next commit. */
  private static void stamp(IndexWriter writer, Stamp stamp, String name) throws IOException {
    Map<String, String> present = new HashMap<>();
    Iterable<Map.Entry<String, String>> committed = writer.getLiveCommitData();
    if (committed != null) {
      committed.forEach(entry -> present.put(entry.getKey(), entry.getValue()));
    }
    if (present.isEmpty()) {
      writer.setLiveCommitData(stamp.toUserData().entrySet());
      writer.commit();
    } else if (!Stamp.read(present, name).equals(stamp)) {
      writer.setLiveCommitData(stamp.toUserData().entrySet());
    }
  }

  private static void requireFit(Article article, List<Quotation> quotations) {
    Set<String> ids = new HashSet<>();
    for (Quotation quotation : quotations) {
      if (!ids.add(quotation.id())) {
        throw misfit(quotation, article, "has an id that another quotation of it has");
      }
      Stream.of(
              quotation.runs().stream(),
              quotation.mention().stream(),
              quotation.cue().stream(),
              quotation.said().map(Said::expression).stream())
          .flatMap(spans -> spans)
          .filter(span -> span.end() > article.text().length())
          .findFirst()
          .ifPresent(span -> {
            throw misfit(
                quotation,
                article,
                "points to " + span + ", but the text ends at " + article.text().length());
          });
      if (!quotation.text().equals(joined(quotation.runs(), article.text()))) {
        throw misfit(quotation, article, "has a text other than its runs joined by a space");
      }
    }
  }

  private static String joined(List<Span> runs, String text) {
    return runs.stream().map(run -> run.in(text)).collect(Collectors.joining(" "));
  }

  private static IllegalArgumentException misfit(
      Quotation quotation, Article article, String what) {
    return new IllegalArgumentException(
        "quotation " + quotation.id() + " of article " + article.id() + " " + what);
  }
}
