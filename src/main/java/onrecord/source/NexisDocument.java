package onrecord.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A document as the older Nexis prints it, in plain text and in HTML alike: the outlet and the day
 * in the middle of the page, the headline, labelled lines such as "BYLINE:", the text, and more
 * labelled lines, of which some sources print all after the text.
 */
final class NexisDocument {

  private static final int LONGEST_DATE = 80;
  private static final int LONGEST_BYLINE = 100;
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?:\"”»]\\s*");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

  private final List<PressBlock> blocks;
  private final ArticleFields fields = new ArticleFields();
  private final List<String> text = new ArrayList<>();
  private final boolean centered;
  private boolean dated;
  private boolean labelled;
  private int at;

  private NexisDocument(List<PressBlock> blocks) {
    this.blocks = blocks;
    this.centered = blocks.stream().limit(3).anyMatch(PressBlock::isCentered);
  }

  /** {@return the fields of a document, given its blocks without the line that counts it} */
  static ArticleFields fields(List<PressBlock> blocks) {
    NexisDocument document = new NexisDocument(blocks);
    document.parse();
    return document.fields;
  }

  private void parse() {
    int end = startOfTail();
    readPlaceOfPublication();
    while (at < end && readHead(end)) {
      at++;
    }
    while (at < end) {
      addText(blocks.get(at));
      at++;
    }
    PressLabel last = PressLabel.OTHER;
    for (at = end; at < blocks.size(); at++) {
      last = readTail(last);
    }
    if (!text.isEmpty()) {
      fields.add("text", String.join("\n\n", text));
    }
  }

  /**
   * {@return the index of the first block after the text, where labels, captions and the copyright
   * follow each other to the end}
   */
  private int startOfTail() {
    int tail = blocks.size();
    int i = blocks.size();
    while (i > 0) {
      PressBlock block = blocks.get(i - 1);
      if (isTailLabel(i - 1) || block.isCentered() || Press.isCopyright(block.first())) {
        i--;
        tail = i;
        continue;
      }
      int label = labelBefore(i - 1);
      if (label < 0) {
        break;
      }
      i = label;
      tail = label;
    }
    return tail;
  }

  /**
   * {@return whether a block has a label of the tail, or one of the head that the head does not
   * have and that is therefore printed after the text}
   */
  private boolean isTailLabel(int index) {
    PressBlock block = blocks.get(index);
    Optional<PressLabel> label = block.isCentered() ? Optional.empty() : block.label();
    if (label.isEmpty()) {
      return false;
    }
    return switch (label.get().place()) {
      case TAIL -> true;
      case TEXT -> false;
      case HEAD ->
          label.get() != PressLabel.TITLE
              && blocks.subList(0, index).stream()
                  .flatMap(earlier -> earlier.label().stream())
                  .noneMatch(earlier -> earlier == label.get() || earlier == PressLabel.BODY);
    };
  }

  /**
   * {@return the index of the label that a block without a known label continues, such as the
   * second paragraph of a caption; -1 if there is none}
   */
  private int labelBefore(int index) {
    int i = index;
    while (i >= 0 && !isTailLabel(i)) {
      PressBlock block = blocks.get(i);
      if (block.isCentered() || index - i > 8) {
        return -1;
      }
      i--;
    }
    if (i < 0) {
      return -1;
    }
    PressLabel label = blocks.get(i).label().orElseThrow();
    boolean onlyLabelled =
        blocks.subList(i + 1, index + 1).stream().allMatch(b -> b.labelled().isPresent());
    if (label == PressLabel.CAPTION || (label.place() == PressLabel.Place.TAIL && onlyLabelled)) {
      return i;
    }
    boolean empty = blocks.get(i).labelled().orElseThrow().value().isEmpty();
    boolean afterTail = i > 0 && isTailLabel(i - 1);
    return label == PressLabel.STANDFIRST && empty && afterTail ? i : -1;
  }

  /** Reads the outlet, which is the first line that does not state a copyright. */
  private void readPlaceOfPublication() {
    while (at < blocks.size() && !fields.has("outlet")) {
      PressBlock block = blocks.get(at);
      if (centered && !block.isCentered()) {
        return;
      }
      if (isDate(block)) {
        return;
      }
      List<String> rest =
          block.lines().stream().dropWhile(Press::isCopyright).filter(l -> !isSymbol(l)).toList();
      if (!rest.isEmpty()) {
        fields.add("outlet", Press.clean(rest.getFirst()));
        rest.stream().skip(1).forEach(this::readLineOfOutlet);
      } else if (!Press.isCopyright(block.first())) {
        fields.unused("line without letters");
      }
      at++;
    }
  }

  /** Reads a line below the outlet, in its block: the day, or the name of a supplement. */
  private void readLineOfOutlet(String line) {
    if (!addDate(line)) {
      fields.unused("line below the outlet");
    }
  }

  private static boolean isSymbol(String line) {
    return line.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private boolean addDate(String line) {
    if (!dated
        && line.length() <= LONGEST_DATE
        && PublishedText.read(line, DateOrder.NONE).isPresent()) {
      fields.addDate(line);
      dated = true;
      return true;
    }
    return false;
  }

  private boolean isDate(PressBlock block) {
    String line = block.first();
    return !dated
        && (block.isCentered() || !centered)
        && line.length() <= LONGEST_DATE
        && PublishedText.read(line, DateOrder.NONE).isPresent();
  }

  /** Reads a block before the text, and returns whether it is one. */
  private boolean readHead(int end) {
    PressBlock block = blocks.get(at);
    if (isDate(block)) {
      addDate(block.joined());
      if (block.lines().size() > 1 && block.joined().length() > LONGEST_DATE) {
        addDate(block.first());
      }
      return true;
    }
    if (block.isCentered()) {
      fields.unused("line above the headline");
      return true;
    }
    Optional<PressLabel.Labelled> labelled = block.labelled();
    Optional<PressLabel> label = block.label();
    if (label.isPresent()) {
      if (label.get() == PressLabel.TITLE && fields.has("title") && !isInHead(at + 1, end)) {
        return false;
      }
      readLabel(block, label.get(), labelled.orElseThrow());
      this.labelled |= label.get() != PressLabel.TITLE;
      return true;
    }
    return labelled.isPresent() && isInHead(at + 1, end)
        ? readUnknownLabel(labelled.get())
        : readUnlabelledHead(block, end);
  }

  /** Reads a headline that looks like a label, or reports a label that is not known. */
  private boolean readUnknownLabel(PressLabel.Labelled labelled) {
    if (!Press.addOnce(fields, "title", labelled.name() + ": " + labelled.value())) {
      fields.unused(labelled.name());
    }
    return true;
  }

  private boolean readUnlabelledHead(PressBlock block, int end) {
    String value = block.joined();
    Optional<String> address = address(value);
    if (address.isPresent() && Press.addOnce(fields, "url", address.get())) {
      return true;
    }
    if (!fields.has("title") && !labelled && !isTitleLabelled(end)) {
      fields.add("title", Press.clean(value));
      return true;
    }
    if (Press.isLength(value)) {
      fields.unused("LENGTH");
      return true;
    }
    if (isDateAhead(end)) {
      fields.unused("line below the headline");
      return true;
    }
    boolean byline =
        value.length() <= LONGEST_BYLINE
            && !SENTENCE_END.matcher(value).matches()
            && isHeadLabel(at + 1, end);
    if (byline && !fields.has("authors")) {
      fields.add("authors", Byline.names(value));
      return true;
    }
    return false;
  }

  /** {@return the address that a block consists of, which may be broken into lines} */
  private static Optional<String> address(String value) {
    String[] lines = value.split(" ", 4);
    String address = String.join("", lines);
    boolean only = lines.length < 4 && ADDRESS.matcher(address).matches();
    return only ? Optional.of(address) : Optional.empty();
  }

  /**
   * {@return whether one of the next blocks is the day, which some agencies print below the title}
   */
  private boolean isDateAhead(int end) {
    for (int i = at + 1; i < Math.min(end, at + 4); i++) {
      if (blocks.get(i).isCentered() && isDate(blocks.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isTitleLabelled(int end) {
    for (int i = at + 1; i < end && isHeadLabel(i, end); i++) {
      if (blocks.get(i).label().filter(label -> label == PressLabel.TITLE).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether a label of the head is at an index, or after other labels} */
  private boolean isInHead(int index, int end) {
    int i = index;
    while (i < end && i < index + 6 && blocks.get(i).labelled().isPresent()) {
      if (isHeadLabel(i, end)) {
        return true;
      }
      i++;
    }
    return false;
  }

  private boolean isHeadLabel(int index, int end) {
    return index < end
        && blocks
            .get(index)
            .label()
            .filter(label -> label.place() != PressLabel.Place.TAIL)
            .isPresent();
  }

  private void readLabel(PressBlock block, PressLabel label, PressLabel.Labelled labelled) {
    String value =
        Press.clean(
            labelled.value()
                + " "
                + String.join(" ", block.lines().subList(1, block.lines().size())));
    switch (label) {
      case BODY -> addValueAsText(block, labelled);
      case TITLE -> {
        if (!Press.addOnce(fields, "title", value)) {
          fields.unused(labelled.name());
        }
      }
      case AUTHORS -> fields.add("authors", Byline.names(value));
      case SECTION -> Press.addSection(fields, value);
      case LANGUAGE -> Press.addLanguage(fields, labelled.name(), value);
      case TAGS -> fields.add("tags", Press.terms(value));
      case URL -> {
        if (!ADDRESS.matcher(value).matches() || !Press.addOnce(fields, "url", value)) {
          fields.unused(labelled.name());
        }
      }
      default -> {
        if (!value.isEmpty()) {
          fields.unused(labelled.name());
        }
      }
    }
  }

  private void addValueAsText(PressBlock block, PressLabel.Labelled labelled) {
    if (!labelled.value().isEmpty()) {
      text.add(Press.clean(labelled.value()));
    }
    block.lines().stream().skip(1).forEach(line -> text.add(Press.clean(line)));
  }

  private void addText(PressBlock block) {
    Optional<PressLabel> label = block.label();
    if (label.isPresent() && label.get() == PressLabel.BODY) {
      addValueAsText(block, block.labelled().orElseThrow());
    } else if (!block.isCentered()) {
      block.lines().forEach(line -> text.add(Press.clean(line)));
    } else {
      text.add(Press.clean(block.joined()));
    }
  }

  private PressLabel readTail(PressLabel last) {
    PressBlock block = blocks.get(at);
    Optional<PressLabel> label = block.label();
    if (label.isPresent() && !block.isCentered()) {
      readLabel(block, label.get(), block.labelled().orElseThrow());
      return label.get();
    }
    if (!block.isCentered() && !Press.isCopyright(block.first())) {
      fields.unused(last == PressLabel.CAPTION ? "GRAPHIC" : "line below the text");
    }
    return last;
  }
}
