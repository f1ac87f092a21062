package onrecord.format;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import onrecord.model.Quotation;
import onrecord.model.QuotationKind;
import onrecord.model.Span;
import onrecord.model.Speaker;

/**
 * The paragraphs of a text in which quotations are elements of XML, which must be nested: a
 * quotation is divided where a paragraph, or another quotation that began before it, ends.
 */
final class TeiText {

  /** An element contains those after it that are not longer. */
  private static final Comparator<Part> OUTER_FIRST =
      Comparator.comparingInt((Part part) -> part.span().start())
          .thenComparing(Comparator.comparingInt((Part part) -> part.span().end()).reversed())
          .thenComparingInt(Part::number);

  private final String text;
  private final List<Quotation> quotations;
  private final int firstNumber;

  /**
   * A part of a quotation that is an element.
   *
   * @param number the number of the quotation
   * @param span its span in the text
   */
  private record Part(int number, Span span) {

    Part in(int start, int end) {
      return new Part(number, new Span(start, end));
    }
  }

  /**
   * Creates a text.
   *
   * @param before the number of quotations of the document before these
   */
  TeiText(String text, List<Quotation> quotations, int before) {
    this.text = text;
    this.quotations = quotations;
    this.firstNumber = before + 1;
  }

  /**
   * Writes the paragraphs.
   *
   * @param speakers the identifiers of the speakers
   * @return the identifiers of the elements of each quotation that has any, in the order of the
   *     text
   */
  Map<Quotation, List<String>> write(XmlWriter xml, Map<Speaker, String> speakers)
      throws IOException {
    NavigableMap<Integer, Span> lines = lines();
    NavigableMap<Integer, List<Part>> parts = nested(lines);
    Map<Part, Element> elements = elements(parts.values(), speakers);
    for (Span line : lines.values()) {
      xml.start("p");
      write(xml, line, parts.getOrDefault(line.start(), List.of()), elements);
      xml.end().line();
    }
    return identifiers(parts.values(), elements);
  }

  private static Map<Quotation, List<String>> identifiers(
      Collection<List<Part>> lines, Map<Part, Element> elements) {
    return lines.stream()
        .flatMap(List::stream)
        .map(part -> requireNonNull(elements.get(part)))
        .collect(
            Collectors.groupingBy(
                Element::quotation,
                LinkedHashMap::new,
                Collectors.mapping(Element::id, Collectors.toList())));
  }

  /** {@return the lines that are not blank, by their start} */
  private NavigableMap<Integer, Span> lines() {
    NavigableMap<Integer, Span> lines = new TreeMap<>();
    for (int start = 0; start < text.length(); ) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (!text.substring(start, end).isBlank()) {
        lines.put(start, new Span(start, end));
      }
      start = end + 1;
    }
    return lines;
  }

  /** {@return the parts of quotations in each line, in their order in XML} */
  private NavigableMap<Integer, List<Part>> nested(NavigableMap<Integer, Span> lines) {
    NavigableMap<Integer, List<Part>> parts = new TreeMap<>();
    for (int i = 0; i < quotations.size(); i++) {
      for (Span run : quotations.get(i).runs()) {
        Integer first = Optional.ofNullable(lines.floorKey(run.start())).orElse(run.start());
        for (Span line : lines.subMap(first, run.end()).values()) {
          int start = Math.max(run.start(), line.start());
          int end = Math.min(run.end(), line.end());
          if (start < end) {
            parts
                .computeIfAbsent(line.start(), key -> new ArrayList<>())
                .add(new Part(firstNumber + i, new Span(start, end)));
          }
        }
      }
    }
    parts.replaceAll((line, all) -> nested(all));
    return parts;
  }

  /**
   * {@return the parts of one line, divided so that none extends beyond the end of an outer one}
   */
  private static List<Part> nested(List<Part> parts) {
    List<Part> nested = new ArrayList<>();
    Deque<Part> outer = new ArrayDeque<>();
    PriorityQueue<Part> left = new PriorityQueue<>(OUTER_FIRST);
    left.addAll(parts);
    while (!left.isEmpty()) {
      Part part = left.remove();
      int start = part.span().start();
      while (!outer.isEmpty() && outer.element().span().end() <= start) {
        outer.pop();
      }
      int limit = outer.isEmpty() ? part.span().end() : outer.element().span().end();
      if (limit < part.span().end()) {
        left.add(part.in(limit, part.span().end()));
        part = part.in(start, limit);
      }
      outer.push(part);
      nested.add(part);
    }
    return nested;
  }

  /** An element, with the attributes that differ between the parts of a quotation. */
  private record Element(
      Quotation quotation,
      Optional<String> who,
      String id,
      Optional<String> previous,
      Optional<String> next) {

    void start(XmlWriter xml) throws IOException {
      xml.start("said").attribute("xml:id", id).attribute("n", quotation.id());
      reference(xml, "who", who);
      xml.attribute("direct", String.valueOf(quotation.kind() != QuotationKind.INDIRECT));
      xml.attribute("cert", String.valueOf(quotation.confidence()));
      reference(xml, "prev", previous);
      reference(xml, "next", next);
    }

    private static void reference(XmlWriter xml, String name, Optional<String> id)
        throws IOException {
      if (id.isPresent()) {
        xml.attribute(name, "#" + id.get());
      }
    }
  }

  private Map<Part, Element> elements(Collection<List<Part>> lines, Map<Speaker, String> speakers) {
    Map<Integer, List<Part>> byNumber =
        lines.stream().flatMap(List::stream).collect(Collectors.groupingBy(Part::number));
    Map<Part, Element> elements = new HashMap<>();
    byNumber.forEach((number, parts) -> {
      Quotation quotation = quotations.get(number - firstNumber);
      Optional<String> who = Optional.ofNullable(speakers.get(quotation.speaker()));
      for (int i = 0; i < parts.size(); i++) {
        elements.put(
            parts.get(i),
            new Element(
                quotation,
                who,
                id(number, i, parts.size()).orElseThrow(),
                id(number, i - 1, parts.size()),
                id(number, i + 1, parts.size())));
      }
    });
    return elements;
  }

  /** {@return the identifier of a part of a quotation, if there is one with this index} */
  private static Optional<String> id(int number, int index, int count) {
    return index < 0 || index >= count
        ? Optional.empty()
        : Optional.of(count == 1 ? "q" + number : "q" + number + "." + (index + 1));
  }

  private void write(XmlWriter xml, Span line, List<Part> parts, Map<Part, Element> elements)
      throws IOException {
    Deque<Part> open = new ArrayDeque<>();
    int at = line.start();
    for (Part part : parts) {
      at = close(xml, open, at, part.span().start());
      xml.text(text, at, part.span().start());
      at = part.span().start();
      requireNonNull(elements.get(part)).start(xml);
      open.push(part);
    }
    at = close(xml, open, at, line.end());
    xml.text(text, at, line.end());
  }

  /** Ends the elements that end at an index or before it, and returns where the last one did. */
  private int close(XmlWriter xml, Deque<Part> open, int from, int index) throws IOException {
    int at = from;
    while (!open.isEmpty() && open.element().span().end() <= index) {
      int end = open.pop().span().end();
      xml.text(text, at, end).end();
      at = end;
    }
    return at;
  }
}
