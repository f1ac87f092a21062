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
 * ControlCharacters visible}. Messages, the status and what is printed may come from several
 * threads; the settings are made before.
 */
final class Terminal {

  private final EndableInput in;
  private final OutputStream out;
  private final PrintStream err;
  private final Reader reader;
  private Color color = Color.AUTO;
  private int width;
  private boolean hasLimit;
  private Reporting reporting = Reporting.LINE_A_MINUTE;
  // Whether there is a status that gives way to what is printed, and whether it is now displayed.
  private boolean hasStatus;
  private boolean isStatusShown;
  private boolean lost;

  /** Who reads the output. */
  enum Reader {
    PERSON,
    PERSON_WITHOUT_STYLES,
    PROGRAM
  }

  /** How a command reports its progress. */
  enum Reporting {
    NONE,
    LINE_A_MINUTE,
    /** On the last line of the terminal that the error stream is. */
    STATUS_LINE
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

  /** Sets how progress is reported. */
  void setReporting(Reporting reporting) {
    this.reporting = reporting;
  }

  Reporting reporting() {
    return reporting;
  }

  /**
   * Shows a text on the last line of the error stream, in place of the previous one, until
   * something else is printed or the status ends.
   */
  synchronized void status(String text) {
    if (!hasStatus && isRead()) {
      flushBeforeStatus();
    }
    hasStatus = true;
    isStatusShown = true;
    String line = TextWidth.shortened(ControlCharacters.visible(text), width - 1);
    err.print("\r" + line + Style.ERASE_TO_END);
    err.flush();
  }

  /** Removes the status, if there is one. */
  synchronized void endStatus() {
    hideStatus();
    hasStatus = false;
  }

  /** Says to the person who has asked a command to stop that it does so, and what can be done. */
  void announceStop(StopSignal signal) {
    if (reporting == Reporting.STATUS_LINE) {
      complain(
          signal + ": stopping; what is done is kept. To stop at once, ask again after a second.");
    }
  }

  private void hideStatus() {
    if (isStatusShown) {
      isStatusShown = false;
      err.print("\r" + Style.ERASE_TO_END);
      err.flush();
    }
  }

  private void flushBeforeStatus() {
    try {
      out.flush();
    } catch (IOException e) {
      // The next write fails as well.
    }
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
   * Writes one line of JSON, in which control characters are escape sequences already.
   *
   * @throws ClosedPipe if the reader of the output has closed it
   * @throws UncheckedIOException if writing fails for another reason
   */
  void json(String line) {
    write(line + '\n');
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

  private synchronized void write(String text) {
    try {
      hideStatus();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      if (hasStatus && isRead()) {
        out.flush();
      }
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
  synchronized void flush() {
    try {
      if (!lost) {
        out.flush();
      }
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Writes a message on one line of the error stream. */
  synchronized void complain(String message) {
    hideStatus();
    err.println("onrecord: " + ControlCharacters.visible(message));
  }

  /** Writes lines to the error stream. */
  synchronized void explain(String lines) {
    hideStatus();
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
