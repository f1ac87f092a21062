package onrecord.source;

import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of XML that are records, one at a time. A document type is tolerated, but
 * neither it nor any other entity is read. Not thread-safe.
 */
final class XmlRecords implements RecordSource {

  private static final int MAX_DEPTH = 80;
  private static final int MAX_SKIPPED_DEPTH = 10_000;
  private static final int PER_NODE = 64;
  private static final Pattern ENCODING =
      Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

  private final SourceInput input;
  private final ImmutableSet<String> names;
  private final Conversion conversion;
  private final XMLStreamReader xml;
  private boolean any;
  private boolean ended;

  /** Converts an element to a record. */
  @FunctionalInterface
  interface Conversion {
    /**
     * {@return the record}
     *
     * @throws IllegalArgumentException if the element is not as it should be
     */
    ArticleRecord of(XmlElement element, SourceInput input);
  }

  /**
   * Creates a reader.
   *
   * @param names the names of the elements that are records, without prefixes; records within
   *     records belong to these
   * @throws ArticleFormatException if the content is not XML
   */
  XmlRecords(SourceInput input, Set<String> names, Conversion conversion) throws IOException {
    this.input = input;
    this.names = ImmutableSet.copyOf(names);
    this.conversion = conversion;
    XMLInputFactory factory = XmlStream.factory();
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAX_SKIPPED_DEPTH));
    factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
    try {
      this.xml = factory.createXMLStreamReader(characters(input));
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  /** The declared encoding counts, unless it is UTF-8 or UTF-16, in which the content is read. */
  private static Reader characters(SourceInput input) throws IOException {
    Matcher declared = ENCODING.matcher(Head.of(input.in(), input.options()).text());
    if (declared.find()) {
      try {
        Charset charset = Charset.forName(declared.group(1));
        if (!charset.name().startsWith("UTF-") && !charset.equals(StandardCharsets.US_ASCII)) {
          return new InputStreamReader(input.in(), charset);
        }
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        throw new ArticleFormatException(
            input.source(),
            1,
            "declares the encoding " + declared.group(1) + ", which is not known",
            e);
      }
    }
    return input.reader();
  }

  @Override
  public @Nullable ArticleRecord next() throws IOException {
    if (ended) {
      return null;
    }
    try {
      while (xml.hasNext()) {
        if (XmlStream.next(xml) == XMLStreamConstants.START_ELEMENT
            && names.contains(xml.getLocalName())) {
          any = true;
          return readRecord();
        }
      }
    } catch (XMLStreamException e) {
      ended = true;
      if (e.getNestedException() instanceof IOException failure) {
        throw failure;
      }
      return ArticleRecord.failed(fault(e));
    }
    ended = true;
    return any
        ? null
        : ArticleRecord.failed(
            new ArticleFormatException(
                input.source(), 0, "must contain " + String.join(" or ", names) + " elements"));
  }

  /** Reads the record that starts here. One that is too large or nested too deep is left out. */
  private ArticleRecord readRecord() throws XMLStreamException {
    XmlElement root = begin();
    Deque<XmlElement> open = new ArrayDeque<>(List.of(root));
    try {
      readContent(open);
      return conversion.of(root, input);
    } catch (IllegalArgumentException e) {
      skip(open.size());
      return ArticleRecord.failed(new ArticleFormatException(input.source(), root.line(), e));
    }
  }

  /** Skips to the end of the outermost of some open elements. */
  private void skip(int open) throws XMLStreamException {
    int depth = open;
    while (depth > 0) {
      int event = XmlStream.next(xml);
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private long line() {
    return Math.max(0, xml.getLocation().getLineNumber());
  }

  private ArticleFormatException fault(XMLStreamException e) {
    long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    return new ArticleFormatException(
        input.source(), line, "is not valid XML; what follows was not read", e);
  }

  /** Reads all that is in an open element and closes it, without recursion. */
  private void readContent(Deque<XmlElement> open) throws XMLStreamException {
    long size = 0;
    while (!open.isEmpty()) {
      switch (XmlStream.next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> {
          XmlElement child = begin();
          size += PER_NODE;
          open.element().append(child);
          open.push(child);
          if (open.size() > MAX_DEPTH) {
            throw new IllegalArgumentException(
                "must not be nested more than " + MAX_DEPTH + " levels deep, but is");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          open.element().append(xml.getText());
          size += PER_NODE + xml.getTextLength();
        }
        case XMLStreamConstants.ENTITY_REFERENCE ->
            open.element().append(MarkupText.entity(xml.getLocalName()));
        default -> {
          // Comments and processing instructions are not content.
        }
      }
      if (size > input.limits().bytes()) {
        throw new IllegalArgumentException(input.limits().tooLong("the record"));
      }
    }
  }

  private XmlElement begin() {
    XmlElement element = new XmlElement(xml.getLocalName(), line());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      element.setAttribute(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return element;
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
