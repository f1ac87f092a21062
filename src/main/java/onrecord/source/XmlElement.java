package onrecord.source;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An element of XML with its attributes and content. Names are without prefixes and namespaces.
 * Mutable while it is read; not thread-safe.
 */
final class XmlElement {

  private final String name;
  private final long line;
  private final Map<String, String> attributes = new HashMap<>();
  // Elements and strings, in their order.
  private final List<Object> content = new ArrayList<>();

  /** Creates an element without content that starts at a line. */
  XmlElement(String name, long line) {
    this.name = name;
    this.line = line;
  }

  String name() {
    return name;
  }

  /** {@return the line of the source that this element starts at, from 1} */
  long line() {
    return line;
  }

  void setAttribute(String attribute, String value) {
    attributes.put(attribute, value);
  }

  void append(XmlElement child) {
    content.add(child);
  }

  void append(String text) {
    content.add(text);
  }

  /** {@return the value of an attribute, without outer blanks; empty if there is none} */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "").strip();
  }

  /** {@return the elements directly within this one, in their order} */
  List<XmlElement> children() {
    return content.stream()
        .filter(XmlElement.class::isInstance)
        .map(XmlElement.class::cast)
        .toList();
  }

  /** {@return the elements and the texts ({@link String}) directly within this one} */
  List<Object> content() {
    return content;
  }

  /** {@return the elements of a name directly within this one} */
  List<XmlElement> children(String childName) {
    return children().stream().filter(child -> child.name.equals(childName)).toList();
  }

  /** {@return all elements of a name within this one, at any depth, in their order} */
  Stream<XmlElement> all(String elementName) {
    return children().stream()
        .flatMap(child ->
            child.name.equals(elementName)
                ? Stream.concat(Stream.of(child), child.all(elementName))
                : child.all(elementName));
  }

  /** {@return the first element at the end of a path of names} */
  Optional<XmlElement> first(String... path) {
    Stream<XmlElement> at = Stream.of(this);
    for (String step : path) {
      at = at.flatMap(element -> element.children(step).stream());
    }
    return at.findFirst();
  }

  /** {@return the text of the first element at the end of a path; empty if there is none} */
  String text(String... path) {
    return first(path).map(XmlElement::text).orElse("");
  }

  /** {@return the text within this element, with single spaces for white space} */
  String text() {
    StringBuilder text = new StringBuilder();
    appendText(text);
    return CharMatcher.whitespace().trimAndCollapseFrom(text, ' ');
  }

  private void appendText(StringBuilder text) {
    for (Object part : content) {
      if (part instanceof XmlElement child) {
        child.appendText(text);
      } else {
        text.append(part);
      }
    }
  }
}
