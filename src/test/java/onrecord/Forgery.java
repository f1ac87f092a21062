package onrecord;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;

/** Changes the files of an archive, and computes their checksums again, in tests. */
final class Forgery {

  private Forgery() {}

  /** Lets the first segment of the last commit name one more file as its own. */
  static void nameFile(Path archive, String file) throws IOException {
    try (Directory directory = FSDirectory.open(archive)) {
      SegmentInfo segment = SegmentInfos.readLatestCommit(directory).info(0).info;
      Set<String> files = new TreeSet<>(segment.files());
      files.add(file);
      segment.setFiles(files);
      directory.deleteFile(segment.name + ".si");
      segment.getCodec().segmentInfoFormat().write(directory, segment, IOContext.DEFAULT);
    }
  }

  /** Replaces bytes of a file; those that are replaced must occur in it. */
  static void replace(Path file, byte[] old, byte[] replacement) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int at = indexOf(bytes, old);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(bytes, 0, at);
    changed.write(replacement);
    changed.write(bytes, at + old.length, bytes.length - at - old.length);
    Files.write(file, sealed(changed.toByteArray()));
  }

  /** Replaces a text in a file, which must occur in it. */
  static void replace(Path file, String old, String replacement) throws IOException {
    replace(
        file, old.getBytes(StandardCharsets.UTF_8), replacement.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes of a file, whose last eight are made the checksum of all others. */
  static byte[] sealed(byte[] file) {
    CRC32 checksum = new CRC32();
    checksum.update(file, 0, file.length - Long.BYTES);
    ByteBuffer.wrap(file).putLong(file.length - Long.BYTES, checksum.getValue());
    return file;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (ByteBuffer.wrap(bytes, i, part.length).equals(ByteBuffer.wrap(part))) {
        return i;
      }
    }
    throw new IllegalArgumentException("the bytes do not occur in the file");
  }
}
