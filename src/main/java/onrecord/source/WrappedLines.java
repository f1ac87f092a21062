package onrecord.source;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;

/** Joins the lines of printed pages to blocks and paragraphs, which empty lines separate. */
final class WrappedLines {

  private static final int WIDTH = 80;
  private static final int TOLERANCE = 5;
  private static final int DEEP = 20;
  private static final int LONG_LINE = 110;
  private static final CharMatcher BLANK = CharMatcher.whitespace().or(CharMatcher.is('\uFEFF'));

  private WrappedLines() {}

  /** {@return the blocks of the lines of a page} */
  static List<PressBlock> blocks(List<String> lines) {
    List<PressBlock> blocks = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String raw : lines) {
      String line = BLANK.trimTrailingFrom(raw.replace("\t", "    ").replace("\f", ""));
      if (line.isEmpty()) {
        add(block, blocks);
      } else {
        block.add(line);
      }
    }
    add(block, blocks);
    return blocks;
  }

  private static void add(List<String> block, List<PressBlock> blocks) {
    if (block.isEmpty()) {
      return;
    }
    if (isCentered(block)) {
      blocks.add(
          new PressBlock(
              PressBlock.Placement.CENTERED, block.stream().map(BLANK::trimFrom).toList()));
    } else {
      blocks.add(new PressBlock(PressBlock.Placement.LEFT, paragraphs(block)));
    }
    block.clear();
  }

  /** Every line is in the middle of a page of 80 characters, and one is not as wide as the page. */
  private static boolean isCentered(List<String> block) {
    boolean indented = false;
    for (String line : block) {
      int indent = indent(line);
      int middle = Math.max(0, (WIDTH - (line.length() - indent)) / 2);
      if (Math.abs(indent - middle) > TOLERANCE && indent < DEEP) {
        return false;
      }
      indented |= indent > 2;
    }
    return indented;
  }

  /**
   * {@return the paragraphs of a block: a line that is indented starts one, and one that is longer
   * than a page is wide ends one}
   */
  static List<String> paragraphs(List<String> block) {
    int margin = block.stream().mapToInt(WrappedLines::indent).min().orElse(0);
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean ended = false;
    for (String line : block) {
      if (!paragraph.isEmpty() && (ended || indent(line) >= margin + 2)) {
        paragraphs.add(paragraph.toString());
        paragraph.setLength(0);
      }
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(BLANK.trimFrom(line));
      ended = line.length() > LONG_LINE;
    }
    paragraphs.add(paragraph.toString());
    return paragraphs;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }
}
