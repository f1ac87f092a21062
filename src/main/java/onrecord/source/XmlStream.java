package onrecord.source;

import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Opens XML for reading as a stream, without document types and external entities, so that nothing
 * is fetched and no entity is expanded.
 */
final class XmlStream {

  private XmlStream() {}

  /** {@return a reader of XML in the encoding that it declares} */
  static XMLStreamReader open(InputStream in) throws XMLStreamException {
    return factory().createXMLStreamReader(in);
  }

  /** {@return a reader of XML} */
  static XMLStreamReader open(Reader in) throws XMLStreamException {
    return factory().createXMLStreamReader(in);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }
}
