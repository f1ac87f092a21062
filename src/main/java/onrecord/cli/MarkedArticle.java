package onrecord.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import onrecord.model.Article;
import onrecord.model.Quotation;
import onrecord.model.Span;

/**
 * The text of an article in which the words, the speakers and the cues of quotations are marked: by
 * styles on a terminal, or else by signs. Immutable.
 */
final class MarkedArticle {

  private static final Pattern WORDS_AND_SPACES = Pattern.compile("(?<= )|(?= )");

  private final String text;
  private final Part[] parts;
  private final Terminal terminal;

  /** What a character of the text is, with the signs before and after characters of that kind. */
  private enum Part {
    OTHER("", ""),
    WORDS("**", "**"),
    SPEAKER("<", ">"),
    CUE("{", "}");

    private final String before;
    private final String after;

    Part(String before, String after) {
      this.before = before;
      this.after = after;
    }

    String sign(String piece) {
      return before + piece + after;
    }

    String style(String piece) {
      return switch (this) {
        case OTHER -> piece;
        case WORDS -> Style.WORDS.apply(piece);
        case SPEAKER -> Style.SPEAKER.apply(piece);
        case CUE -> Style.CUE.apply(piece);
      };
    }
  }

  /** Marks quotations of an article. */
  MarkedArticle(Article article, List<Quotation> quotations, Terminal terminal) {
    this.text = article.text();
    this.terminal = terminal;
    this.parts = new Part[text.length()];
    Arrays.fill(parts, Part.OTHER);
    for (Quotation quotation : quotations) {
      quotation.runs().forEach(run -> fill(run, Part.WORDS));
    }
    // A speaker and a cue may be among the words of reported speech, or of another quotation.
    for (Quotation quotation : quotations) {
      quotation.mention().ifPresent(mention -> fill(mention, Part.SPEAKER));
      quotation.cue().ifPresent(cue -> fill(cue, Part.CUE));
    }
  }

  private void fill(Span span, Part part) {
    Arrays.fill(parts, span.start(), span.end(), part);
  }

  /** {@return a sentence that explains the marks} */
  String legend() {
    return "Marked: "
        + mark(Part.WORDS, "words")
        + ", "
        + mark(Part.SPEAKER, "speakers")
        + ", "
        + mark(Part.CUE, "cues");
  }

  /** {@return the paragraphs of a part of the text, without those that are blank} */
  List<String> paragraphs(Span range) {
    List<String> paragraphs = new ArrayList<>();
    int start = range.start();
    while (start < range.end()) {
      int end = text.indexOf('\n', start);
      end = end < 0 || end > range.end() ? range.end() : end;
      if (!text.substring(start, end).isBlank()) {
        paragraphs.add(marked(start, end));
      }
      start = end + 1;
    }
    return paragraphs;
  }

  /** {@return the paragraphs that contain a quotation, with the one before and the one after} */
  Span around(Quotation quotation) {
    int start = paragraphBefore(quotation.runs().getFirst().start());
    int end = paragraphAfter(quotation.runs().getLast().end());
    return new Span(paragraphBefore(Math.max(0, start - 1)), paragraphAfter(end));
  }

  /**
   * {@return the start of the paragraph that contains a place, or of the text before its blanks}
   */
  private int paragraphBefore(int at) {
    int end = at;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return text.lastIndexOf('\n', end - 1) + 1;
  }

  private int paragraphAfter(int at) {
    int start = at;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  private String marked(int start, int end) {
    StringBuilder marked = new StringBuilder();
    int at = start;
    while (at < end) {
      int next = at + 1;
      while (next < end && parts[next] == parts[at]) {
        next++;
      }
      marked.append(mark(parts[at], ResultPrinter.clean(text.substring(at, next))));
      at = next;
    }
    return marked.toString();
  }

  /** Marks each word by itself where there are styles, since they end with the line. */
  private String mark(Part part, String piece) {
    if (part == Part.OTHER || piece.isBlank()) {
      return piece;
    }
    if (!terminal.hasStyles()) {
      return part.sign(piece);
    }
    StringBuilder styled = new StringBuilder();
    for (String word : WORDS_AND_SPACES.split(piece, -1)) {
      styled.append(word.isBlank() ? word : part.style(word));
    }
    return styled.toString();
  }
}
