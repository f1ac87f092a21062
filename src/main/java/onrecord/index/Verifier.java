package onrecord.index;

import static java.util.Objects.requireNonNullElse;

import com.google.common.hash.HashCode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onrecord.engine.ProgressObserver;
import onrecord.engine.Verification;
import onrecord.schema.IndexField;
import onrecord.schema.Schema;
import onrecord.schema.SegmentDocuments;
import onrecord.schema.Stamp;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Verifies the last commit of an archive: the checksum of each file, the structures of the index,
 * that each article is in one block with its own quotations, and that all that is indexed follows
 * from what is stored. Not thread-safe.
 */
public final class Verifier {

  private static final int ATTEMPTS = 20;
  private static final int LEVEL = CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS;
  private static final PrintStream SILENCE =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private final String name;
  private final Directory directory;
  private final Optional<IndexCommit> kept;
  private final ProgressObserver observer;
  private final List<String> problems = new ArrayList<>();
  private final ContentHash hash = new ContentHash();
  private final ExpectedContents expectedContents = new ExpectedContents(hash);
  private Optional<String> firstBroken = Optional.empty();
  private long articles;
  private long quotations;
  private Stamp stamp = Stamp.current("");

  /** The sums of what is indexed of the documents of a block, by their positions in it. */
  @FunctionalInterface
  private interface Contents {
    long of(int position) throws IOException;
  }

  /** Creates a verifier of a commit whose files are kept, or else of the last commit. */
  private Verifier(
      String name, Directory directory, Optional<IndexCommit> kept, ProgressObserver observer) {
    this.name = name;
    this.directory = directory;
    this.kept = kept;
    this.observer = observer;
  }

  /**
   * Verifies the archive in a folder.
   *
   * @param observer is notified of the progress, in documents
   * @throws IOException if there is no archive in the folder, or its files cannot be read, whether
   *     they are damaged or not
   */
  public static Verification verify(Path folder, ProgressObserver observer) throws IOException {
    return WriterThreads.runOnce(() -> {
      try (Directory directory = ArchiveFolder.forVerifying(folder)) {
        return verify(folder.toString(), directory, observer);
      }
    });
  }

