package onrecord.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a command reads and writes: results to the output, messages to the error stream, both in
 * UTF-8 whatever the locale. Not thread-safe.
 */
final class Terminal {

  private final InputStream in;
  private final OutputStream out;
  private final PrintStream err;
  private final boolean person;
  private final int width;
  private boolean lost;

  /**
   * Makes a terminal.
   *
   * @param person whether a person sees the output, so that it may have colours
   * @param width how many characters a line of it takes
   */
  Terminal(InputStream in, OutputStream out, OutputStream err, boolean person, int width) {
    this.in = in;
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.person = person;
    this.width = width;
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  boolean isPerson() {
    return person;
  }

  int width() {
    return width;
  }

  /**
   * Writes one line of results.
   *
   * @throws ClosedPipe if nobody reads the output any more
   * @throws UncheckedIOException if it cannot be written otherwise
   */
  void line(String text) {
    write(text + '\n');
  }

  /** {@return the output of results, as text; it throws what {@link #line} throws} */
  Appendable text() {
    return new Appendable() {
      @Override
      public Appendable append(CharSequence text) {
        write(text.toString());
        return this;
      }

      @Override
      public Appendable append(CharSequence text, int start, int end) {
        return append(text.subSequence(start, end));
      }

      @Override
      public Appendable append(char c) {
        return append(String.valueOf(c));
      }
    };
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /**
   * Hands on what was written so far. After a failure there is nothing more to hand on.
   *
   * @throws ClosedPipe if nobody reads the output any more
   * @throws UncheckedIOException if it cannot be written otherwise
   */
  void flush() {
    try {
      if (!lost) {
        out.flush();
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Tells what went wrong, as a line on the error stream. */
  void complain(String message) {
    err.println("onrecord: " + message);
  }

  /** Java tells a closed pipe from a full disk by the system's message alone. */
  private RuntimeException lost(IOException e) {
    lost = true;
    String message = String.valueOf(e.getMessage());
    return message.contains("Broken pipe") || message.contains("pipe is being closed")
        ? new ClosedPipe()
        : new UncheckedIOException("results could not be written: " + message, e);
  }

  /** Tells that nobody reads the output any more, which is no failure. */
  static final class ClosedPipe extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }
}
