package onrecord.index;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;

/**
 * Clears away what a crash can leave of commits before the last one. A commit that has been
 * replaced is deleted file by file; if some are gone and the one that names them is still there,
 * Lucene would refuse to write to the index, though its last commit is whole.
 */
final class StaleCommits {

  private StaleCommits() {}

  /**
   * Deletes what names the commits before the last one. The writer deletes the files that nothing
   * names any more.
   *
   * @throws IOException if a writer has the directory, or the last commit cannot be read
   */
  static void clear(Directory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return;
    }
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      long last = SegmentInfos.readLatestCommit(directory).getGeneration();
      for (String file : directory.listAll()) {
        if (isCommit(file) && SegmentInfos.generationFromSegmentsFileName(file) < last) {
          lock.ensureValid();
          directory.deleteFile(file);
        }
      }
    }
  }

  /** {@return whether a file names the files of a commit} */
  static boolean isCommit(String file) {
    return file.startsWith(IndexFileNames.SEGMENTS + "_");
  }
}
