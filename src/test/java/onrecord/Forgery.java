package onrecord;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;

/** Changes the files of an archive, and computes their checksums again, in tests. */
public final class Forgery {

  // The name of the format of a compound file's entries, as in their header.
  private static final String ENTRIES = "Lucene90CompoundEntries";

  private static final int FOOTER = CodecUtil.footerLength();

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
    seal(file, 0, file.length);
    return file;
  }

  private static void seal(byte[] bytes, int start, int end) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, start, end - Long.BYTES - start);
    ByteBuffer.wrap(bytes).putLong(end - Long.BYTES, checksum.getValue());
  }

  /**
   * The bytes of a compound file, in which the checksum of each file that it consists of is made
   * right, and then its own.
   *
   * @param file the compound file
   * @param entries the file that says where in it each file begins and ends
   */
  private static byte[] sealed(byte[] file, byte[] entries) throws IOException {
    DataInput in =
        new ByteArrayDataInput(entries, CodecUtil.indexHeaderLength(ENTRIES, ""), entries.length);
    for (int i = in.readVInt(); i > 0; i--) {
      in.readString();
      int start = Math.toIntExact(in.readLong());
      seal(file, start, start + Math.toIntExact(in.readLong()));
    }
    return sealed(file);
  }

  /**
   * Changes up to three places of a file, and makes its checksum right.
   *
   * @param file a file of the sample archive, which is written again
   */
  public static void forge(Path file, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int i = random.nextInt(3); i >= 0; i--) {
      forge(bytes, random.nextInt(bytes.length - FOOTER), random);
    }
    write(file, bytes);
  }

  /** Writes a file of an archive with other bytes, whose checksums are made right. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, sealed(file, bytes));
  }

  private static void forge(byte[] bytes, int at, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      // The largest int in the seven-bit groups that Lucene writes, the largest long, and zeros.
      case 2 -> ByteBuffer.wrap(bytes, at, 5).put(new byte[] {-1, -1, -1, -1, 7});
      case 3 -> ByteBuffer.wrap(bytes, at, 8).putLong(Long.MAX_VALUE);
      default -> ByteBuffer.wrap(bytes, at, 8).putLong(0);
    }
  }

  private static byte[] sealed(Path file, byte[] bytes) throws IOException {
    String path = file.toString();
    return path.endsWith(".cfs")
        ? sealed(bytes, Files.readAllBytes(Path.of(path.replace(".cfs", ".cfe"))))
        : sealed(bytes);
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
