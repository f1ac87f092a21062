package onrecord.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import com.rtfparserkit.rtf.CommandType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collects the paragraphs of RTF, in which a tab also separates the cells of a row. */
final class RtfParagraphs extends RtfListenerAdaptor {

  private static final Pattern BINARY = Pattern.compile("\\\\bin(\\d{1,10})");
  private static final Pattern LINK = Pattern.compile("HYPERLINK\\s+\"([^\"]{1,2000})\"");

  private final List<DeliveryParagraph> paragraphs = new ArrayList<>();
  private final List<String> bookmarks = new ArrayList<>();
  private final Deque<Style> outer = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder instruction = new StringBuilder();
  private Style style = new Style(Target.TEXT, Weight.REGULAR, 0);
  private Paragraph paragraph = Paragraph.DEFAULT;
  private int boldLength;
  private int size;

  /** Where the characters of a group go. */
  private enum Target {
    TEXT,
    BOOKMARK,
    LINK,
    NOWHERE
  }

  private enum Weight {
    REGULAR,
    BOLD
  }

  private enum Keep {
    WITH_NEXT,
    ALONE
  }

  /** How the characters of a group are printed. */
  private record Style(Target target, Weight weight, int size) {
    Style to(Target other) {
      return new Style(other, weight, size);
    }
  }

  /** How a paragraph is printed. */
  private record Paragraph(Keep keep, int spaceBefore, PressBlock.Placement placement) {
    static final Paragraph DEFAULT = new Paragraph(Keep.ALONE, 0, PressBlock.Placement.LEFT);
  }

  private RtfParagraphs() {}

  /**
   * {@return the paragraphs of a file, of which some may be blank}
   *
   * @throws IOException if it is not valid RTF, or ends too early
   */
  static List<DeliveryParagraph> of(byte[] file, String source) throws IOException {
    requireBinaryDataWithin(file, source);
    RtfParagraphs listener = new RtfParagraphs();
    try {
      new StandardRtfParser().parse(new RtfStreamSource(new ByteArrayInputStream(file)), listener);
    } catch (RuntimeException e) {
      // The parser has no exception of its own for what is not valid.
      if (listener.paragraphs.isEmpty()) {
        throw new ArticleFormatException(source, 0, "is damaged: it is not valid RTF", e);
      }
    }
    listener.endParagraph();
    return listener.paragraphs;
  }

  /** The parser allocates as many bytes as a file declares. */
  private static void requireBinaryDataWithin(byte[] file, String source)
      throws ArticleFormatException {
    String characters = new String(file, ISO_8859_1);
    Matcher binary = BINARY.matcher(characters);
    while (binary.find()) {
      if (Long.parseLong(binary.group(1)) > file.length - binary.end()) {
        throw new ArticleFormatException(
            source, 0, "is damaged: it declares more binary data than it contains");
      }
    }
  }

  @Override
  public void processGroupStart() {
    outer.push(style);
  }

  @Override
  public void processGroupEnd() {
    if (style.target() == Target.BOOKMARK && !instruction.isEmpty()) {
      bookmarks.add(instruction.toString().strip());
      instruction.setLength(0);
    }
    if (!outer.isEmpty()) {
      style = outer.pop();
    }
  }

  @Override
  public void processString(String characters) {
    switch (style.target()) {
      case TEXT -> append(characters);
      case BOOKMARK, LINK -> {
        if (instruction.length() < 4000) {
          instruction.append(characters);
        }
      }
      case NOWHERE -> {}
    }
  }

  private void append(String characters) {
    boolean boldSoFar = boldLength == text.length();
    boolean blank = size == 0 && characters.isBlank();
    if (size == 0 && !characters.isBlank()) {
      size = Math.max(1, style.size());
    }
    text.append(characters);
    if (boldSoFar && (style.weight() == Weight.BOLD || blank)) {
      boldLength = text.length();
    }
  }

  @Override
  public void processCommand(Command command, int value, boolean hasValue, boolean optional) {
    if (command.getCommandType() == CommandType.Destination) {
      style = style.to(target(command));
      return;
    }
    if (style.target() != Target.TEXT) {
      return;
    }
    switch (command) {
      case par, sect, page, row -> endParagraph();
      case line, softline -> append("\n");
      case tab, cell -> append("\t");
      case nonbreakingspace -> append("\u00A0");
      case nonbreakinghyphen -> append("-");
      case b -> {
        boolean on = !hasValue || value != 0;
        style = new Style(style.target(), on ? Weight.BOLD : Weight.REGULAR, style.size());
      }
      case fs -> style = new Style(style.target(), style.weight(), value);
      case plain -> style = new Style(style.target(), Weight.REGULAR, 0);
      case pard -> paragraph = Paragraph.DEFAULT;
      case keepn ->
          paragraph = new Paragraph(Keep.WITH_NEXT, paragraph.spaceBefore(), paragraph.placement());
      case sb -> paragraph = new Paragraph(paragraph.keep(), value, paragraph.placement());
      case qc ->
          paragraph =
              new Paragraph(
                  paragraph.keep(), paragraph.spaceBefore(), PressBlock.Placement.CENTERED);
      case ql, qj, qr ->
          paragraph =
              new Paragraph(paragraph.keep(), paragraph.spaceBefore(), PressBlock.Placement.LEFT);
      default -> {}
    }
  }

  private Target target(Command destination) {
    if (style.target() == Target.NOWHERE) {
      return Target.NOWHERE;
    }
    return switch (destination) {
      case rtf, field, fldrslt -> Target.TEXT;
      case bkmkstart -> Target.BOOKMARK;
      case fldinst -> Target.LINK;
      default -> Target.NOWHERE;
    };
  }

  private void endParagraph() {
    boolean heading =
        paragraph.keep() == Keep.WITH_NEXT
            && boldLength == text.length()
            && !text.toString().isBlank();
    Matcher link = LINK.matcher(instruction);
    paragraphs.add(
        new DeliveryParagraph(
            text.toString(),
            bookmarks,
            link.find() ? Optional.of(link.group(1)) : Optional.empty(),
            new DeliveryParagraph.Format(
                text.toString().isBlank() ? 0 : boldLength,
                paragraph.spaceBefore(),
                heading ? "heading of size " + size : "",
                paragraph.placement())));
    text.setLength(0);
    bookmarks.clear();
    instruction.setLength(0);
    boldLength = 0;
    size = 0;
  }
}
