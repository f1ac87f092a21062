package onrecord.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A document that the XML parser of the JDK has read, in which names have no prefix. */
final class XmlDocument {

  private final Document document;

  /** Parses a document, which fails if it is not well-formed. */
  XmlDocument(String text) throws Exception {
    document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(text)));
  }

  /** Validates a document against a schema, which is beside this class. */
  static void validate(String text, String schema) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(XmlDocument.class.getResource(schema))
        .newValidator()
        .validate(new StreamSource(new StringReader(text)));
  }

  /** {@return the elements that an XPath selects} */
  List<Element> elements(String path) throws Exception {
    NodeList nodes =
        (NodeList)
            XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /** {@return the text of the elements that an XPath selects} */
  List<String> texts(String path) throws Exception {
    return elements(path).stream().map(Element::getTextContent).toList();
  }

  /** {@return the values of an attribute of the elements that an XPath selects} */
  List<String> attributes(String path, String attribute) throws Exception {
    List<String> values = new ArrayList<>();
    for (Element element : elements(path)) {
      values.add(element.getAttribute(attribute));
    }
    return values;
  }
}
