package onrecord.cli;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Formats the records of a log as another formatter does, with the {@linkplain ControlCharacters
 * characters that control a terminal} visible: what Lucene logs contains text from the archive.
 */
final class VisibleLines extends Formatter {

  private final Formatter lines;

  private VisibleLines(Formatter lines) {
    this.lines = lines;
  }

  /** Makes visible what the handlers of a logger print. */
  static void inAllOf(Logger logger) {
    for (Handler handler : logger.getHandlers()) {
      handler.setFormatter(new VisibleLines(handler.getFormatter()));
    }
  }

  @Override
  public String format(LogRecord log) {
    return ControlCharacters.visibleInLines(lines.format(log));
  }
}
