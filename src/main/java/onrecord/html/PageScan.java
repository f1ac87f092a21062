package onrecord.html;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onrecord.html.Region.Role;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Divides a page into blocks of text, and collects what the page declares, in one traversal. Not
 * thread-safe.
 */
final class PageScan implements NodeFilter {

  private static final ImmutableSet<String> DECLARING =
      ImmutableSet.of("script", "meta", "link", "title");
  private static final ImmutableSet<String> WITHOUT_TEXT =
      ImmutableSet.of(
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "video",
          "audio",
          "canvas",
          "select",
          "textarea",
          "button",
          "datalist");

  private static final Pattern EMPTY_LINE = Pattern.compile("\\R[ \\t]*+\\R");

  private final Roles roles = new Roles();
  private final Declarations declarations = new Declarations();
  private final List<Region> regions = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final BlockText text = new BlockText();
  private @Nullable Region region;
  private int links;
  private int notes;
  private int breaks;

  /** {@return whether the page has a single element for an article, with the main heading in it} */
  boolean hasOneArticle() {
    List<Region> articles =
        regions.stream().filter(r -> r.element().normalName().equals("article")).toList();
    return articles.size() == 1
        && articles.getFirst().hasHeadline()
        && !articles.getFirst().isFurniture();
  }

  /** {@return the regions of the page, in the order of their start tags} */
  List<Region> regions() {
    return regions;
  }

  /** {@return the blocks of the page, in order} */
  List<Block> blocks() {
    return blocks;
  }

  Declarations declarations() {
    return declarations;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode characters) {
      append(characters);
      return FilterResult.CONTINUE;
    }
    return node instanceof Element element ? start(element) : FilterResult.CONTINUE;
  }

  private void append(TextNode characters) {
    if (region == null) {
      return;
    }
    if (region.element().normalName().equals("pre")) {
      appendParagraphs(characters.getWholeText());
    } else if (text.append(characters.getWholeText(), links, notes)) {
      breaks = 0;
    }
  }

  /** Appends text whose line breaks are kept, so that empty lines separate paragraphs. */
  private void appendParagraphs(String characters) {
    Matcher empty = EMPTY_LINE.matcher(characters);
    int from = 0;
    while (empty.find()) {
      text.append(characters.substring(from, empty.start()), links, notes);
      flush();
      from = empty.end();
    }
    text.append(characters.substring(from), links, notes);
  }

  private FilterResult start(Element element) {
    String tag = element.normalName();
    if (element.attributesSize() > 0 || DECLARING.contains(tag) || tag.equals("time")) {
      declarations.add(element, region);
    }
    if (WITHOUT_TEXT.contains(tag) || DECLARING.contains(tag)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (tag.equals("br")) {
      lineBreak();
      return FilterResult.CONTINUE;
    }
    if (isBlock(element)) {
      flush();
      open(element);
    } else if (roles.isUnseenInline(element)) {
      return FilterResult.SKIP_ENTIRELY;
    } else if (roles.isNote(element)) {
      notes++;
    }
    links += tag.equals("a") ? 1 : 0;
    return FilterResult.CONTINUE;
  }

  /**
   * {@return whether an element separates blocks, as an inline element does around block elements}
   */
  private static boolean isBlock(Element element) {
    return element.isBlock()
        || (element.childNodeSize() > 0 && element.children().stream().anyMatch(Element::isBlock));
  }

  /** A line break is a blank; after a sentence, and if there are two, it ends a paragraph. */
  private void lineBreak() {
    text.append(" ", links, notes);
    if (++breaks == 2 || text.endsSentence()) {
      flush();
    }
  }

  private void open(Element element) {
    Role role = element.normalName().equals("head") ? Role.FURNITURE : roles.of(element);
    region = new Region(element, region, regions.size(), role);
    regions.add(region);
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      if (region != null && region.element().equals(element)) {
        flush();
        region.end(regions.size() - 1);
        region = region.parent();
      } else if (roles.isNote(element)) {
        notes--;
      }
      links -= element.normalName().equals("a") ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  private void flush() {
    breaks = 0;
    if (region != null && text.hasLetters()) {
      Block block = Block.of(text, region);
      blocks.add(block);
      for (Region r = region; r != null; r = r.parent()) {
        r.count(block);
      }
    }
    text.clear();
  }
}
