package onrecord.index;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import onrecord.schema.FrozenCommit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.Lock;

/**
 * Deletes, or hides, what a crash can leave of commits before the last one. A commit that has been
 * replaced is deleted file by file; if only some of its files are gone, Lucene refuses to write to
 * the index, although the last commit is intact.
 */
final class StaleCommits {

  private StaleCommits() {}

  /**
   * Deletes the {@code segments_N} files of the commits before the last one that are not frozen. A
   * writer that is opened later deletes the files that they refer to.
   *
   * @throws IOException if a writer has locked the directory, or the last commit cannot be read
   */
  static void delete(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      SegmentInfos last = SegmentInfos.readLatestCommit(directory);
      Set<Long> kept = frozen(last);
      for (String file : directory.listAll()) {
        if (isCommit(file) && isStale(file, last, kept)) {
          lock.ensureValid();
          directory.deleteFile(file);
        }
      }
    }
  }

  /**
   * {@return a view of a directory without the {@code segments_N} files that {@link #delete}
   * deletes}
   *
   * @throws IOException if the last commit cannot be read
   */
  static Directory hiddenIn(Directory directory) throws IOException {
    SegmentInfos last = SegmentInfos.readLatestCommit(directory);
    Set<Long> kept = frozen(last);
    return new FilterDirectory(directory) {
      @Override
      public String[] listAll() throws IOException {
        return Stream.of(in.listAll())
            .filter(file -> !isCommit(file) || !isStale(file, last, kept))
            .toArray(String[]::new);
      }
    };
  }

  private static Set<Long> frozen(SegmentInfos last) {
    return FrozenCommit.listedIn(last.getUserData()).values().stream()
        .map(FrozenCommit::generation)
        .collect(Collectors.toSet());
  }

  private static boolean isStale(String commit, SegmentInfos last, Set<Long> kept) {
    long generation = SegmentInfos.generationFromSegmentsFileName(commit);
    return generation < last.getGeneration() && !kept.contains(generation);
  }

  /** {@return whether a file lists the files of a commit, by its name} */
  static boolean isCommit(String file) {
    return file.startsWith(IndexFileNames.SEGMENTS + "_");
  }
}
