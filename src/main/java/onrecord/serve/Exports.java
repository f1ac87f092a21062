package onrecord.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import onrecord.Archive;
import onrecord.format.HitFormat;
import onrecord.format.HitWriter;
import onrecord.query.Hit;
import onrecord.query.Search;

/**
 * Exports of everything that a search finds, of which a limited number are sent at a time. Each
 * reads a snapshot of the archive while it is sent, and holds few of its hits in memory.
 * Thread-safe.
 */
final class Exports {

  /** The maximum number of exports at a time. */
  static final int MAX = 50;

  private final Archive archive;
  private final Semaphore free = new Semaphore(MAX);

  Exports(Archive archive) {
    this.archive = archive;
  }

  /**
   * {@return an export, which ends when it is closed}
   *
   * @throws BadRequestException if too many are being sent
   * @throws IOException if the archive cannot be read
   */
  Content start(Search search, HitFormat format) throws IOException {
    if (!free.tryAcquire()) {
      throw new BadRequestException(503, "too many exports are being sent; try again");
    }
    boolean started = false;
    try {
      Content export = new Export(archive.stream(search), format);
      started = true;
      return export;
    } finally {
      if (!started) {
        free.release();
      }
    }
  }

  /** One export. Not thread-safe. */
  private final class Export implements Content {
    private final Stream<Hit> hits;
    private final HitFormat format;
    private boolean closed;

    Export(Stream<Hit> hits, HitFormat format) {
      this.hits = hits;
      this.format = format;
    }

    @Override
    public OptionalLong length() {
      return OptionalLong.empty();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      Writer text = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 15);
      try (HitWriter writer = format.writer(text, archive::article)) {
        writer.writeAll(hits);
      } catch (UncheckedIOException e) {
        throw new IOException("the export ended before all was read", e);
      }
      text.flush();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        hits.close();
        free.release();
      }
    }
  }
}
