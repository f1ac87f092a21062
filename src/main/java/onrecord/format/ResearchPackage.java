package onrecord.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import com.google.common.io.Closer;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import onrecord.query.Citation;
import onrecord.query.Hit;
import onrecord.query.OwnField;

/**
 * A folder with the quotations that a search finds, their citation and what a repository of
 * research data asks for, to be published with a paper. Immutable. It is written by:
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="package"}
 *
 * <p>The files, all in UTF-8:
 *
 * <table>
 * <caption>The files of a package</caption>
 * <thead><tr><th>File<th>Content</tr></thead>
 * <tbody>
 * <tr><td>quotations.jsonl<td>the quotations as {@link HitFormat#JSON_LINES}
 * <tr><td>quotations.csv<td>the quotations as {@link HitFormat#CSV}
 * <tr><td>articles.bib<td>their articles as {@link HitFormat#BIBTEX}, without texts
 * <tr><td>articles.jsonl<td>with {@link Texts#INCLUDED} only: the articles with their texts and
 *     these quotations as {@link HitFormat#ARTICLES}, from which an archive is made again
 * <tr><td>citation.txt, citation.json<td>the {@link Citation}
 * <tr><td>datacite.json<td>the JSON of version 4.5 of the <a
 *     href="https://schema.datacite.org/">DataCite Metadata Schema</a>, with the DOI if it is known
 * <tr><td>ro-crate-metadata.json<td><a href="https://w3id.org/ro/crate/1.1">RO-Crate 1.1</a>, with
 *     the media type, size and SHA-256 of the files above
 * <tr><td>SHA256SUMS<td>the SHA-256 of every other file, which {@code sha256sum -c SHA256SUMS}
 *     checks
 * </tbody>
 * </table>
 *
 * <p>Equal hits, citations and descriptions give equal bytes.
 */
public final class ResearchPackage {

  private static final String QUOTATIONS = "quotations.jsonl";
  private static final String TABLE = "quotations.csv";
  private static final String REFERENCES = "articles.bib";
  private static final String ARTICLES = "articles.jsonl";
  private static final String JSON = "application/json";
  private static final String JSON_LINES = "application/jsonl";
  private static final String TEXT = "text/plain";

  private final Citation citation;
  private final PackageMetadata metadata;
  private final Texts texts;

  /** Whether a package contains the texts of the articles. */
  public enum Texts {
    /** Only what the articles are called and where they appeared, as texts may be protected. */
    LEFT_OUT,
    /** The whole articles. */
    INCLUDED
  }