  /**
   * Verifies the last commit in a directory.
   *
   * @throws IOException if each commit is replaced before it is verified, or if the files cannot be
   *     read, whether they are damaged or not
   */
  static Verification verify(String name, Directory directory, ProgressObserver observer)
      throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      Verifier verifier = new Verifier(name, directory, Optional.empty(), observer);
      // A writer may have committed again meanwhile and deleted the files of this commit.
      if (verifier.run()) {
        return verifier.report();
      }
    }
    throw new IOException(
        name + " changes faster than it can be verified; try again when fewer commits are made");
  }

  /** Verifies a commit, whose files must not be deleted meanwhile. */
  static Verification verify(String name, IndexCommit commit, ProgressObserver observer)
      throws IOException {
    Verifier verifier = new Verifier(name, commit.getDirectory(), Optional.of(commit), observer);
    verifier.run();
    return verifier.report();
  }

  private Verification report() {
    return new Verification(articles, quotations, problems, firstBroken);
  }

  /** {@return whether the commit still existed when it was verified} */
  private boolean run() throws IOException {
    long generation = -1;
    try {
      SegmentInfos commit =
          kept.isPresent()
              ? SegmentInfos.readCommit(directory, kept.get().getSegmentsFileName())
              : SegmentInfos.readLatestCommit(directory);
      generation = commit.getGeneration();
      if (!checkStamp(commit)) {
        return true;
      }
      for (String file : commit.files(false)) {
        if (!checkFile(file) && isReplaced(generation)) {
          return false;
        }
      }
      return !problems.isEmpty() || checkCommit(generation);
    } catch (VirtualMachineError e) {
      throw IOFailures.unreadable(name, e);
    } catch (IOException e) {
      if (!IOFailures.isDamage(e)) {
        throw IOFailures.naming(name, e);
      }
      if (IOFailures.isMissingFile(e) && isReplaced(generation)) {
        return false;
      }
      unreadable(e);
      return true;
    } catch (RuntimeException e) {
      unreadable(e);
      return true;
    }
  }

  private void unreadable(Exception damage) {
    problem(
        "the archive cannot be read: "
            + requireNonNullElse(damage.getMessage(), damage.getClass().getSimpleName()));
  }

  private boolean checkStamp(SegmentInfos commit) {
    try {
      stamp = Stamp.read(commit.getUserData(), name);
      return true;
    } catch (IOException e) {
      problem("the archive cannot be read: " + e.getMessage());
      return false;
    }
  }

  private boolean isReplaced(long generation) throws IOException {
    return kept.isEmpty() && SegmentInfos.getLastCommitGeneration(directory) != generation;
  }

  /** {@return whether the file exists} */
  private boolean checkFile(String file) throws IOException {
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(in);
    } catch (IOException | RuntimeException e) {
      if (IOFailures.isMissingFile(e)) {
        problem("file " + file + " is missing");
        return false;
      }
      if (!IOFailures.isDamage(e)) {
        throw e;
      }
      problem("file " + file + " is damaged: " + e.getMessage());
    }
    return true;
  }

  private boolean checkCommit(long generation) throws IOException {
    try (DirectoryReader reader =
        kept.isPresent() ? DirectoryReader.open(kept.get()) : DirectoryReader.open(directory)) {
      if (reader.getIndexCommit().getGeneration() != generation) {
        return false;
      }
      for (LeafReaderContext leaf : reader.leaves()) {
        checkStructures((CodecReader) leaf.reader());
        checkBlocks(leaf, reader.maxDoc());
      }
      Duplicates.forEach(reader, id -> broken(id, "is stored twice"));
    }
    return true;
  }

  private void checkStructures(CodecReader segment) throws IOException {
    CheckIndex.testLiveDocs(segment, SILENCE, true);
    CheckIndex.testFieldInfos(segment, SILENCE, true);
    CheckIndex.testFieldNorms(segment, SILENCE, true);
    CheckIndex.testPostings(segment, SILENCE, false, LEVEL, true);
    CheckIndex.testStoredFields(segment, SILENCE, true);
    CheckIndex.testDocValues(segment, SILENCE, true);
    CheckIndex.testPoints(segment, SILENCE, true);
    Dictionaries.check(segment);
  }

  private void checkBlocks(LeafReaderContext leaf, int documents) throws IOException {
    LeafReader segment = leaf.reader();
    Bits live = segment.getLiveDocs();
    SegmentDocuments stored = new SegmentDocuments(segment, stamp);
    BinaryDocValues fingerprints = segment.getBinaryDocValues(IndexField.FINGERPRINT.field());
    SegmentContents contents = new SegmentContents(segment, hash);
    Blocks.forEach(
        segment,
        (first, last) -> {
          int alive = 0;
          for (int doc = first; doc <= last; doc++) {
            alive += live == null || live.get(doc) ? 1 : 0;
          }
          if (alive > 0) {
            StoredBlock block = new StoredBlock(segment, stored, first, last);
            Optional<HashCode> fingerprint =
                fingerprints != null && fingerprints.advanceExact(last)
                    ? Optional.of(hash(fingerprints.binaryValue()))
                    : Optional.empty();
            String id = block.articleId();
            Optional<String> defect =
                alive < block.size()
                    ? Optional.of("is partly deleted")
                    : defect(block, fingerprint, i -> contents.of(first + i));
            defect.ifPresent(what -> broken(id, what));
          }
          observer.progressed(leaf.docBase + last + 1L, documents);
        });
  }

  private static HashCode hash(BytesRef bytes) {
    return HashCode.fromBytes(
        Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
  }

  /** {@return what is wrong with a block, if anything is} */
  private Optional<String> defect(
      StoredBlock block, Optional<HashCode> fingerprint, Contents contents) throws IOException {
    if (!block.endsWithArticle()) {
      return Optional.of("is missing after its quotations");
    }
    try {
      ArticleBlock expected = block.read();
      articles++;
      quotations += expected.quotations().size();
      expected.requireConsistent();
      boolean current = stamp.format() == Schema.FORMAT;
      if (current && !fingerprint.equals(Optional.of(expected.fingerprint()))) {
        return Optional.of("differs from what was added");
      }
      return current ? difference(expected, block, contents) : Optional.empty();
    } catch (CorruptIndexException | RuntimeException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }

  /** {@return the first document that differs from the expected one, if one does} */
  private Optional<String> difference(ArticleBlock expected, StoredBlock block, Contents contents)
      throws IOException {
    boolean comparable = !block.hasReplacedText();
    int i = 0;
    for (Document document : expected.documents()) {
      Set<String> differing = block.difference(document, i);
      if (!differing.isEmpty()) {
        return Optional.of("has unexpected values in " + block.name(i) + ": " + differing);
      }
      if (comparable && contents.of(i) != expectedContents.of(document)) {
        return Optional.of(
            "has " + block.name(i) + " indexed other than by the values that it stores");
      }
      i++;
    }
    return Optional.empty();
  }

  private void broken(String id, String what) {
    if (firstBroken.isEmpty()) {
      firstBroken = Optional.of(id);
    }
    problem("article " + id + " " + what);
  }

  private void problem(String what) {
    if (problems.size() < Verification.MAX_PROBLEMS) {
      problems.add(what);
    }
  }
}
