package onrecord.format;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import onrecord.query.Network;

/**
 * An XML format that networks can be written in: a directed graph whose nodes are the speakers and
 * those whom they name, and whose edges have the number of quotations as weight. Characters that
 * XML cannot contain are replaced by U+FFFD. Immutable.
 *
 * {@snippet file="onrecord/format/SnippetsTest.java" region="network"}
 */
public enum NetworkFormat {

  /**
   * <a href="http://graphml.graphdrawing.org/">GraphML</a>, with the attributes label and weight.
   */
  GRAPHML(NetworkFormat::writeGraphMl),

  /** <a href="https://gexf.net/">GEXF 1.3</a>, the format of Gephi. */
  GEXF(NetworkFormat::writeGexf);

  private final Output output;

  NetworkFormat(Output output) {
    this.output = output;
  }

  /** Writes a network. */
  @FunctionalInterface
  @Immutable
  private interface Output {
    void write(XmlWriter xml, Network network, Map<String, String> nodes) throws IOException;
  }

  /** {@return the name of the format on a command line, such as "graphml"} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes a network.
   *
   * @throws IOException if the output cannot be written
   */
  public void write(Network network, Appendable out) throws IOException {
    requireNonNull(out, "out");
    Map<String, String> nodes = new LinkedHashMap<>();
    for (Network.Edge edge : network.edges()) {
      nodes.computeIfAbsent(edge.speaker(), name -> "n" + nodes.size());
      nodes.computeIfAbsent(edge.about(), name -> "n" + nodes.size());
    }
    output.write(new XmlWriter(out), network, nodes);
  }

  private static void writeGraphMl(XmlWriter xml, Network network, Map<String, String> nodes)
      throws IOException {
    xml.start("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns").line();
    key(xml, "label", "node", "string");
    key(xml, "weight", "edge", "long");
    xml.start("graph").attribute("id", "quotations").attribute("edgedefault", "directed").line();
    for (Map.Entry<String, String> node : nodes.entrySet()) {
      xml.start("node").attribute("id", node.getValue());
      data(xml, "label", node.getKey());
      xml.end().line();
    }
    int number = 0;
    for (Network.Edge edge : network.edges()) {
      edge(xml, number++, edge, nodes);
      data(xml, "weight", String.valueOf(edge.quotations()));
      xml.end().line();
    }
    xml.end().line().end().line();
  }

  private static void key(XmlWriter xml, String name, String element, String type)
      throws IOException {
    xml.start("key").attribute("id", name).attribute("for", element);
    xml.attribute("attr.name", name).attribute("attr.type", type).end().line();
  }

  private static void data(XmlWriter xml, String key, String value) throws IOException {
    xml.start("data").attribute("key", key).text(value).end();
  }

  private static void edge(XmlWriter xml, int number, Network.Edge edge, Map<String, String> nodes)
      throws IOException {
    xml.start("edge").attribute("id", "e" + number);
    xml.attribute("source", String.valueOf(nodes.get(edge.speaker())));
    xml.attribute("target", String.valueOf(nodes.get(edge.about())));
  }

  private static void writeGexf(XmlWriter xml, Network network, Map<String, String> nodes)
      throws IOException {
    xml.start("gexf").attribute("xmlns", "http://gexf.net/1.3").attribute("version", "1.3").line();
    xml.start("graph").attribute("mode", "static").attribute("defaultedgetype", "directed").line();
    xml.start("nodes").line();
    for (Map.Entry<String, String> node : nodes.entrySet()) {
      xml.start("node").attribute("id", node.getValue()).attribute("label", node.getKey());
      xml.end().line();
    }
    xml.end().line().start("edges").line();
    int number = 0;
    for (Network.Edge edge : network.edges()) {
      edge(xml, number++, edge, nodes);
      xml.attribute("weight", String.valueOf(edge.quotations())).end().line();
    }
    xml.end().line().end().line().end().line();
  }
}
