package onrecord.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.OutputStreamIndexOutput;

/**
 * A disk in memory that loses in a power cut what was not flushed. Of a file that was not flushed,
 * any blocks may be left, or nothing. Files that were created, renamed and deleted after the folder
 * was last flushed have been so or not, each independently of the others. As on the usual file
 * systems, flushing a file that was created flushes its name too. Not thread-safe.
 */
final class VolatileDisk extends FilterDirectory {

  private static final int BLOCK = 64;

  private final Random random;
  private final PowerCuts cuts;
  private final Map<String, Contents> files = new HashMap<>();
  // What the names in the folder refer to after a power cut, without the changes since.
  private final Map<String, Contents> flushed = new HashMap<>();
  private final List<Change> changes = new ArrayList<>();

  /** Is notified of every call that changes a disk, before and after the change. */
  @FunctionalInterface
  interface PowerCuts {
    void maybeCut() throws IOException;
  }

  private static final class Contents {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean isFlushed;
  }

  private sealed interface Change {}

  private record Created(String name, Contents contents) implements Change {}

  private record Renamed(String from, String to, Contents contents) implements Change {}

  private record Deleted(String name, Contents contents) implements Change {}

  VolatileDisk(Random random, PowerCuts cuts) {
    super(new ByteBuffersDirectory());
    this.random = random;
    this.cuts = cuts;
  }

  /** Returns what is left after a power cut at this moment. */
  Directory afterPowerCut() throws IOException {
    Map<String, Contents> left = new HashMap<>(flushed);
    int done = random.nextInt(5);
    for (Change change : changes) {
      boolean isDone = random.nextInt(4) < done;
      switch (change) {
        case Created created when isDone || created.contents.isFlushed ->
            left.put(created.name, created.contents);
        case Renamed renamed when isDone -> {
          left.remove(renamed.from, renamed.contents);
          left.put(renamed.to, renamed.contents);
        }
        case Deleted deleted when isDone -> left.remove(deleted.name, deleted.contents);
        default -> {}
      }
    }
    ByteBuffersDirectory disk = new ByteBuffersDirectory();
    for (Map.Entry<String, Contents> file : left.entrySet()) {
      try (IndexOutput out = disk.createOutput(file.getKey(), IOContext.DEFAULT)) {
        byte[] bytes = file.getValue().bytes.toByteArray();
        byte[] kept = file.getValue().isFlushed ? bytes : damaged(bytes);
        out.writeBytes(kept, kept.length);
      }
    }
    return disk;
  }

  private byte[] damaged(byte[] bytes) {
    byte[] left = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    if (random.nextBoolean()) {
      left = bytes.clone();
    }
    int kept = random.nextInt(5);
    for (int at = 0; at < left.length; at += BLOCK) {
      if (random.nextInt(4) >= kept) {
        Arrays.fill(left, at, Math.min(left.length, at + BLOCK), (byte) 0);
      }
    }
    return left;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return recorded(super.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return recorded(super.createTempOutput(prefix, suffix, context));
  }

  private IndexOutput recorded(IndexOutput out) throws IOException {
    cuts.maybeCut();
    Contents contents = new Contents();
    files.put(out.getName(), contents);
    changes.add(new Created(out.getName(), contents));
    return new OutputStreamIndexOutput(
        "volatile",
        out.getName(),
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.writeBytes(bytes, offset, length);
            contents.bytes.write(bytes, offset, length);
            cuts.maybeCut();
          }

          @Override
          public void close() throws IOException {
            out.close();
          }
        },
        BLOCK);
  }

  @Override
  public void copyFrom(Directory from, String file, String as, IOContext context)
      throws IOException {
    try (IndexInput input = from.openInput(file, context);
        IndexOutput output = createOutput(as, context)) {
      output.copyBytes(input, input.length());
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    super.rename(from, to);
    Contents contents = remove(from);
    files.put(to, contents);
    changes.add(new Renamed(from, to, contents));
    cuts.maybeCut();
  }

  @Override
  public void deleteFile(String name) throws IOException {
    super.deleteFile(name);
    changes.add(new Deleted(name, remove(name)));
    cuts.maybeCut();
  }

  private Contents remove(String name) {
    Contents contents = files.remove(name);
    if (contents == null) {
      throw new IllegalStateException("there is no file " + name);
    }
    return contents;
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    for (String name : names) {
      cuts.maybeCut();
      Contents contents = remove(name);
      contents.isFlushed = true;
      files.put(name, contents);
    }
    cuts.maybeCut();
  }

  @Override
  public void syncMetaData() throws IOException {
    cuts.maybeCut();
    changes.clear();
    flushed.clear();
    flushed.putAll(files);
    cuts.maybeCut();
  }

  @Override
  public void close() {
    // The test reads the disk after the archive on it has been closed.
  }
}
