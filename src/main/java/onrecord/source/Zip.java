package onrecord.source;

import com.google.common.io.CountingInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Reads the members of ZIP files in the order in which they are stored. */
final class Zip {

  private Zip() {}

  /** {@return the records of the files of an archive} */
  static RecordSource open(InputStream in, Origin origin, SourceOpener opener) {
    CountingInputStream counted = new CountingInputStream(in);
    Tail tail = new Tail(counted);
    ZipInputStream zip = new ZipInputStream(tail);
    return new ArchiveMembers(
        () -> next(zip, tail),
        new Expansion(zip, counted::getCount, origin.source()),
        origin,
        opener);
  }

  private static @Nullable String next(ZipInputStream zip, Tail tail) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    if (entry == null && !tail.isComplete()) {
      throw new EOFException("it ends too early");
    }
    return entry == null ? null : entry.getName();
  }

  /** Remembers the last bytes of a stream, where a complete ZIP file has its final record. */
  private static final class Tail extends FilterInputStream {
    private static final int LENGTH = 1 << 10;
    private static final int RECORD = 22;

    private final byte[] last = new byte[2 * LENGTH];
    private int length;

    Tail(InputStream in) {
      super(in);
    }

    /** Reads the rest of the stream, and returns whether the final record is at its end. */
    boolean isComplete() throws IOException {
      transferTo(OutputStream.nullOutputStream());
      for (int at = length - RECORD; at >= 0; at--) {
        if (last[at] == 'P' && last[at + 1] == 'K' && last[at + 2] == 5 && last[at + 3] == 6) {
          return true;
        }
      }
      return false;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
      int read = super.read(bytes, offset, count);
      int kept = Math.min(read, LENGTH);
      if (kept > 0) {
        if (length + kept > last.length) {
          System.arraycopy(last, length - LENGTH, last, 0, LENGTH);
          length = LENGTH;
        }
        System.arraycopy(bytes, offset + read - kept, last, length, kept);
        length += kept;
      }
      return read;
    }
  }
}
