package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document as Nexis Uni and Lexis Advance deliver it for word processors: the headline, the
 * outlet, the day, labelled lines, the heading "Body" and the text, the heading "Classification"
 * and index terms, and the line "End of Document".
 */
final class NexisDelivery {

  private static final Pattern CONTENT_ITEM =
      Pattern.compile("urn(?::|%3A)contentItem(?::|%3A)[A-Z0-9-]{10,60}");
  private static final Pattern UNFINISHED = Pattern.compile("[\\p{L}\\p{Nd},-]$");
  private static final Pattern ABSTRACT = Pattern.compile("ABSTRACT:?");
  private static final Pattern FULL_TEXT = Pattern.compile("FULL TEXT:?");
  private static final int LONGEST_DATE = 100;
  private static final int ABSTRACT_PARAGRAPHS = 12;

  private final List<DeliveryParagraph> paragraphs;
  private final ArticleFields fields = new ArticleFields();

  private NexisDelivery(List<DeliveryParagraph> paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** {@return the fields of a document, given its paragraphs, of which none is blank} */
  static ArticleFields fields(List<DeliveryParagraph> paragraphs) {
    NexisDelivery document = new NexisDelivery(paragraphs);
    document.parse();
    return document.fields;
  }

  /** {@return whether paragraphs are those of a document, rather than those of a cover page} */
  static boolean isDocument(List<DeliveryParagraph> paragraphs) {
    return paragraphs.stream().anyMatch(NexisDelivery::isBodyHeading)
        || paragraphs.stream().anyMatch(p -> p.hasBookmark("Bookmark"));
  }

  private static boolean isBodyHeading(DeliveryParagraph paragraph) {
    return paragraph.hasBookmark("Body")
        || paragraph.heading().filter(label -> label == PressLabel.BODY).isPresent();
  }

  private void parse() {
    int heading = bodyHeading();
    int labels = firstLabel(heading < 0 ? paragraphs.size() : heading);
    readTitle(labels);
    int body = heading < 0 ? endOfLabels(labels) : heading + 1;
    for (DeliveryParagraph paragraph : paragraphs.subList(labels, heading < 0 ? body : heading)) {
      readLabelled(paragraph);
    }
    String style = heading < 0 ? "" : paragraphs.get(heading).format().headingStyle();
    int end = endOfText(body, style);
    readText(body, end);
    for (DeliveryParagraph paragraph : paragraphs.subList(end, paragraphs.size())) {
      if (paragraph.labelled().isPresent()) {
        readLabelled(paragraph);
      } else if (paragraph.isHeading() && !paragraph.hasBookmark("Classification")) {
        fields.unused(paragraph.line());
      }
    }
  }

  /** {@return the index of the heading of the text; -1 if there is none} */
  private int bodyHeading() {
    for (int i = 0; i < paragraphs.size(); i++) {
      if (isBodyHeading(paragraphs.get(i))) {
        return i;
      }
    }
    for (int i = 3; i < paragraphs.size(); i++) {
      boolean afterLabel = PressLabel.labelled(paragraphs.get(i - 1).line()).isPresent();
      if (afterLabel && paragraphs.get(i).isHeading()) {
        return i;
      }
    }
    return -1;
  }

  /** {@return the index of the first label or copyright before an index} */
  private int firstLabel(int end) {
    int from = firstOfDocument(end);
    if (end > 0 && !paragraphs.get(from).hasBookmark("Bookmark")) {
      int date = lastDate(end);
      if (date >= 0) {
        return date + 1;
      }
    }
    for (int i = from; i < end; i++) {
      DeliveryParagraph paragraph = paragraphs.get(i);
      if (i >= from + 2
          && (Press.isCopyright(paragraph.line())
              || paragraph.label().isPresent()
              || (i >= from + 3 && PressLabel.labelled(paragraph.line()).isPresent()))) {
        return i;
      }
    }
    return end;
  }

  /** {@return the index of the last line before an index that is a day; -1 if none is} */
  private int lastDate(int end) {
    for (int i = end - 1; i >= 0; i--) {
      String line = paragraphs.get(i).line();
      if (line.length() <= LONGEST_DATE
          && paragraphs.get(i).label().isEmpty()
          && PublishedText.read(line, DateOrder.NONE).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /** {@return the index of the headline, which is at the last bookmark of a document, if any} */
  private int firstOfDocument(int end) {
    for (int i = end - 1; i >= 0; i--) {
      if (paragraphs.get(i).hasBookmark("Bookmark")) {
        return i;
      }
    }
    return 0;
  }

  /** Reads the headline, the outlet and the day, which are the last lines before the labels. */
  private void readTitle(int end) {
    int from = firstOfDocument(end);
    int date = end - 1;
    while (date > from
        && PublishedText.read(paragraphs.get(date).line(), DateOrder.NONE).isEmpty()) {
      date--;
    }
    if (date < from + 2) {
      date = Math.min(end, from + 3) - 1;
    }
    boolean marked = end > from && paragraphs.get(from).hasBookmark("Bookmark");
    int title = marked ? from : Math.max(from, date - 2);
    for (int i = title; i < end; i++) {
      String line = paragraphs.get(i).line();
      if (i == title) {
        fields.add("title", line);
        paragraphs.get(i).link().flatMap(NexisDelivery::contentItem).ifPresent(this::addId);
      } else if (i == date) {
        fields.addDate(line);
      } else if (i == title + 1) {
        fields.add("outlet", line);
      } else {
        fields.unused("line below the headline");
      }
    }
  }

  private void addId(String id) {
    fields.add("id", id);
  }

  private static Optional<String> contentItem(String link) {
    return CONTENT_ITEM
        .matcher(link)
        .results()
        .findFirst()
        .map(item -> item.group().replace("%3A", ":"));
  }

  /** {@return the index of the first paragraph without a label after the labels of the head} */
  private int endOfLabels(int labels) {
    int end = labels;
    for (int i = labels; i < paragraphs.size(); i++) {
      DeliveryParagraph paragraph = paragraphs.get(i);
      if (Press.isCopyright(paragraph.line())
          || paragraph.label().filter(l -> l.place() == PressLabel.Place.HEAD).isPresent()) {
        end = i + 1;
      } else if (end > labels) {
        return end;
      }
    }
    return end;
  }

  /**
   * {@return the index of the first paragraph after the text: a heading that is printed as that of
   * the text is, or the first of the labels that follow each other to the end}
   */
  private int endOfText(int body, String style) {
    for (int i = body; i < paragraphs.size(); i++) {
      DeliveryParagraph paragraph = paragraphs.get(i);
      boolean sameStyle = paragraph.isHeading() && paragraph.format().headingStyle().equals(style);
      boolean known =
          paragraph.heading().filter(l -> l.place() == PressLabel.Place.TAIL).isPresent();
      if (sameStyle || known || paragraph.hasBookmark("Classification")) {
        return i;
      }
    }
    int end = paragraphs.size();
    while (end > body
        && paragraphs
            .get(end - 1)
            .label()
            .filter(label -> label.place() == PressLabel.Place.TAIL)
            .isPresent()) {
      end--;
    }
    return end;
  }

  private void readText(int from, int end) {
    List<String> text = new ArrayList<>();
    for (DeliveryParagraph paragraph : paragraphs.subList(Math.min(from, end), end)) {
      boolean tight = paragraph.isTight();
      for (String line : paragraph.text().lines().map(Press::clean).toList()) {
        if (!line.isEmpty()) {
          addLine(line, tight, text);
        }
        tight = true;
      }
    }
    int start = endOfAbstract(text);
    if (start > 0) {
      fields.unused("ABSTRACT");
    }
    if (start < text.size()) {
      fields.add("text", String.join("\n\n", text.subList(start, text.size())));
    }
  }

  /** Adds a line, as a paragraph or as a part of the one before, which was broken into lines. */
  private static void addLine(String line, boolean tight, List<String> text) {
    boolean goesOn = !text.isEmpty() && UNFINISHED.matcher(text.getLast()).find();
    if (goesOn && (tight || Character.isLowerCase(line.codePointAt(0)))) {
      text.add(text.removeLast() + " " + line);
    } else {
      text.add(line);
    }
  }

  /** {@return the index after "FULL TEXT", if an abstract precedes it, which the text repeats} */
  private static int endOfAbstract(List<String> text) {
    if (!text.isEmpty() && ABSTRACT.matcher(text.getFirst()).matches()) {
      for (int i = 1; i < Math.min(text.size() - 1, ABSTRACT_PARAGRAPHS); i++) {
        if (FULL_TEXT.matcher(text.get(i)).matches()) {
          return i + 1;
        }
      }
    }
    return 0;
  }

  private void readLabelled(DeliveryParagraph paragraph) {
    Optional<PressLabel.Labelled> labelled = PressLabel.labelled(paragraph.line());
    if (labelled.isEmpty() || labelled.get().value().isEmpty()) {
      return;
    }
    String name = labelled.get().name();
    String value = labelled.get().value();
    switch (labelled.get().label().orElse(PressLabel.OTHER)) {
      case AUTHORS -> fields.add("authors", Byline.names(value));
      case SECTION -> Press.addSection(fields, value);
      case LANGUAGE -> Press.addLanguage(fields, name, value);
      case TAGS -> fields.add("tags", Press.terms(value));
      default -> {
        if (paragraph.labelled().isPresent()) {
          fields.unused(name);
        }
      }
    }
  }
}
