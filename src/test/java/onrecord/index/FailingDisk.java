package onrecord.index;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.OutputStreamIndexOutput;

/**
 * A disk whose calls are counted, so that a chosen one fails. A write that fails has written a part
 * of its bytes. Files are not flushed. Thread-safe.
 */
final class FailingDisk extends FilterDirectory {

  private static final int BUFFER = 512;

  private final NthCall calls;

  FailingDisk(Directory disk, NthCall calls) {
    super(disk);
    this.calls = calls;
  }

  @Override
  public String[] listAll() throws IOException {
    calls.next("list");
    return super.listAll();
  }

  @Override
  public void deleteFile(String name) throws IOException {
    calls.next("delete");
    super.deleteFile(name);
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    calls.next("create");
    return counted(super.createOutput(name, context));
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    calls.next("create");
    return counted(super.createTempOutput(prefix, suffix, context));
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    calls.next("sync");
  }

  @Override
  public void syncMetaData() throws IOException {
    calls.next("sync folder");
  }

  @Override
  public void rename(String from, String to) throws IOException {
    calls.next("rename");
    super.rename(from, to);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    calls.next("open");
    return super.openInput(name, context);
  }

  @Override
  public Lock obtainLock(String name) throws IOException {
    calls.next("lock");
    return super.obtainLock(name);
  }

  @Override
  public void copyFrom(Directory from, String file, String as, IOContext context)
      throws IOException {
    try (IndexInput input = from.openInput(file, context);
        IndexOutput output = createOutput(as, context)) {
      output.copyBytes(input, input.length());
    }
  }

  private IndexOutput counted(IndexOutput out) {
    return new OutputStreamIndexOutput("failing", out.getName(), new Counted(out), BUFFER);
  }

  private final class Counted extends OutputStream {
    private final IndexOutput out;

    Counted(IndexOutput out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        calls.next("write");
      } catch (IOException | OutOfMemoryError e) {
        out.writeBytes(bytes, offset, length / 2);
        throw e;
      }
      out.writeBytes(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
      calls.next("close");
    }
  }
}
