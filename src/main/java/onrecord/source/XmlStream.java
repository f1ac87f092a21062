package onrecord.source;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens XML for reading as a stream, without document types and external entities, so that nothing
 * is fetched and no entity is expanded, and advances such streams.
 */
final class XmlStream {

  private static final char MARK = '\uFEFF';

  private XmlStream() {}

  /** {@return a factory of readers that read neither document types nor external entities} */
  static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /**
   * {@return a reader of XML in UTF-8, with or without a byte order mark}
   *
   * <p>The parser gets characters: given bytes that are not UTF-8, it prints a message.
   */
  static XMLStreamReader open(InputStream in) throws IOException, XMLStreamException {
    Reader characters = new BufferedReader(new Utf8OrWindows1252(in));
    characters.mark(1);
    if (characters.read() != MARK) {
      characters.reset();
    }
    return factory().createXMLStreamReader(characters);
  }

  /**
   * Advances a reader to the next event.
   *
   * @throws XMLStreamException if what follows is not valid, even where the parser lacks the
   *     message for what is wrong, as it does for some document types
   */
  @CanIgnoreReturnValue
  static int next(XMLStreamReader xml) throws XMLStreamException {
    try {
      return xml.next();
    } catch (MissingResourceException e) {
      throw new XMLStreamException("not valid", xml.getLocation(), e);
    }
  }
}
