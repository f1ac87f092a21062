package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Collects the blocks of a fragment of HTML: its divisions, each with its paragraphs. */
final class HtmlBlocks implements NodeVisitor {

  private static final Set<String> BLOCK = Set.of("div", "table", "tr", "td", "center", "h1", "h2");
  private static final Set<String> IGNORED = Set.of("script", "style", "head", "title");

  private final Set<String> centeredClasses;
  private final List<PressBlock> blocks = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private PressBlock.Placement placement = PressBlock.Placement.LEFT;

  private HtmlBlocks(Set<String> centeredClasses) {
    this.centeredClasses = centeredClasses;
  }

  /**
   * {@return the blocks of a fragment}
   *
   * @param centeredClasses the classes of elements that the style sheet places in the middle
   */
  static List<PressBlock> of(String html, Set<String> centeredClasses) {
    HtmlBlocks visitor = new HtmlBlocks(centeredClasses);
    Jsoup.parse(html).body().traverse(visitor);
    visitor.endBlock();
    return visitor.blocks;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (!isIgnored(text)) {
        line.append(text.getWholeText());
      }
    } else if (node instanceof Element element) {
      switch (name(element)) {
        case "br", "p" -> endLine();
        case String name when BLOCK.contains(name) -> {
          endBlock();
          placement = placement(element);
        }
        default -> {}
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (name(element).equals("p")) {
        endLine();
      } else if (BLOCK.contains(name(element))) {
        endBlock();
        placement = PressBlock.Placement.LEFT;
      }
    }
  }

  private static boolean isIgnored(TextNode text) {
    Element parent = text.parent();
    return parent != null && IGNORED.contains(name(parent));
  }

  private static String name(Element element) {
    return element.normalName();
  }

  private PressBlock.Placement placement(Element element) {
    String style = (element.attr("style") + element.attr("align")).toLowerCase(Locale.ROOT);
    return style.contains("center")
            || name(element).equals("center")
            || element.classNames().stream().anyMatch(centeredClasses::contains)
        ? PressBlock.Placement.CENTERED
        : PressBlock.Placement.LEFT;
  }

  private void endLine() {
    String clean = Press.clean(line.toString());
    line.setLength(0);
    if (!clean.isEmpty()) {
      lines.add(clean);
    }
  }

  private void endBlock() {
    endLine();
    if (!lines.isEmpty()) {
      blocks.add(new PressBlock(placement, lines));
      lines.clear();
    }
  }
}
