package onrecord.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The paragraphs of the main part of a Word document, one at a time. Not thread-safe. */
final class WordParagraphs {

  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final XMLStreamReader xml;
  private final Map<String, String> links;
  private final int limit;
  private final List<String> bookmarks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable String link;
  private int boldLength;
  private int ignored;
  private State state = State.OUTSIDE;
  private Weight weight = Weight.REGULAR;
  private boolean keptWithNext;
  private String size = "";
  private String runSize = "";
  private int spaceBefore;

  /** Where in a paragraph the reader is. */
  private enum State {
    OUTSIDE,
    PARAGRAPH,
    RUN,
    TEXT
  }

  private enum Weight {
    REGULAR,
    BOLD
  }

  /**
   * Creates a reader.
   *
   * @param in the part "word/document.xml"
   * @param links the addresses of links, by the ids of their relationships
   * @param limit the maximum number of characters of a paragraph that are kept
   */
  WordParagraphs(InputStream in, Map<String, String> links, int limit)
      throws IOException, XMLStreamException {
    this.xml = XmlStream.open(in);
    this.links = links;
    this.limit = limit;
  }

  /** {@return the next paragraph, which may be empty; null at the end} */
  @Nullable DeliveryParagraph next() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = XmlStream.next(xml);
      if (event == XMLStreamConstants.START_ELEMENT) {
        start(xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (end(xml.getLocalName())) {
          return take();
        }
      } else if (xml.isCharacters() && state == State.TEXT && ignored == 0) {
        append(xml.getText());
      }
    }
    return null;
  }

  private void start(String name) {
    switch (name) {
      case "Fallback", "del", "moveFrom", "txbxContent" -> ignored++;
      case "p" -> startParagraph();
      case "bookmarkStart" -> addBookmark();
      case "hyperlink" -> addLink();
      case "r" -> {
        state = state == State.PARAGRAPH ? State.RUN : state;
        weight = Weight.REGULAR;
        runSize = "";
      }
      case "b" -> weight = isOn() && state == State.RUN ? Weight.BOLD : weight;
      case "sz" -> runSize = state == State.RUN ? value() : runSize;
      case "spacing" -> spaceBefore = state == State.PARAGRAPH ? number("before") : spaceBefore;
      case "keepNext" -> keptWithNext |= isOn() && state == State.PARAGRAPH;
      case "t" -> state = state == State.RUN ? State.TEXT : state;
      case "br", "cr" -> appendInRun("\n");
      case "tab" -> appendInRun(" ");
      case "noBreakHyphen" -> appendInRun("-");
      default -> {}
    }
  }

  private void startParagraph() {
    if (ignored == 0) {
      state = State.PARAGRAPH;
    }
  }

  private void addBookmark() {
    String name = xml.getAttributeValue(null, "name");
    name = name == null ? attribute("name") : name;
    if (name != null && bookmarks.size() < 20) {
      bookmarks.add(name);
    }
  }

  private void addLink() {
    String id = xml.getAttributeValue(RELATIONSHIPS, "id");
    if (link == null && id != null) {
      link = links.get(id);
    }
  }

  private int number(String name) {
    String value = attribute(name);
    return value != null && value.matches("\\d{1,6}") ? Integer.parseInt(value) : 0;
  }

  private boolean isOn() {
    String value = value();
    return !value.equals("0") && !value.equals("false") && !value.equals("none");
  }

  private String value() {
    String value = attribute("val");
    return value == null ? "" : value;
  }

  private @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private boolean end(String name) {
    switch (name) {
      case "Fallback", "del", "moveFrom", "txbxContent" -> ignored--;
      case "t" -> state = state == State.TEXT ? State.RUN : state;
      case "r" -> state = state == State.RUN ? State.PARAGRAPH : state;
      case "p" -> {
        if (ignored == 0) {
          state = State.OUTSIDE;
          return true;
        }
      }
      default -> {}
    }
    return false;
  }

  private void appendInRun(String characters) {
    if (state == State.RUN && ignored == 0) {
      append(characters);
    }
  }

  private void append(String characters) {
    boolean blank = boldLength == text.length() && size.isEmpty() && characters.isBlank();
    boolean boldSoFar = boldLength == text.length();
    int room = Math.max(0, limit - text.length());
    if (size.isEmpty() && !characters.isBlank()) {
      size = runSize;
    }
    text.append(characters, 0, Math.min(room, characters.length()));
    if (boldSoFar && (weight == Weight.BOLD || blank)) {
      boldLength = text.length();
    }
  }

  private DeliveryParagraph take() {
    boolean heading = keptWithNext && boldLength == text.length() && !text.toString().isBlank();
    DeliveryParagraph paragraph =
        new DeliveryParagraph(
            text.toString(),
            bookmarks,
            Optional.ofNullable(link),
            new DeliveryParagraph.Format(
                text.toString().isBlank() ? 0 : boldLength,
                spaceBefore,
                heading ? "heading of size " + size : "",
                PressBlock.Placement.LEFT));
    text.setLength(0);
    bookmarks.clear();
    link = null;
    boldLength = 0;
    keptWithNext = false;
    size = "";
    spaceBefore = 0;
    return paragraph;
  }
}
