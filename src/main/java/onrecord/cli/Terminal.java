package onrecord.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/**
 * The streams of a command: results go to the output, messages to the error stream, both in UTF-8
 * regardless of the locale. Characters that control a terminal are made {@linkplain
 * ControlCharacters visible}. Not thread-safe.
 */
final class Terminal {

  private final EndableInput in;
  private final OutputStream out;
  private final PrintStream err;
  private final Reader reader;
  private Color color = Color.AUTO;
  private int width;
  private boolean hasLimit;
  private boolean lost;

  /** Who reads the output. */
  enum Reader {
    PERSON,
    PERSON_WITHOUT_STYLES,
    PROGRAM
  }

  /** When styles are used. */
  enum Color {
    /** If a person reads the output, and has not asked for none. */
    AUTO,
    ALWAYS,
    NEVER
  }

  /**
   * Creates a terminal.
   *
   * @param reader who reads the output
   * @param width the number of characters per line of the output
   */
  Terminal(InputStream in, OutputStream out, OutputStream err, Reader reader, int width) {
    this.in = new EndableInput(in);
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.reader = reader;
    this.width = width;
    this.hasLimit = reader != Reader.PROGRAM;
  }

  /** Sets when styles are used. */
  void setColor(Color color) {
    this.color = color;
  }

  /** Sets the number of characters per line, which a table does not exceed even in a file. */
  void setWidth(int width) {
    this.width = width;
    hasLimit = true;
  }

  /** {@return a terminal whose results go to a file, and whose messages go where these go} */
  Terminal writingTo(OutputStream file) {
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), file, err, Reader.PROGRAM, width);
    terminal.hasLimit = hasLimit && reader == Reader.PROGRAM;
    return terminal;
  }

  InputStream in() {
    return in;
  }

  /** Ends the input, also while another thread waits for it. */
  void endInput() {
    in.end();
  }

  OutputStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  boolean hasStyles() {
    return switch (color) {
      case AUTO -> reader == Reader.PERSON;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  int width() {
    return width;
  }

  /** {@return whether a person reads the output} */
  boolean isRead() {
    return reader != Reader.PROGRAM;
  }

  /** {@return the greatest number of characters of a line that must not be wrapped} */
  int lineLimit() {
    return hasLimit ? width : Integer.MAX_VALUE;
  }

  /** {@return a text that keeps its place in a line where a terminal writes from right to left} */
  String isolated(String text) {
    return isRead() && TextWidth.isRightToLeft(text) ? Style.isolated(text) : text;
  }

  /**
   * Writes one line of results, which contains no styles.
   *
   * @throws ClosedPipe if the reader of the output has closed it
   * @throws UncheckedIOException if writing fails for another reason
   */
  void line(String text) {
    write(ControlCharacters.visible(text) + '\n');
  }

  /**
   * Writes one line of results with parts in a {@link Style}.
   *
   * @throws ClosedPipe if the reader of the output has closed it
   * @throws UncheckedIOException if writing fails for another reason
   */
  void styledLine(String text) {
    write(Style.mapBetween(text, ControlCharacters::visible) + '\n');
  }

  /**
   * {@return the output of results, as text that a program receives unchanged; it throws what
   * {@link #line} throws}
   */
  Appendable text() {
    return reader == Reader.PROGRAM ? new Text(UnaryOperator.identity()) : visibleText();
  }

  /** {@return the output of results, as lines of text; it throws what {@link #line} throws} */
  Appendable visibleText() {
    return new Text(ControlCharacters::visibleInLines);
  }

  /** The output of results as text. */
  private final class Text implements Appendable {
    private final UnaryOperator<String> conversion;

    Text(UnaryOperator<String> conversion) {
      this.conversion = conversion;
    }

    @Override
    public Appendable append(CharSequence text) {
      write(conversion.apply(text.toString()));
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
  }

  private void write(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /**
   * Flushes the output, unless writing has failed before.
   *
   * @throws ClosedPipe if the reader of the output has closed it
   * @throws UncheckedIOException if writing fails for another reason
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

  /** Writes a message on one line of the error stream. */
  void complain(String message) {
    err.println("onrecord: " + ControlCharacters.visible(message));
  }

  /** Writes lines to the error stream. */
  void explain(String lines) {
    lines.lines().map(ControlCharacters::visibleInLines).forEach(err::println);
  }

  /** Only the message of the system distinguishes a closed pipe from, say, a full disk. */
  private RuntimeException lost(IOException e) {
    lost = true;
    String message = String.valueOf(e.getMessage());
    return message.contains("Broken pipe") || message.contains("pipe is being closed")
        ? new ClosedPipe()
        : new UncheckedIOException("cannot write results: " + message, e);
  }

  /** Thrown when the reader of the output has closed it, which is not a failure. */
  static final class ClosedPipe extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
  }
}
