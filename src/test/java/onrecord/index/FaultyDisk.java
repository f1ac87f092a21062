package onrecord.index;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * A disk in memory that fails at random, fills up, and can lose unsynced data in a crash. Not
 * thread-safe.
 */
final class FaultyDisk extends FilterDirectory {

  private final Random random;
  private final Map<String, Integer> faults = new TreeMap<>();
  private final Set<String> unsynced = new HashSet<>();
  // The new names of renamed files by their old ones, until the folder itself is synced.
  private final Map<String, String> renamed = new HashMap<>();
  private int oneIn;
  private int commitsOneIn;
  private long room = Long.MAX_VALUE;

  FaultyDisk(Random random) {
    super(new ByteBuffersDirectory());
    this.random = random;
  }

  /** Lets about one in {@code operations} operations fail from now on; 0 means none. */
  void failOneIn(int operations) {
    oneIn = operations;
  }

  /** Lets only the operations fail that only commits need: syncing and renaming. */
  void failOnlyInCommitsOneIn(int operations) {
    commitsOneIn = operations;
  }

  /** Sets the number of bytes that can still be written. */
  void room(long bytes) {
    room = bytes;
  }

  /** The number of faults of each kind. */
  Map<String, Integer> faults() {
    return faults;
  }

  /** Faults during merges are counted separately. */
  private static String during(IOContext context, String kind) {
    return context.context() == IOContext.Context.MERGE ? "merge: " + kind : kind;
  }

  private boolean strikes() {
    return oneIn > 0 && commitsOneIn == 0 && random.nextInt(oneIn) == 0;
  }

  private IOException fault(String kind) {
    faults.merge(kind, 1, Integer::sum);
    return new IOException("injected fault: " + kind);
  }

  /** Other operations are rarer than writes, so they fail more often. */
  private void maybeFail(String kind) throws IOException {
    boolean commits = kind.equals("sync") || kind.equals("rename");
    int operations = commits && commitsOneIn > 0 ? commitsOneIn : oneIn / 16;
    if (oneIn > 0
        && (commits || commitsOneIn == 0)
        && random.nextInt(Math.max(2, operations)) == 0) {
      throw fault(kind);
    }
  }

  /** What would be left after a crash at this moment. */
  Directory crashed() throws IOException {
    ByteBuffersDirectory left = new ByteBuffersDirectory();
    for (String file : in.listAll()) {
      String name = renamed.containsValue(file) && random.nextBoolean() ? oldName(file) : file;
      if (!unsynced.contains(file)) {
        left.copyFrom(in, file, name, IOContext.READONCE);
      } else if (random.nextInt(3) > 0) {
        copyDamaged(file, left);
      }
    }
    return left;
  }

  private String oldName(String file) {
    return renamed.entrySet().stream()
        .filter(entry -> entry.getValue().equals(file))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private void copyDamaged(String file, Directory left) throws IOException {
    try (IndexInput from = in.openInput(file, IOContext.READONCE);
        IndexOutput to = left.createOutput(file, IOContext.DEFAULT)) {
      byte[] bytes = new byte[(int) from.length()];
      from.readBytes(bytes, 0, bytes.length);
      int kept = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      to.writeBytes(bytes, kept);
      if (random.nextBoolean()) {
        to.writeBytes(new byte[bytes.length - kept], bytes.length - kept);
      }
    } catch (AccessDeniedException e) {
      // The file is still being written, so nothing of it is on the disk.
      left.createOutput(file, IOContext.DEFAULT).close();
    }
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    maybeFail(during(context, "create"));
    IndexOutput out = new Output(in.createOutput(name, context), context);
    unsynced.add(name);
    return out;
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    maybeFail(during(context, "create"));
    IndexOutput out = in.createTempOutput(prefix, suffix, context);
    unsynced.add(out.getName());
    return new Output(out, context);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    maybeFail("open");
    return in.openInput(name, context);
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    int failing = random.nextInt(names.size() + 1);
    for (String name : names) {
      if (failing-- == 0) {
        maybeFail("sync");
      }
      unsynced.remove(name);
    }
  }

  @Override
  public void syncMetaData() throws IOException {
    maybeFail("sync");
    renamed.clear();
  }

  @Override
  public void rename(String from, String to) throws IOException {
    maybeFail("rename");
    in.rename(from, to);
    if (unsynced.remove(from)) {
      unsynced.add(to);
    }
    renamed.put(from, to);
  }

  @Override
  public void deleteFile(String name) throws IOException {
    maybeFail("delete");
    in.deleteFile(name);
    unsynced.remove(name);
  }

  @Override
  public void copyFrom(Directory from, String file, String as, IOContext context)
      throws IOException {
    try (IndexInput input = from.openInput(file, context);
        IndexOutput output = createOutput(as, context)) {
      // In pieces, as for a large file.
      for (long left = input.length(); left > 0; ) {
        long piece = Math.min(left, 1 + random.nextInt(500));
        output.copyBytes(input, piece);
        left -= piece;
      }
    }
  }

  @Override
  public void close() {
    // The test reads the disk after the writer has been closed.
  }

  private final class Output extends IndexOutput {
    private final IndexOutput out;
    private final IOContext context;

    Output(IndexOutput out, IOContext context) {
      super("faulty", out.getName());
      this.out = out;
      this.context = context;
    }

    @Override
    public void writeByte(byte b) throws IOException {
      out.writeByte(b);
      use(1);
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
      if (length > 1 && strikes()) {
        out.writeBytes(bytes, offset, random.nextInt(length));
        throw fault(during(context, "partial write"));
      }
      out.writeBytes(bytes, offset, length);
      use(length);
    }

    private void use(int bytes) throws IOException {
      if (room < bytes) {
        room = 0;
        throw fault(during(context, "disk full"));
      }
      room -= room == Long.MAX_VALUE ? 0 : bytes;
    }

    @Override
    public long getFilePointer() {
      return out.getFilePointer();
    }

    @Override
    public long getChecksum() throws IOException {
      return out.getChecksum();
    }

    @Override
    public void close() throws IOException {
      out.close();
      maybeFail(during(context, "close"));
    }
  }
}
