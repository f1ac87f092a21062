package onrecord.report;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Estimates how wide a line of text is, since a chart is drawn without the font at hand. The
 * estimates are those of a wide sans serif, so that text in other fonts fits too.
 *
 * @param size the size of the font in pixels
 */
record Lettering(double size) {

  /** The labels of a chart. */
  static final Lettering LABEL = new Lettering(12);

  /** The labels of an axis. */
  static final Lettering QUIET = new Lettering(11);

  /** The title of a chart. */
  static final Lettering TITLE = new Lettering(16.5);

  /** {@return the estimated width of a text in pixels} */
  double width(String text) {
    return size * text.codePoints().mapToDouble(Lettering::ems).sum();
  }

  /** {@return the estimated width of the widest of several texts in pixels} */
  double widest(List<String> texts) {
    return texts.stream().mapToDouble(this::width).max().orElse(0);
  }

  /** {@return the estimated width of a character in units of the size of the font} */
  private static double ems(int c) {
    switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
        return 0;
      }
      default -> {
        // Every character is at most as wide as high, approximately.
      }
    }
    if (c > 0x10ff && (c < 0x1e00 || c > 0x2fff)) {
      return 1.05;
    }
    return switch (c) {
      case 'i', 'j', 'l', 'I', '.', ',', ':', ';', '\'', '|', '!', '(', ')', '[', ']' -> 0.36;
      case ' ', 'f', 't', 'r', '-' -> 0.42;
      case 'm', 'w', 'M', 'W', '@', '%' -> 0.96;
      default -> Character.isUpperCase(c) ? 0.72 : 0.62;
    };
  }

  /** {@return a text that is shortened to a width, with an ellipsis at its end} */
  String fit(String text, double pixels) {
    if (width(text) <= pixels) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    double room = pixels - width("\u2026");
    int end = 0;
    for (int next = characters.next();
        next != BreakIterator.DONE && width(text.substring(end, next)) <= room;
        next = characters.next()) {
      room -= width(text.substring(end, next));
      end = next;
    }
    return text.substring(0, end).stripTrailing() + "\u2026";
  }

  /** {@return the lines of a text, at most as many as given; the last is shortened if need be} */
  List<String> wrap(String text, double pixels, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (lines.size() < most - 1 && width(rest) > pixels) {
      int end = 0;
      for (int space = rest.indexOf(' ');
          space >= 0 && width(rest.substring(0, space)) <= pixels;
          space = rest.indexOf(' ', space + 1)) {
        end = space;
      }
      if (end == 0) {
        break;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    lines.add(fit(rest, pixels));
    return lines;
  }
}