  /**
   * Creates a package.
   *
   * @param citation a citation of the search that finds the quotations
   * @throws IllegalArgumentException if the citation does not state the archive, as those made by
   *     Onrecord 0.1 do not
   */
  public ResearchPackage(PackageDescription description, Citation citation, Texts texts) {
    requireNonNull(description, "description");
    this.citation = citation;
    this.texts = requireNonNull(texts, "texts");
    this.metadata =
        new PackageMetadata(
            description,
            citation,
            citation
                .archive()
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "the citation of a package must state the archive")));
  }

  /**
   * Writes the package, all of it or nothing: it is written to a folder beside its own, with the
   * suffix {@code .tmp}, which is then renamed.
   *
   * @param folder the folder of the package, which must not exist, or be empty
   * @param hits what the cited search finds, without context and, if texts are included, sorted by
   *     date, so that those of an article follow each other; not closed
   * @param articles finds the articles of the hits
   * @param own the fields that the table has columns for, such as all that {@code info()} of the
   *     archive lists
   * @throws FileAlreadyExistsException if the folder exists and is not empty, or the other one
   *     exists
   * @throws IllegalArgumentException if a hit has context, which is text of the article, and the
   *     package is to have none, or the hits of an article do not follow each other
   * @throws IOException if the folder cannot be written, an article cannot be read, or the hits are
   *     not as many as those cited
   * @throws IllegalStateException if Jackson or FastCSV is missing; the message says how to add it
   */
  public void write(Path folder, Stream<Hit> hits, ArticleLookup articles, Collection<OwnField> own)
      throws IOException {
    requireNonNull(hits, "hits");
    ArticleTexts found = new ArticleTexts(articles, own);
    requireFree(folder);
    Path name = folder.getFileName();
    if (name == null || name.toString().isEmpty()) {
      throw exists(folder, "is no name of a new folder");
    }
    Path draft = folder.resolveSibling(name + ".tmp");
    try {
      Files.createDirectory(draft);
    } catch (FileAlreadyExistsException e) {
      throw exists(
          draft,
          "exists: another package is being written there, or was interrupted; in that case,"
              + " delete it");
    }
    try {
      fill(draft, hits, articles, found);
      requireFree(folder);
      Files.deleteIfExists(folder);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      delete(draft);
    }
  }

  private static void requireFree(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(folder, "exists and is no folder; a package is written to a new one");
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      if (files.iterator().hasNext()) {
        throw exists(folder, "exists and is not empty; a package is written to a new folder");
      }
    }
  }

  private static FileAlreadyExistsException exists(Path folder, String reason) {
    return new FileAlreadyExistsException(folder.toString(), null, reason);
  }

  private static void delete(Path draft) throws IOException {
    if (Files.notExists(draft, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(draft)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(draft);
  }

  private void fill(Path folder, Stream<Hit> hits, ArticleLookup articles, ArticleTexts found)
      throws IOException {
    writeHits(folder, hits, articles, found);
    List<PackageFile> files = new ArrayList<>();
    files.add(
        measured(folder, QUOTATIONS, JSON_LINES, "The quotations, one JSON object per line."));
    files.add(measured(folder, TABLE, "text/csv", "The quotations, as a table."));
    files.add(measured(folder, REFERENCES, "application/x-bibtex", "The articles, as references."));
    if (texts == Texts.INCLUDED) {
      files.add(measured(folder, ARTICLES, JSON_LINES, "The articles, one JSON object per line."));
    }
    files.add(
        text(folder, "citation.txt", TEXT, "The citation of the search.", citation.toString()));
    files.add(
        text(
            folder,
            "citation.json",
            JSON,
            "The citation of the search, as JSON.",
            CitationJson.write(citation)));
    files.add(
        text(folder, "datacite.json", JSON, "The metadata of DataCite.", metadata.dataCite()));
    PackageFile crate =
        text(
            folder,
            PackageMetadata.CRATE,
            "application/ld+json",
            "The metadata of the RO-Crate.",
            metadata.crate(files));
    files.add(crate);
    StringBuilder sums = new StringBuilder();
    files.forEach(file -> sums.append(file.sha256() + "  " + file.name() + "\n"));
    write(folder.resolve(PackageMetadata.SUMS), sums.toString());
  }

  private void writeHits(Path folder, Stream<Hit> hits, ArticleLookup articles, ArticleTexts found)
      throws IOException {
    try (Closer closer = Closer.create()) {
      List<HitWriter> writers = writers(closer, folder, articles, found);
      Set<String> before = new HashSet<>();
      String article = "";
      long written = 0;
      for (Iterator<Hit> all = hits.iterator(); all.hasNext(); written++) {
        Hit hit = all.next();
        requireNoText(hit);
        if (texts == Texts.INCLUDED && !hit.article().id().equals(article)) {
          article = hit.article().id();
          if (!before.add(article)) {
            throw apart(article);
          }
        }
        for (HitWriter writer : writers) {
          writer.write(hit);
        }
      }
      if (written != citation.quotations()) {
        throw new IOException(
            "the citation counts "
                + citation.quotations()
                + " quotations, but there were "
                + written
                + "; cite and search an archive that is open for reading only");
      }
    }
  }

  private List<HitWriter> writers(
      Closer closer, Path folder, ArticleLookup articles, ArticleTexts found) throws IOException {
    List<HitWriter> writers = new ArrayList<>();
    writers.add(
        closer.register(HitFormat.JSON_LINES.writer(output(closer, folder, QUOTATIONS), articles)));
    writers.add(
        closer.register(
            HitFormat.CSV.writer(output(closer, folder, TABLE), articles, found.own())));
    writers.add(
        closer.register(HitFormat.BIBTEX.writer(output(closer, folder, REFERENCES), articles)));
    if (texts == Texts.INCLUDED) {
      writers.add(
          closer.register(HitFormat.ARTICLES.writer(output(closer, folder, ARTICLES), articles)));
    }
    return writers;
  }

  private void requireNoText(Hit hit) {
    if (texts == Texts.LEFT_OUT && hit.context().isPresent()) {
      throw new IllegalArgumentException(
          "the quotation " + hit.quotation().id() + " has context, but texts are left out");
    }
  }

  private static IllegalArgumentException apart(String article) {
    return new IllegalArgumentException(
        "the quotations of the article "
            + article
            + " must follow each other if texts are included; sort them by date");
  }

  private static Writer output(Closer closer, Path folder, String name) throws IOException {
    return closer.register(
        Utf8Output.of(
            Files.newOutputStream(
                folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
  }

  private static PackageFile text(
      Path folder, String name, String mediaType, String content, String text) throws IOException {
    write(folder.resolve(name), text.endsWith("\n") ? text : text + "\n");
    return measured(folder, name, mediaType, content);
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static PackageFile measured(Path folder, String name, String mediaType, String content)
      throws IOException {
    Path file = folder.resolve(name);
    String sum = MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    return new PackageFile(name, mediaType, content, Files.size(file), sum);
  }
}
