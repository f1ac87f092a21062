package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document of ProQuest: labels at the start of lines, in any order, each followed by its value,
 * which can go on for several lines. The text is the value of "Full text:", up to the labels that
 * follow each other to the end of the document.
 */
final class ProQuestDocument {

  private static final Pattern DAY =
      Pattern.compile("\\d{1,2}\\.? \\p{L}{3,12}\\.? \\d{4}|\\p{L}{3,12}\\.? \\d{1,2}, \\d{4}");
  private static final Pattern CAPTION =
      Pattern.compile(
          "(?iu)(?:illustration|illustrations|photograph|photographs|photo|photos|caption|graphic"
              + "|drawing|map|chart|table|cartoon|abbildung|foto|fotos|ilustración|image)");
  private static final Pattern NONE =
      Pattern.compile(
          "(?iu)(?:not available|nicht verfügbar|no disponible|non disponible)\\W*.{0,40}");

  private final ArticleFields fields = new ArticleFields();
  private final List<String> lines;
  private int at;

  private ProQuestDocument(List<String> lines) {
    this.lines = lines;
  }

  /** {@return the fields of a document, given its lines; empty if they are not those of one} */
  static Optional<ArticleFields> fields(List<String> lines) {
    ProQuestDocument document = new ProQuestDocument(lines);
    return document.parse() ? Optional.of(document.fields) : Optional.empty();
  }

  private boolean parse() {
    int labels = 0;
    int text = -1;
    for (int i = 0; i < lines.size(); i++) {
      Optional<ProQuestLabel.Labelled> labelled = ProQuestLabel.labelled(lines.get(i));
      if (labelled.isPresent()) {
        labels++;
        boolean first = text < 0 && labelled.get().label() == ProQuestLabel.TEXT;
        text = first ? i : text;
      }
    }
    if (labels < 3) {
      return false;
    }
    int tail = text < 0 ? lines.size() : startOfTail(text + 1);
    String above = readAbove(text < 0 ? lines.size() : text);
    if (text >= 0) {
      readText(text, tail);
    }
    at = tail;
    readLabels(lines.size());
    Press.addOnce(fields, "title", above);
    info().flatMap(ProQuestDocument::day).ifPresent(this::addDay);
    return true;
  }

  private String info = "";
  private boolean dated;

  private Optional<String> info() {
    return dated || info.isEmpty() ? Optional.empty() : Optional.of(info);
  }

  private static Optional<String> day(String info) {
    Matcher day = DAY.matcher(info);
    while (day.find()) {
      if (PublishedText.read(day.group(), DateOrder.NONE).isPresent()) {
        return Optional.of(day.group());
      }
    }
    return Optional.empty();
  }

  private void addDay(String day) {
    fields.addDate(day);
  }

  /** {@return the lines above the first label, which are the title of some documents} */
  private String readAbove(int end) {
    StringBuilder above = new StringBuilder();
    while (at < end && ProQuestLabel.labelled(lines.get(at)).isEmpty()) {
      above.append(lines.get(at)).append(' ');
      at++;
    }
    readLabels(end);
    return Press.clean(above.toString());
  }

  /**
   * {@return the index of the first line after the text: the labels that follow each other, with
   * their values, to the end}
   */
  private int startOfTail(int from) {
    int tail = lines.size();
    int i = lines.size();
    while (i > from) {
      int start = startOfParagraph(i, from);
      if (start < 0) {
        return from;
      }
      if (start < i && ProQuestLabel.labelled(lines.get(start)).isEmpty() && !isAddress(start)) {
        boolean closing = tail == lines.size() && isClosing(start);
        if (!closing) {
          return tail;
        }
      }
      tail = start;
      i = start;
    }
    return tail;
  }

  /** The closing block of a file, which states whom to contact, or blank lines. */
  private boolean isClosing(int start) {
    String line = lines.get(start).strip();
    return line.isEmpty()
        || line.startsWith("Contact us at")
        || line.startsWith("Database copyright")
        || line.startsWith("Terms and Conditions")
        || Press.isCopyright(line);
  }

  private boolean isAddress(int start) {
    return lines.get(start).strip().startsWith("http");
  }

  /** {@return the index of the first line of the paragraph that ends before an index} */
  private int startOfParagraph(int end, int from) {
    int start = end - 1;
    while (start >= from && lines.get(start).isBlank()) {
      start--;
    }
    while (start > from && !lines.get(start - 1).isBlank()) {
      start--;
    }
    return start < from ? -1 : start;
  }

  private void readText(int label, int end) {
    List<String> body = new ArrayList<>();
    body.add(ProQuestLabel.labelled(lines.get(label)).orElseThrow().value());
    body.addAll(lines.subList(label + 1, end));
    List<String> paragraphs = new ArrayList<>();
    for (PressBlock block : WrappedLines.blocks(body)) {
      if (block.lines().size() <= 2 && CAPTION.matcher(block.first().replace(":", "")).matches()) {
        fields.unused("Illustration");
        break;
      }
      block.lines().stream().map(Press::clean).forEach(paragraphs::add);
    }
    boolean none = paragraphs.size() == 1 && NONE.matcher(paragraphs.getFirst()).matches();
    if (!paragraphs.isEmpty() && !none) {
      fields.add("text", String.join("\n\n", paragraphs));
    }
  }

  private void readLabels(int end) {
    while (at < end) {
      Optional<ProQuestLabel.Labelled> labelled = ProQuestLabel.labelled(lines.get(at));
      at++;
      if (labelled.isPresent()) {
        StringBuilder value = new StringBuilder(labelled.get().value());
        while (at < end && ProQuestLabel.labelled(lines.get(at)).isEmpty()) {
          value.append(' ').append(lines.get(at));
          at++;
        }
        read(labelled.get(), Press.clean(value.toString()));
      }
    }
  }

  private void read(ProQuestLabel.Labelled labelled, String value) {
    if (value.isEmpty()) {
      return;
    }
    switch (labelled.label()) {
      case TITLE -> Press.addOnce(fields, "title", value);
      case AUTHORS -> fields.add("authors", Byline.names(value));
      case OUTLET -> Press.addOnce(fields, "outlet", value.split(";", 2)[0]);
      case INFO -> info = value;
      case DATE -> {
        fields.addDate(value);
        dated = true;
      }
      case SECTION -> Press.addSection(fields, value);
      case LANGUAGE -> Press.addLanguage(fields, labelled.name(), value);
      case ID -> Press.addOnce(fields, "id", value.split(" ", 2)[0]);
      case URL -> Press.addOnce(fields, "url", value.split(" ", 2)[0]);
      case TAGS -> fields.add("tags", Press.terms(value));
      default -> fields.unused(labelled.name());
    }
  }
}
